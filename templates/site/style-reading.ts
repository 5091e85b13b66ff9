/** An article, on the screen and on paper. */
export const reading = `
.reading { max-width: 720px; margin: 0 auto; padding: 16px 16px 0; }
.note { margin: 0; padding: 8px 16px; background: var(--act); color: var(--paper); font-weight: 600; text-align: center; }
.trail a { display: inline-flex; align-items: center; min-height: 44px; font-size: 16px; font-weight: 600; }
.reading h1 { margin-bottom: 16px; }
.byline { color: var(--quiet); font-size: 16px; line-height: 24px; margin-bottom: 24px; }
.byline p { margin: 0; }
.byline .p-author { color: var(--ink); font-weight: 600; }
.notices { margin: 0 0 24px; padding: 12px 16px; background: var(--wash); border-left: 4px solid var(--act); border-radius: 6px; }
.notices p { margin: 0; max-width: 66ch; }
.notices .when { font-weight: 600; }
.notice + .notice { margin-top: 12px; }
.reading .lead { max-width: 60ch; margin-bottom: 24px; }
.picture { margin: 32px 0; }
.picture img { width: 100%; border-radius: 6px; background: var(--wash); }
figcaption { color: var(--quiet); font-size: 16px; line-height: 24px; margin-top: 8px; white-space: pre-line; }
.e-content p { max-width: 66ch; }
.e-content section + section { margin-top: 40px; }
.e-content h2 { margin: 0 0 12px; }
.e-content .spoken, .quotation { margin: 24px 0; padding: 4px 0 4px 20px; border-left: 4px solid var(--act); }
.e-content .spoken:dir(rtl) { padding: 4px 20px 4px 0; border-left: 0; border-right: 4px solid var(--act); }
.spoken, .quotation blockquote { font: 20px/32px var(--head); }
.quotation blockquote { margin: 0; }
.quotation p { margin: 0; font-size: 22px; line-height: 32px; }
.sources { margin-top: 32px; color: var(--quiet); font-size: 16px; line-height: 24px; }
.sources h2 { font: 600 16px/24px var(--text); }
.in-this-article { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; margin: 40px 0 0; }
.in-this-article > span { color: var(--quiet); font-size: 16px; }
.more { margin-top: 48px; padding-top: 24px; border-top: 4px solid var(--act); }
.more > p:last-child { margin-top: 16px; }
.more > p:last-child a { min-height: 44px; display: inline-flex; align-items: center; font-weight: 600; }
.further { display: grid; gap: 24px; margin-top: 16px; }
.further p { margin: 0; }
.further .category { color: var(--act); font-size: 16px; line-height: 24px; font-weight: 600; }
.further .excerpt { color: var(--quiet); margin-top: 4px; }
.label { font: 600 16px/24px var(--text); color: var(--quiet); margin-top: 32px; }
.label + .others { margin-top: 8px; }
@media (min-width: 640px) {
  .reading { padding: 24px 32px 0; }
  .further { grid-template-columns: 1fr 1fr; gap: 32px; }
}
@media (min-width: 1024px) {
  .picture { margin-inline: -80px; }
}
@media print {
  :root {
    --paper: #fff; --wash: #fff; --ink: #000; --quiet: #333; --link: #000; --visited: #000; --act: #000; --hair: #999;
  }
  body { font-size: 11pt; line-height: 1.5; display: block; }
  .skip, .masthead nav, .trail, .in-this-article, .more, .foot nav, .button, .constellation { display: none; }
  .masthead { border-top: 0; }
  .reading, .wide { max-width: none; padding-inline: 0; }
  .picture { margin-inline: 0; }
  .picture img { max-height: 10cm; width: auto; }
  .foot { background: none; padding: 16px 0; margin-top: 32px; border-top: 1px solid #999; }
  h1, h2, h3 { break-after: avoid; }
  p, .quotation, .picture { break-inside: avoid; orphans: 3; widows: 3; }
  .reading a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
}
`;
