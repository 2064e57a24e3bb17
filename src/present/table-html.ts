import type { Released } from "../policy/released.js";
import { reportText } from "../words/report-texts.js";
import type { Labels } from "./block.js";
import { type HeadColumn, headColumns, type NumberColumnOf, numberColumns, reasonText } from "./columns.js";
import type { Dress } from "./dress.js";
import { escapeHtml } from "./escape.js";
import { indicatorLabel } from "./labels.js";
import { areSingle, sectionHeads, sections } from "./sections.js";
import { PRECISION, WITHHELD_HTML } from "./theme.js";
import { shown } from "./values.js";

/** How a table of estimates is drawn. */
export interface TableStyle {
  readonly dress: Dress;
  readonly language: string;
  /** the anchor of a row, for a table that others link to */
  readonly anchor?: (row: Released) => string | null;
}

/** The symbols beside an estimate, with their words for those who hear the page. */
function marks(row: Released, language: string): string {
  const { marks: text } = shown(row, language);
  if (text === "") return "";
  const words = [
    ...(row.precision === null || row.precision === "high" ? [] : [reportText(row.precision, language)]),
    ...(row.part === undefined ? [] : [reportText("notGeneralisable", language)]),
  ].join(", ");
  return ` <span title="${escapeHtml(words)}" aria-label="${escapeHtml(words)}" role="img">${escapeHtml(text)}</span>`;
}

/** The cells of a row without numbers: one that says why. */
function emptyCell(row: Released, columns: number, { dress, language }: TableStyle): string {
  const words = escapeHtml(reasonText(row, language) ?? reportText("notApplicable", language));
  const sign = row.withheld ? `${WITHHELD_HTML} ` : "— ";
  return `<td${dress("empty")} colspan="${columns}">${sign}${words}</td>`;
}

/** One number of a row, or that it does not apply. */
function numberCell(row: Released, column: NumberColumnOf, { dress, language }: TableStyle): string {
  const text = shown(row, language)[column.name] ?? reportText("notApplicable", language);
  const graded = column.name === "cv" && row.precision !== null && row.precision !== "high";
  const part = graded
    ? row.precision === "low"
      ? "low"
      : "moderate"
    : column.name === "estimate"
      ? "estimate"
      : "number";
  const sign = graded ? ` ${PRECISION[row.precision!].symbol}` : "";
  const mark = column.name === "estimate" ? marks(row, language) : "";
  return `<td${dress(part)} data-label="${escapeHtml(column.title)}">${escapeHtml(text)}${mark}${sign}</td>`;
}

/** A row: what it is about, then its numbers. */
function rowHtml(
  row: Released,
  heads: readonly HeadColumn[],
  numbers: readonly NumberColumnOf[],
  style: TableStyle,
): string {
  const { dress, language } = style;
  const none = row.withheld || row.estimate === null;
  // A reason that only explains a missing design effect would puzzle a reader who sees estimate and interval.
  const telling = row.part === undefined && (row.ci === null || row.reason === "nobody" || row.reason === "everybody");
  const reason = none || !telling ? null : reasonText(row, language);
  const anchor = style.anchor?.(row) ?? null;
  const cells = heads.map((head, index) => {
    const text = escapeHtml(head.text(row));
    const first = index === 0;
    const small = first && reason !== null ? `<br><small${dress("reason")}>${escapeHtml(reason)}</small>` : "";
    const number = first && anchor !== null ? `<small${dress("reason")}>${escapeHtml(anchor)}</small> ` : "";
    return first
      ? `<th scope="row"${dress("label")}>${number}${text}${small}</th>`
      : `<td${dress("label")} data-label="${escapeHtml(head.title)}">${text}</td>`;
  });
  const values = none
    ? emptyCell(row, numbers.length, style)
    : numbers.map((column) => numberCell(row, column, style)).join("");
  return `<tr${anchor === null ? "" : ` id="${escapeHtml(anchor)}"`}>${cells.join("")}${values}</tr>`;
}

/**
 * A table of estimates as HTML, without title and caption. A withheld row has no number in it, and a row whose estimate
 * does not exist says why.
 */
export function tableHtml(rows: readonly Released[], labels: Labels, style: TableStyle): string {
  const { dress, language } = style;
  const runs = sections(rows);
  const heads = sectionHeads(runs, headColumns(rows, labels, language), labels, language);
  const numbers = numberColumns(rows, language);
  const width = heads.length + numbers.length;
  const head = [
    ...heads.map((column) => `<th scope="col"${dress("head")}>${escapeHtml(column.title)}</th>`),
    ...numbers.map((column) => `<th scope="col"${dress("headNumber")}>${escapeHtml(column.title)}</th>`),
  ].join("");
  const groups = runs.map((run) => {
    const title = escapeHtml(indicatorLabel(labels, run.id, language));
    const isHeaded = runs.length > 1 && run.rows.length > 1;
    const section = isHeaded
      ? `<tr><th scope="rowgroup" colspan="${width}"${dress("section")}>${title}</th></tr>\n`
      : "";
    return `${section}${run.rows.map((row) => rowHtml(row, heads, numbers, style)).join("\n")}`;
  });
  const body = (areSingle(runs) ? [groups.join("\n")] : groups).map((group) => `<tbody>\n${group}\n</tbody>`);
  const table = `<table${dress("table")}>\n<thead><tr>${head}</tr></thead>\n${body.join("\n")}\n</table>`;
  return `<div${dress("scroll")}>${table}</div>`;
}
