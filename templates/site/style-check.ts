/** The page on which a letter is checked. */
export const check = `
.check { padding-top: 40px; max-width: 832px; }
.check > p, .check form p { max-width: 62ch; }
.check h2 { margin: 40px 0 12px; }
.check form { margin-top: 24px; padding: 24px; border: 1px solid var(--hair); border-radius: 6px; }
.check label { display: block; font-weight: 600; }
.check .hint { display: block; color: var(--quiet); font-size: 16px; line-height: 24px; font-weight: 400; }
.check input { display: block; width: 100%; min-height: 48px; margin: 8px 0 24px; padding: 9px 12px; border: 2px solid var(--line); border-radius: 4px; background: var(--paper); color: var(--ink); font: inherit; }
.check input[type='file'] { border-style: dashed; }
.check button { min-height: 48px; padding: 8px 24px; border: 0; border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer; }
.check button:hover { text-decoration: underline; }
.letter-text { margin: 32px 0; padding: 24px; border: 1px solid var(--hair); border-radius: 6px; background: var(--wash); }
.letter-text h2 { margin-top: 0; } .letter-text p { margin: 0 0 12px; max-width: 62ch; } .letter-text ol { padding-inline-start: 24px; }
.verdict { margin-top: 24px; padding: 24px; background: var(--wash); border-inline-start: 6px solid var(--line); }
.verdict h1 { margin-bottom: 12px; }
.verdict p { margin: 0 0 8px; max-width: 62ch; }
.verdict b { font: 700 1em 'Source Code Pro', ui-monospace, monospace; }
.verdict.good { border-color: #1b6b2f; } .verdict.good b { color: #1b6b2f; }
.verdict.part { border-color: #8a4b00; } .verdict.part b { color: #8a4b00; }
.verdict.bad { border-color: #b3261e; } .verdict.bad b { color: #b3261e; }
.verdict dl { display: grid; gap: 4px 24px; margin: 24px 0 0; padding-top: 16px; border-top: 1px solid var(--hair); }
.verdict dt { color: var(--quiet); font-size: 16px; line-height: 24px; }
.verdict dd { margin: 0 0 8px; }
.verdict .test { padding: 12px 16px; border: 3px solid #b3261e; font-weight: 600; }
.mono { font-family: 'Source Code Pro', ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 17px; }
.check pre { margin: 0 0 16px; padding: 16px; overflow-x: auto; background: var(--wash); font: 16px/24px 'Source Code Pro', ui-monospace, 'DejaVu Sans Mono', monospace; }
@media (prefers-color-scheme: dark) {
  .verdict.good { border-color: #7fd491; } .verdict.good b { color: #7fd491; }
  .verdict.part { border-color: #f0b65a; } .verdict.part b { color: #f0b65a; }
  .verdict.bad, .verdict .test { border-color: #ff9a8f; } .verdict.bad b { color: #ff9a8f; }
}
@media (min-width: 640px) {
  .verdict dl { grid-template-columns: 14rem 1fr; }
  .verdict dd { margin: 0; }
}
`;
