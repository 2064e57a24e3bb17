import type { FindingBlock } from "../present/block.js";
import { escapeHtml } from "../present/escape.js";
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

/** The key messages: each finding's sentence, the state of the group's reading, and a link to its evidence. */
export function summaryHtml(run: Run, language: string): string {
  const told = findingsOf(run);
  if (told.length === 0) return "";
  const list = told.map(({ finding, anchor }) => {
    const { reading } = finding;
    const state =
      reading === undefined
        ? ""
        : ` <span class="evidence">${escapeHtml(reportText("reading", language))}: <span class="state" data-state="${reading.state}">${escapeHtml(reportText(reading.state, language))}</span></span>`;
    const link = `<a class="evidence" href="#${escapeHtml(anchor)}">${escapeHtml(reportText("evidence", language))}</a>`;
    return `<li><p>${escapeHtml(inLanguage(finding.text, language))}</p>${link}${state}</li>`;
  });
  const title = escapeHtml(reportText("summary", language));
  const lead = escapeHtml(reportText("summaryLead", language));
  return `<section class="chapter summary">\n<h2 id="summary">${title}</h2>\n<p>${lead}</p>\n<ol>\n${list.join("\n")}\n</ol>\n</section>`;
}
