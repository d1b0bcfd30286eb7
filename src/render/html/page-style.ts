/** The page's style: system fonts, a measure of about 66 characters, both colour schemes, and print. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #24221f; --quiet: #625d54; --line: #d9d4c8; --wash: #f3f0e8; --accent: #8c2f1b; --link: #17507f;
  --tip: #23663a; --important: #6a3c9c; --warning: #7d5200; --caution: #a3212b; --mark: #fbeaa8;
  --serif: Charter, "Bitstream Charter", "Sitka Text", "Iowan Old Style", Cambria, "Source Serif 4", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17171a; --ink: #dedad2; --quiet: #a09a8f; --line: #3a3935; --wash: #212125; --accent: #e58b6f; --link: #8fbfe8;
    --tip: #7fc794; --important: #c3a3ee; --warning: #e0b25e; --caution: #f08a8a; --mark: #5c4d12;
  }
}
* { box-sizing: border-box; }
html { font-size: clamp(1.0625rem, 0.95rem + 0.5vw, 1.25rem); text-size-adjust: none; -webkit-text-size-adjust: none; }
body {
  margin: 0 auto; padding: clamp(1.5rem, 6vw, 5rem) 1.25rem 6rem; max-width: 36rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--serif); font-kerning: normal; font-variant-numeric: oldstyle-nums;
  hyphens: auto; hyphenate-limit-chars: 7 3 3; overflow-wrap: break-word; hanging-punctuation: first allow-end;
}
header { margin-bottom: 2.5rem; }
header.running { color: var(--quiet); font-style: italic; }
h1, h2, h3, h4, h5, h6 { margin: 2.5em 0 0.75em; line-height: 1.2; font-weight: 600; hyphens: manual; text-wrap: balance; }
h1 { margin: 0 0 0.4em; font-size: 2rem; letter-spacing: -0.01em; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; margin-top: 2em; }
h4, h5, h6 { font-size: 1rem; margin-top: 1.75em; }
h5, h6 { font-style: italic; font-weight: 500; }
:is(h1, h2, h3, h4, h5, h6) + section > :is(h2, h3, h4, h5, h6) { margin-top: 0; }
p, ul, ol, dl, pre, blockquote, aside, .table { margin: 0 0 1em; }
p { text-wrap: pretty; }
p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6 { unicode-bidi: plaintext; }
.facts, .label, nav, .minutes, .image, small, th { font-family: var(--sans); font-variant-numeric: lining-nums; }
.facts, .label { unicode-bidi: normal; }
.facts { color: var(--quiet); font-size: 0.8rem; line-height: 1.6; }
.label { margin: 0 0 0.5em; color: var(--quiet); font-size: 0.72rem; font-weight: 600; letter-spacing: 0.07em; text-transform: uppercase; }
nav { margin-bottom: 3rem; padding: 1rem 0; border-block: 1px solid var(--line); font-size: 0.85rem; line-height: 1.45; }
ol.sections { margin: 0; padding: 0; list-style: none; }
ol.sections li { margin: 0; padding-block: 0.15em; padding-inline-start: 2.5em; text-indent: -2.5em; text-align: start; }
ol.sections ol.sections { padding-top: 0.15em; }
ol.sections ol.sections li:last-child { padding-bottom: 0; }
nav li { hyphens: manual; }
summary { width: fit-content; cursor: pointer; }
details:not([open]) summary { margin: 0; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.number { display: inline-block; min-width: 2.2em; padding-inline-end: 0.5em; text-indent: 0; color: var(--accent); font-variant-numeric: lining-nums tabular-nums; }
.minutes { color: var(--quiet); font-size: 0.75rem; white-space: nowrap; }
main > .sections > li { padding-block: 0.35em; }
a { color: var(--link); text-decoration: underline 1px color-mix(in srgb, currentcolor 45%, transparent); text-underline-offset: 0.18em; }
a:hover { text-decoration-color: currentcolor; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 1.5rem; }
section.notes li:target, sup a:target { background: var(--wash); }
ul, ol { padding-inline-start: 1.5em; }
li { margin: 0.25em 0; }
li > :is(p, ul, ol, pre, blockquote):last-child { margin-bottom: 0.25em; }
li.task { list-style: none; margin-inline-start: -1.4em; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75em; margin-inline-start: 1.5em; }
blockquote { padding-inline-start: 1.1em; border-inline-start: 2px solid var(--line); color: var(--quiet); }
blockquote > :last-child, aside > :last-child, dd > :last-child { margin-bottom: 0; }
aside { --hue: var(--link); padding: 0.8em 1em; border-inline-start: 3px solid var(--hue); background: var(--wash); }
aside .label { color: var(--hue); }
aside.tip { --hue: var(--tip); }
aside.important { --hue: var(--important); }
aside.warning { --hue: var(--warning); }
aside.caution { --hue: var(--caution); }
code, kbd, pre { font-family: var(--mono); font-variant-numeric: lining-nums; font-variant-ligatures: none; hyphens: none; direction: ltr; unicode-bidi: isolate; }
code, kbd { font-size: 0.85em; }
:not(pre) > code { padding: 0.1em 0.3em; border-radius: 3px; background: var(--wash); }
kbd { padding: 0.1em 0.4em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; background: var(--wash); }
pre { padding: 0.9em 1.1em; border-radius: 4px; background: var(--wash); line-height: 1.45; overflow-x: auto; tab-size: 4; }
pre code { font-size: 0.8rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; hyphens: manual; }
time, td:first-child code { white-space: nowrap; }
th, td { padding-block: 0.4em; padding-inline: 0 1em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-size: 0.78rem; font-weight: 600; border-bottom-color: var(--quiet); vertical-align: bottom; }
.right { text-align: end; white-space: nowrap; }
th.right { white-space: normal; }
.center { text-align: center; }
hr { margin: 2.5em auto; width: 4rem; border: 0; border-top: 1px solid var(--line); }
sup, sub { font-size: 0.7em; line-height: 0; font-variant-numeric: lining-nums; }
sup a { text-decoration: none; padding: 0 0.1em; }
mark { background: var(--mark); color: inherit; }
ins { text-decoration: none; border-bottom: 1px solid var(--quiet); }
small { color: var(--quiet); font-size: 0.75em; }
.image { padding: 0.15em 0.5em; border: 1px solid var(--line); border-radius: 3px; color: var(--quiet); font-size: 0.8rem; }
.abstract { font-size: 1.1rem; font-style: italic; }
ul.summary { padding: 0; list-style: none; }
ul.summary li { margin: 0 0 1em; }
ul.summary .minutes { display: block; margin-top: 0.15em; white-space: normal; }
.notes { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.88rem; }
.notes [role="doc-backlink"] { text-decoration: none; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --wash: #f4f4f4; --accent: #000; --link: #000;
    --tip: #23663a; --important: #6a3c9c; --warning: #7d5200; --caution: #a3212b; --mark: #fbeaa8; color-scheme: light;
  }
  @page { margin: 24mm 25mm 28mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; orphans: 3; widows: 3; text-align: justify; }
  h1, h2, h3, h4, h5, h6, .label { break-after: avoid; text-align: start; }
  pre, blockquote, aside, tr, li { break-inside: avoid-page; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); background: none; }
  nav, table, .facts { text-align: start; }
  .table { overflow: visible; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.75em; overflow-wrap: anywhere; }
  [role="doc-backlink"] { display: none; }
}
`;
