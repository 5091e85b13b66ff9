/** The first page, the news and the directory. */
export const pages = `
.hero { background: var(--wash); border-bottom: 1px solid var(--hair); overflow: hidden; }
.hero .wide { display: grid; padding-block: 40px; gap: 16px; align-items: center; }
.hero h1 { font-size: 32px; line-height: 40px; margin-bottom: 16px; max-width: 16ch; }
.hero .lead { max-width: 46ch; color: var(--quiet); }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: 16px 32px; margin: 24px 0 0; white-space: normal; }
.acts a:not(.button) { min-height: 44px; display: inline-flex; align-items: center; }
.constellation { display: none; width: 100%; max-width: 400px; justify-self: end; margin: -24px 0; }
.constellation path { fill: none; stroke-linecap: round; }
.constellation .dark { stroke: var(--line); stroke-width: 4; opacity: 0.35; }
.constellation .lit { stroke: var(--act); stroke-width: 12; }
.constellation .ways { stroke-width: 2; }

.block { margin-top: 48px; }
.block h2 + ul, .row { margin-bottom: 24px; }
.row { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 24px; }
.row a { min-height: 44px; display: inline-flex; align-items: center; font-weight: 600; }
.listing { padding-top: 40px; }
.listing > h1 { margin-bottom: 8px; }
.listing > .lead { color: var(--quiet); margin-bottom: 32px; }

.card { position: relative; display: grid; gap: 16px; }
.card img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; border-radius: 6px; background: var(--wash); }
.card time { color: var(--quiet); font-size: 16px; line-height: 24px; }
.card h2, .card h3 { margin: 4px 0 8px; font-size: 26px; line-height: 34px; }
.card p { margin: 0; }
.card h2 a, .card h3 a { color: inherit; text-decoration: none; }
.card h2 a::after, .card h3 a::after { content: ''; position: absolute; inset: 0; }
.card:hover h2, .card:hover h3 { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 4px; text-decoration-color: var(--act); }
.bare { padding-inline-start: 24px; border-inline-start: 4px solid var(--act); }
.cards { display: grid; gap: 48px; margin-top: 32px; }

.others { margin-top: 24px; border-top: 1px solid var(--hair); }
.others li { display: grid; padding: 12px 0; border-bottom: 1px solid var(--hair); }
.others time { color: var(--quiet); font-size: 16px; }
.others a { font-weight: 600; padding: 4px 0; }

.chips, .countries { display: flex; flex-wrap: wrap; gap: 12px; }
.chip { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 6px 16px; border: 1px solid var(--line); border-radius: 22px; text-decoration: none; }
.chip, .chip:visited { color: var(--ink); }
.chip:hover { border-color: var(--act); background: var(--wash); }
.block > h2:not(:first-child) { margin: 32px 0 12px; font-size: 20px; line-height: 28px; }
.countries { column-gap: 32px; }
.countries b { color: var(--act); margin-inline-start: 4px; }

.directory { display: grid; gap: 16px; margin-bottom: 32px; }
.directory li { padding: 20px 24px; border: 1px solid var(--hair); border-inline-start: 4px solid var(--act); border-radius: 6px; scroll-margin-top: 24px; }
.directory li:target { background: var(--wash); border-color: var(--act); }
.directory h2 { font-size: 22px; line-height: 28px; }
.directory p { margin: 4px 0 0; color: var(--quiet); }
.directory a { min-height: 44px; display: inline-flex; align-items: center; }
.directory .native { color: var(--ink); margin: 0; }
@media (min-width: 640px) {
  .bare { padding-block: 8px; }
  .others li { grid-template-columns: 10rem 1fr; align-items: baseline; }
  .directory { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 1024px) {
  .hero .wide { grid-template-columns: 3fr 2fr; padding-block: 24px; }
  .hero h1 { font-size: 48px; line-height: 56px; }
  .constellation { display: block; }
  .card:not(.bare) { grid-template-columns: 5fr 6fr; gap: 40px; align-items: center; }
  .directory { grid-template-columns: 1fr 1fr 1fr; }
}
`;
