import { ACCENT, FONT, INK, INK_SOFT, LINE, PRECISION } from "../present/theme.js";

const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif';

/** The style sheet for the screen, from 320 px up. */
const screen = `
:root { color-scheme: light; --accent: ${ACCENT}; --ink: ${INK}; --soft: ${INK_SOFT}; --line: ${LINE}; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.2rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 400 1.0625rem/1.62 ${FONT}; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: ${serif}; line-height: 1.22; font-weight: 600; text-wrap: balance; }
a { color: var(--accent); text-underline-offset: 0.15em; }
p { margin: 0 0 1em; }
.banner { position: sticky; top: 0; z-index: 5; background: #fff4cc; color: #4a3500; border-bottom: 1px solid #d9b64a;
  font-size: 0.78rem; font-weight: 700; letter-spacing: 0.06em; text-align: center; padding: 0.42rem 0.75rem; }
.cover { background: var(--accent); color: #fff; padding: clamp(2.2rem, 6vw, 5rem) clamp(1.1rem, 6vw, 5rem) clamp(1.8rem, 4vw, 3rem); }
.cover .inside { max-width: 64rem; margin: 0 auto; }
.cover .status { display: inline-block; border: 1px solid rgba(255,255,255,0.7); border-radius: 999px; padding: 0.12em 0.9em;
  font-size: 0.82rem; letter-spacing: 0.05em; text-transform: uppercase; }
.cover h1 { font-size: clamp(1.9rem, 5vw, 3.3rem); margin: 0.7em 0 0.35em; }
.cover .subtitle { font-size: clamp(1.05rem, 2.2vw, 1.35rem); max-width: 46rem; opacity: 0.94; margin-bottom: 2em; }
.cover dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem 2rem; margin: 0;
  padding-top: 1.3rem; border-top: 1px solid rgba(255,255,255,0.35); }
.cover dt { font-size: 0.74rem; letter-spacing: 0.06em; text-transform: uppercase; opacity: 0.85; }
.cover dd { margin: 0.1rem 0 0; font-size: 0.97rem; }
.cover code { font-size: 0.95em; letter-spacing: 0.03em; }
.cover .small { font-size: 0.8rem; opacity: 0.85; display: block; }
.working { width: calc(100% - 2rem); max-width: 64rem; margin: 1.5rem auto 0; padding: 0.6rem 1rem; border: 1px solid #d9b64a; border-left-width: 5px; border-radius: 4px;
  background: #fffaeb; }
.body { max-width: 78rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
main { max-width: 47rem; margin: 0 auto; min-width: 0; }
.contents { font-size: 0.94rem; border: 1px solid var(--line); border-radius: 8px; padding: 0.7rem 1rem; margin: 0 auto 2rem; max-width: 47rem; }
.contents summary { font-weight: 700; cursor: pointer; }
.contents ol { list-style: none; margin: 0.6rem 0 0; padding: 0; }
.contents ol ol { margin: 0.1rem 0 0.4rem; padding-left: 1.55rem; font-size: 0.94em; }
.contents li { margin: 0.28rem 0; line-height: 1.35; }
.contents a { text-decoration: none; color: var(--ink); display: flex; gap: 0.55em; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
.contents .number { color: var(--accent); font-variant-numeric: tabular-nums; font-weight: 600; flex: none; }
.chapter { padding-top: 0.5rem; margin-top: 3.2rem; border-top: 3px solid var(--accent); }
.chapter:first-child { margin-top: 0; }
.chapter > h2 { font-size: clamp(1.55rem, 3.6vw, 2.1rem); margin: 0.6em 0 0.7em; }
h2 .number, h3 .number, h4 .number { color: var(--accent); margin-right: 0.45em; font-variant-numeric: lining-nums; }
h3 { font-size: 1.32rem; margin: 2em 0 0.6em; }
h4 { font-size: 1.1rem; margin: 1.6em 0 0.5em; }
blockquote { margin: 1.2em 0; padding: 0.1em 1.1em; border-left: 4px solid var(--line); color: var(--soft); }
.exhibit { margin: 2rem 0 2.2rem; padding-top: 0.9rem; border-top: 1px solid var(--line); }
.exhibit .mark { margin: 0 0 0.15rem; font-size: 0.8rem; font-weight: 700; letter-spacing: 0.03em; color: var(--accent); }
.exhibit > .title { font-family: ${serif}; font-size: 1.2rem; line-height: 1.3; font-weight: 600; margin: 0.1rem 0 0.2rem; }
.exhibit > .message { margin: 0 0 0.8rem; color: ${INK}; }
.exhibit .note { font-style: italic; margin: 0.7rem 0 0; font-size: 0.95rem; }
.caption { margin: 0.6rem 0 0; font-size: 0.82rem; line-height: 1.5; color: var(--soft); }
.plot { display: none; width: 100%; }
.js .plot { display: block; }
.data > summary, .code > summary { cursor: pointer; font-size: 0.86rem; color: var(--accent); margin-top: 0.3rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; font-size: 0.88rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: 0.36rem 0.55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--accent); font-size: 0.8rem; color: var(--soft); vertical-align: bottom; font-weight: 600; }
.headNumber, .number, .estimate, td.moderate, td.low { text-align: right; }
td.number, td.estimate, td.moderate, td.low { white-space: nowrap; }
th.label { font-weight: 400; }
@media (min-width: 40.01em) { .label { min-width: 8.2rem; } }
.estimate { font-weight: 700; }
tbody + tbody > tr:first-child > * { padding-top: 0.95rem; }
th.section { padding-top: 0.7rem; font-weight: 700; }
td.moderate { background: ${PRECISION.moderate.background}; color: ${PRECISION.moderate.color}; }
td.low { background: ${PRECISION.low.background}; color: ${PRECISION.low.color}; }
td.empty { font-style: italic; color: var(--soft); }
small.reason { color: var(--soft); font-size: 0.82em; }
.finding { border-left: 5px solid var(--accent); background: #f3f7f9; padding: 0.9rem 1.15rem 1rem; border-radius: 0 8px 8px 0; }
.finding > .title { font-family: ${serif}; font-size: 1.22rem; line-height: 1.38; font-weight: 600; margin: 0 0 0.5rem; }
.evidence { font-size: 0.84rem; line-height: 1.55; color: var(--soft); margin: 0 0 0.35rem; }
.evidence a { font-weight: 600; }
.reading { margin: 0.7rem 0 0; padding-top: 0.6rem; border-top: 1px dashed #9fb2bd; font-size: 0.97rem; }
.state { font-weight: 700; }
.state[data-state="agreed"]::before { content: "✓ "; }
.state[data-state="contested"]::before { content: "≠ "; }
.summary { counter-reset: message; }
.summary h3 { margin: 1.8rem 0 0.9rem; }
.summary ol { padding-left: 0; list-style: none; margin: 0; }
.summary li { counter-increment: message; position: relative; padding: 0 0 1.05rem 2.7rem; }
.summary li::before { content: counter(message); position: absolute; left: 0; top: 0.05em; width: 1.85rem; height: 1.85rem; border-radius: 50%;
  background: var(--accent); color: #fff; font-weight: 700; font-size: 0.92rem; display: grid; place-items: center; }
.summary li p { margin: 0; font-size: 1.08rem; line-height: 1.45; }
.code { margin-top: 2.2rem; }
.code pre, .prose pre { overflow-x: auto; background: #f4f6f8; border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 0.9rem; font-size: 0.8rem; line-height: 1.5; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.searching { display: grid; gap: 0.25rem; font-size: 0.9rem; margin: 1rem 0 1.5rem; }
.searching input { font: inherit; font-size: 1rem; padding: 0.5em 0.7em; border: 1px solid #8794a0; border-radius: 6px; width: 100%; max-width: 26rem; }
html:not(.js) .searching { display: none; }
.indicator h3 { font-size: 1.08rem; margin-bottom: 0.2rem; }
.indicator h3 code { font-size: 0.72em; font-weight: 400; color: var(--soft); margin-left: 0.35em; }
tr:target > * { box-shadow: inset 0 0 0 9999px rgba(11,79,108,0.12); }
[hidden] { display: none !important; }
.foot { border-top: 1px solid var(--line); color: var(--soft); font-size: 0.82rem; padding: 1.3rem clamp(1rem, 4vw, 2.5rem) 2.5rem; text-align: center; }
.strip { display: none; }
@media (min-width: 66.01em) {
  .body { display: grid; grid-template-columns: 17.5rem minmax(0, 47rem); gap: 4rem; justify-content: center; padding-top: 2.8rem; }
  .contents { position: sticky; top: 3.2rem; align-self: start; max-height: calc(100vh - 4.4rem); overflow-y: auto; border: 0; padding: 0 0.4rem 0 0; margin: 0; }
  main { margin: 0; }
}
@media (max-width: 40em) {
  body { font-size: 1rem; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack table, .stack tbody, .stack tr { display: block; }
  .stack tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td { display: block; border: 0; padding: 0.08rem 0; text-align: left; white-space: normal; }
  .stack th.label { font-weight: 600; }
  .stack td[data-label] { display: inline-block; margin-right: 1.1rem; }
  .stack td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font-weight: 400; font-size: 0.86em; }
  .stack td.label[data-label] { display: block; }
  .stack td.moderate, .stack td.low { padding: 0 0.35rem; border-radius: 4px; }
  .stack td.moderate::before, .stack td.low::before { color: inherit; }
}
`;

/** The style sheet for paper; the strip at the edge and the page's margins say what the banner says on the screen. */
const paper = `
@media print {
  html { scroll-behavior: auto; font-size: 13px; }
  body { font-size: 10.2pt; line-height: 1.45; padding-right: 7mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .banner, .searching, .code, .data, .foot { display: none; }
  .strip { display: block; position: fixed; top: 0; right: -1mm; height: 100%; writing-mode: vertical-rl; text-align: center;
    font-size: 7pt; letter-spacing: 0.08em; color: #55616d; }
  .body { display: block; padding: 0; max-width: none; }
  main, .contents { max-width: none; }
  .cover { padding: 24mm 12mm 14mm; margin-right: 0; border-radius: 3mm; }
  .working { width: auto; max-width: none; margin: 5mm 0 0; }
  .cover dl { grid-template-columns: 1fr 1fr; }
  .contents { border: 0; padding: 0; margin: 6mm 0 0; break-inside: avoid; }
  .contents nav > ol { columns: 2; column-gap: 9mm; }
  .contents a { color: inherit; }
  .contents li { margin: 0.8mm 0; line-height: 1.25; break-inside: avoid; }
  .chapter { margin-top: 9mm; }
  .chapter.summary { margin-top: 9mm; }
  .summary > p { break-after: avoid; }
  h2, h3, h4 { break-inside: avoid; }
  h3 { margin-top: 1.5em; }
  h2, h3, h4, thead, th.section, .exhibit > .mark, .exhibit > .title, .exhibit > .message { break-after: avoid; }
  .caption, .note { break-before: avoid; break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  .exhibit { margin: 4.5mm 0; padding-top: 2.5mm; }
  .finding { padding: 2.5mm 4mm; }
  .evidence { line-height: 1.4; }
  .exhibit, .indicator, .finding, .plot, .summary li, tr { break-inside: avoid; }
  .exhibit:has(.scroll tr:nth-child(16)):not(:has(.plot)), .indicator:has(tr:nth-child(16)) { break-inside: auto; }
  thead { display: table-header-group; }
  table { font-size: 8pt; }
  th, td { padding: 1mm 1.3mm; }
  thead th { font-size: 7.4pt; }
  .label { min-width: 22mm; }
  .scroll { overflow: visible; }
  a { text-decoration: none; }
}
`;

/** A text as it may stand in a string of a style sheet. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,;:·–—()%-]/gu, " ").slice(0, 160);
}

/** The style sheet of a report, with the lines that browsers which can put at the foot and head of each printed page. */
export function reportStyle(head: string, foot: string, page: string): string {
  const small = `font: 7.5pt ${FONT}; color: #55616d;`;
  const margins = `
@page { size: letter; margin: 18mm 15mm 18mm 18mm;
  @top-left { content: "${cssText(head)}"; ${small} }
  @bottom-left { content: "${cssText(foot)}"; ${small} }
  @bottom-right { content: "${cssText(page)} " counter(page) " / " counter(pages); ${small} }
}
@page :first { @top-left { content: ""; } }
`;
  return `${screen}${paper}${margins}`;
}
