import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { CountsBlock } from "./block.js";
import type { Dress } from "./dress.js";
import { escapeHtml } from "./escape.js";
import { formatNumber } from "./format.js";

/** A cell's text: a number with as many decimals as it needs, at most two; a text in the reader's language. */
function cellText(cell: CountsBlock["cells"][number][number], language: string): string {
  if (cell === null) return reportText("notApplicable", language);
  if (typeof cell === "string") return cell;
  if (typeof cell !== "number") return inLanguage(cell, language);
  const decimals = Number.isInteger(cell) ? 0 : Number.isInteger(Math.round(cell * 1000) / 100) ? 1 : 2;
  return formatNumber(cell, { decimals, language });
}

/** Whether a cell is a number, or the text of one such as `95.8 %`. */
function isNumber(cell: CountsBlock["cells"][number][number], language: string): boolean {
  if (cell === null || typeof cell === "number") return cell !== null;
  const text = typeof cell === "string" ? cell : inLanguage(cell, language);
  return /^[−-]?[\d.,\s]*\d\s*%?$/.test(text);
}

/** A table of counts as HTML, without title and source. A column with a number in it is aligned to the right. */
export function countsHtml(block: CountsBlock, dress: Dress, language: string): string {
  const numeric = block.columns.map((_, index) =>
    block.cells.some((cells) => isNumber(cells[index] ?? null, language)),
  );
  const titles = block.columns.map((texts) => inLanguage(texts, language));
  const head = titles.map((title, index) => {
    return `<th scope="col"${dress(numeric[index] ? "headNumber" : "head")}>${escapeHtml(title)}</th>`;
  });
  const body = block.cells.map((cells) => {
    const row = cells.map((cell, index) => {
      const text = escapeHtml(cellText(cell, language));
      if (index === 0) return `<th scope="row"${dress("label")}>${text}</th>`;
      const label = ` data-label="${escapeHtml(titles[index] ?? "")}"`;
      return `<td${dress(numeric[index] ? "number" : "label")}${label}>${text}</td>`;
    });
    return `<tr>${row.join("")}</tr>`;
  });
  const table = `<table${dress("table")}>\n<thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
  return `<div${dress("scroll")}>${table}</div>`;
}
