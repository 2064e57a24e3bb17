import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { FindingBlock, Reading } from "./block.js";
import { reasonText } from "./columns.js";
import type { Dress } from "./dress.js";
import { escapeHtml } from "./escape.js";
import { formatConfidence, formatP } from "./format.js";
import { indicatorLabel, rowLabel } from "./labels.js";
import { shown } from "./values.js";

/** An estimate in a line: what it is of, the number, its interval, CV and n. */
export function evidenceText(row: Released, block: Pick<FindingBlock, "labels">, language: string): string {
  const names = [indicatorLabel(block.labels, row.id, language), rowLabel(block.labels, row, language)];
  const subject = [...new Set(names)].join(", ");
  const values = shown(row, language);
  if (values.estimate === null) return `${subject}: — ${reasonText(row, language) ?? ""}`;
  const confidence = formatConfidence(row.confidence, language);
  const facts = [
    ...(values.interval === null ? [] : [`${reportText("interval", language, { confidence })}: ${values.interval}`]),
    ...(values.cv === null ? [] : [`CV ${values.cv}`]),
    ...(row.precision === null ? [] : [reportText(row.precision, language)]),
    ...(row.part === undefined ? [] : [reportText("notGeneralisable", language)]),
    ...(values.n === null ? [] : [reportText("counted", language, { n: values.n })]),
  ];
  return `${subject}: ${values.estimate}${values.marks === "" ? "" : ` ${values.marks}`} (${facts.join("; ")})`;
}

/** What the group makes of a finding, its dissent printed. */
function readingHtml(reading: Reading, dress: Dress, language: string): string {
  const text = escapeHtml(inLanguage(reading.text, language));
  const state = `<span${dress("state")} data-state="${reading.state}">${escapeHtml(reportText(reading.state, language))}</span>`;
  const dissent =
    reading.dissent === undefined
      ? ""
      : `<br><span${dress("state")}>${escapeHtml(reportText("dissent", language))}:</span> ${escapeHtml(inLanguage(reading.dissent, language))}`;
  return `<p${dress("reading")}>${escapeHtml(reportText("reading", language))} (${state}): ${text}${dissent}</p>`;
}

/** A text as HTML in which no interval is broken after its dash. */
export function unbrokenHtml(text: string): string {
  return escapeHtml(text).replace(/[\d.,\u202f]+–[\d.,\u202f]+%?/g, '<span style="white-space:nowrap">$&</span>');
}

/** That the sentence shown is the alternative one, with the p-values of the comparisons it rests on. */
function notHeldText({ rows }: FindingBlock, language: string): string {
  const values = rows.flatMap((row) =>
    row.statistic === "difference" && !row.withheld && row.p !== undefined && row.p !== null
      ? [formatP(row.p, language)]
      : [],
  );
  const p = values.length === 0 ? [] : [reportText("notHeldP", language, { p: values.join("; ") })];
  return [reportText("notHeld", language), ...p].join(" ");
}

/**
 * A finding as HTML: the sentence that holds, its evidence in a small line each, and the group's reading. With `link`,
 * each line points at the estimate's row in the annex.
 */
export function findingHtml(
  block: FindingBlock,
  dress: Dress,
  language: string,
  link?: (row: Released) => string | null,
): string {
  const evidence = block.rows.map((row) => {
    const text = unbrokenHtml(evidenceText(row, block, language));
    const anchor = link?.(row) ?? null;
    return anchor === null ? text : `<a href="#${escapeHtml(anchor)}">${escapeHtml(anchor)}</a> ${text}`;
  });
  const heading = escapeHtml(reportText("evidence", language));
  const list = evidence.length === 0 ? "" : `<p${dress("evidence")}>${heading}: ${evidence.join("<br>")}</p>`;
  const held = block.held ? "" : `<p${dress("evidence")}>${escapeHtml(notHeldText(block, language))}</p>`;
  const reading = block.reading === undefined ? "" : readingHtml(block.reading, dress, language);
  const parts = [
    `<p${dress("title")}>${unbrokenHtml(inLanguage(block.text, language))}</p>`,
    held,
    list,
    reading,
  ].filter((part) => part !== "");
  return `<div${dress("finding")}>\n${parts.join("\n")}\n</div>`;
}
