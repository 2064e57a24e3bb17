import { escapeHtml } from "../present/escape.js";
import { reportText } from "../words/report-texts.js";

/** A line of the contents list, with the lines under it. */
export interface ContentsLine {
  readonly number: string;
  readonly text: string;
  readonly anchor: string;
  readonly under: readonly ContentsLine[];
}

function lineHtml(line: ContentsLine): string {
  const number = line.number === "" ? "" : `<span class="number">${escapeHtml(line.number)}</span>`;
  const under = line.under.length === 0 ? "" : `\n<ol>\n${line.under.map(lineHtml).join("\n")}\n</ol>`;
  return `<li><a href="#${escapeHtml(line.anchor)}">${number}<span>${escapeHtml(line.text)}</span></a>${under}</li>`;
}

/** The contents list: beside the text on a wide screen, folded above it on a narrow one. */
export function contentsHtml(lines: readonly ContentsLine[], language: string): string {
  const title = escapeHtml(reportText("contents", language));
  return `<details class="contents" open><summary>${title}</summary>
<nav aria-label="${title}"><ol>
${lines.map(lineHtml).join("\n")}
</ol></nav>
</details>`;
}
