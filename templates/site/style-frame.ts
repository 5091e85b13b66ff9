/** Colours, type, and what stands around every page. */
export const frame = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --wash: #f2f5f7; --ink: #17202a; --quiet: #4c5b68;
  --link: #0b57a4; --visited: #5b3a8c; --act: #0a6b5e; --on-act: #ffffff; --line: #7a8894; --hair: #d5dce2;
  --text: 'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif;
  --head: 'Source Serif 4', 'Source Serif Pro', 'Iowan Old Style', 'Palatino Linotype', 'Noto Serif', Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10171e; --wash: #1a242d; --ink: #e8edf1; --quiet: #a9b6c1;
    --link: #7fb8f5; --visited: #c3a6f0; --act: #5cc8b5; --on-act: #0b1f1b; --line: #6f7f8c; --hair: #2c3842;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink); font: 18px/28px var(--text); overflow-wrap: anywhere;
}
main { flex: 1; }
h1, h2, h3 { font-family: var(--head); font-weight: 600; margin: 0; text-wrap: balance; white-space: pre-line; }
h1 { font-size: 28px; line-height: 36px; letter-spacing: -0.01em; }
h2 { font-size: 22px; line-height: 28px; }
h3 { font-size: 20px; line-height: 28px; }
p { margin: 0 0 16px; white-space: pre-line; }
ul { list-style: none; margin: 0; padding: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:visited { color: var(--visited); }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid #ffd23f; outline-offset: 0; box-shadow: inset 0 0 0 2px var(--ink); border-radius: 2px; }
time { font-variant-numeric: tabular-nums; }
img { display: block; max-width: 100%; height: auto; }
.wide { width: 100%; max-width: 1120px; margin: 0 auto; padding: 0 16px; }
.lead { font-size: 20px; line-height: 32px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sign {
  padding: 0 4px; border: 1px solid var(--line); border-radius: 4px;
  color: var(--quiet); font: 0.75em/1.4 'Source Code Pro', ui-monospace, monospace; unicode-bidi: isolate;
}
.skip { position: absolute; left: 16px; top: -64px; padding: 8px 16px; background: var(--paper); z-index: 1; }
.skip:focus { top: 8px; }
.button {
  display: inline-flex; align-items: center; min-height: 48px; padding: 8px 24px; border-radius: 6px;
  background: var(--act); font-weight: 600; text-decoration: none;
}
.button, .button:visited { color: var(--on-act); }
.button:hover { text-decoration: underline; }

.masthead { border-top: 4px solid var(--act); border-bottom: 1px solid var(--hair); }
.masthead .wide { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; padding-block: 8px; column-gap: 32px; }
.brand { display: inline-flex; align-items: center; gap: 12px; min-height: 48px; font: 600 20px/24px var(--head); text-decoration: none; }
.brand, .brand:visited { color: var(--ink); }
.mark { flex: none; }
.ways { fill: none; stroke: var(--act); stroke-width: 1.5; opacity: 0.5; }
.dots { fill: none; stroke: var(--act); stroke-width: 6; stroke-linecap: round; }
.masthead nav { display: flex; flex-wrap: wrap; gap: 0 24px; }
.masthead nav a { display: inline-flex; align-items: center; min-height: 44px; font-weight: 600; text-decoration: none; }
.masthead nav a, .masthead nav a:visited { color: var(--ink); }
.masthead nav a.act { color: var(--act); }
.masthead nav a:hover, .masthead nav [aria-current] { text-decoration: underline; text-decoration-thickness: 3px; text-underline-offset: 8px; text-decoration-color: var(--act); }

.foot { margin-top: 64px; padding: 32px 0 48px; background: var(--wash); color: var(--quiet); font-size: 16px; line-height: 24px; }
.foot .wide { display: grid; gap: 24px; }
.foot h2 { font: 600 16px/24px var(--text); color: var(--ink); margin-bottom: 4px; }
.foot p { margin: 0; max-width: 60ch; }
.foot a { display: inline-flex; align-items: center; min-height: 44px; margin-inline-end: 24px; }
.foot a, .foot a:visited { color: var(--link); }
@media (min-width: 640px) {
  h1 { font-size: 36px; line-height: 44px; }
  h2 { font-size: 26px; line-height: 36px; }
  .wide { padding: 0 32px; }
}
@media (min-width: 1024px) {
  .foot .wide { grid-template-columns: 2fr 1fr 1fr; gap: 48px; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
`;
