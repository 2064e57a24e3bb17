import type { FindingBlock } from "../present/block.js";
import { escapeHtml } from "../present/escape.js";
import { unbrokenHtml } from "../present/finding-html.js";
import { formatConfidence } from "../present/format.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import { blockAnchor } from "./chapter.js";
import type { Run } from "./run.js";

/** A finding and the anchor of where it is told. */
interface Told {
  readonly finding: FindingBlock;
  readonly anchor: string;
}

/** The findings of all chapters in their order; what is exploratory or was rejected never reaches the summary. */
function findingsOf(run: Run): readonly Told[] {
  return run.chapters.flatMap((chapter, index) =>
    chapter.items.flatMap((item) => {
      if (item.kind !== "block" || item.block.kind !== "finding") return [];
      const finding = item.block;
      if (finding.reading?.state === "rejected" || finding.rows.some((row) => row.exploratory === true)) return [];
      return [{ finding, anchor: blockAnchor(String(index + 1), finding) }];
    }),
  );
}

/** A message: its sentence, a link to its evidence and the state of the group's reading. */
function messageHtml({ finding, anchor }: Told, language: string): string {
  const { reading } = finding;
  const state =
    reading === undefined
      ? ""
      : ` <span class="evidence">· ${escapeHtml(reportText("reading", language))}: <span class="state" data-state="${reading.state}">${escapeHtml(reportText(reading.state, language))}</span></span>`;
  const link = `<a class="evidence" href="#${escapeHtml(anchor)}">${escapeHtml(reportText("evidence", language))}</a>`;
  return `<li><p>${unbrokenHtml(inLanguage(finding.text, language))}</p>${link}${state}</li>`;
}

/** What a reader of the messages alone has to know: whom they are about, from where, and what their signs mean. */
function notes(told: readonly Told[], run: Run, language: string): readonly string[] {
  const text = told.map(({ finding }) => inLanguage(finding.text, language)).join(" ");
  const rows = told.flatMap(({ finding }) => finding.rows);
  const bare = (texts: Run["source"]) => inLanguage(texts, language).trim().replace(/\.+$/, "");
  const source = bare(run.source);
  const universe = bare(run.labels.universe);
  const confidence = formatConfidence(run.confidence, language);
  const shorts = [...new Set(text.match(/\bP?DFI\b/g) ?? [])].sort();
  return [
    ...(source === "" ? [] : [reportText("source", language, { source })]),
    ...(universe === "" ? [] : [reportText("universe", language, { universe })]),
    ...(rows.some((row) => row.ci !== null) ? [reportText("summaryIntervals", language, { confidence })] : []),
    ...(rows.some((row) => row.statistic === "difference") ? [reportText("differenceNote", language)] : []),
    ...(/\bpp\b/.test(text) ? [reportText("pointsNote", language)] : []),
    ...shorts.map((short) => reportText(`short ${short}`, language)),
  ];
}

/**
 * The key messages: what the group agreed on, then what it has still to discuss, numbered on; each with a link to its
 * evidence. They can be read alone.
 */
export function summaryHtml(run: Run, language: string): string {
  const told = findingsOf(run);
  if (told.length === 0) return "";
  const agreed = told.filter(({ finding }) => finding.reading?.state === "agreed");
  const open = told.filter(({ finding }) => finding.reading?.state !== "agreed");
  const list = (code: string, messages: readonly Told[], before: number): readonly string[] => {
    if (messages.length === 0) return [];
    const items = messages.map((each) => messageHtml(each, language)).join("\n");
    return [`<h3>${escapeHtml(reportText(code, language))}</h3>\n<ol start="${before + 1}">\n${items}\n</ol>`];
  };
  return [
    '<section class="chapter summary">',
    `<h2 id="summary">${escapeHtml(reportText("summary", language))}</h2>`,
    `<p>${escapeHtml(reportText("summaryLead", language))}</p>`,
    `<p class="caption">${escapeHtml(notes(told, run, language).join(" "))}</p>`,
    ...list("summaryAgreed", agreed, 0),
    ...list("summaryOpen", open, agreed.length),
    "</section>",
  ].join("\n");
}
