import type { Released } from "../policy/released.js";
import type { Block } from "../present/block.js";
import { blockToHtml } from "../present/block-html.js";
import { escapeHtml } from "../present/escape.js";
import { reportText } from "../words/report-texts.js";
import { firstHeading, type Heading, type Numbering, renderMarkdown } from "./markdown.js";
import type { Chapter, Item } from "./run.js";

/** A chapter of the report, ready, with its place in the contents list. */
export interface ChapterHtml {
  readonly number: string;
  readonly title: string;
  readonly anchor: string;
  readonly headings: readonly Heading[];
  readonly html: string;
}

/** What chapters share: the language, where an estimate's row is, and how figures and tables are counted. */
export interface ReportContext {
  readonly language: string;
  readonly link: (row: Released) => string | null;
  readonly counted: { figure: number; table: number };
}

/** The anchor of a block in the report: its id is unique in its notebook only. */
export function blockAnchor(chapter: string, block: Block): string {
  return `b${chapter}-${block.id}`;
}

/** Whether an item is for readers of a language. */
function isFor(item: Item, language: string): boolean {
  return item.kind !== "markdown" || item.language === null || item.language === language;
}

function blockHtml(block: Block, chapter: string, { language, link, counted }: ReportContext): string {
  const anchor = blockAnchor(chapter, block);
  if (block.kind === "finding") return blockToHtml(block, language, { plotly: true, anchor, link });
  const kind = block.kind === "figure" ? "figure" : "table";
  counted[kind] += 1;
  const number = `${reportText(kind, language)} ${counted[kind]}`;
  return blockToHtml(block, language, { plotly: true, anchor, number });
}

/** The chapter's code, folded away at its end. */
function codeHtml(chapter: Chapter, language: string): string {
  const cells = chapter.items.flatMap((item) =>
    item.kind === "code" && item.source.trim() !== "" ? [item.source] : [],
  );
  if (cells.length === 0) return "";
  const note = escapeHtml(reportText("codeNote", language, { notebook: chapter.notebook }));
  const code = cells.map((source) => `<pre><code>${escapeHtml(source)}</code></pre>`).join("\n");
  return `<details class="code"><summary>${escapeHtml(reportText("code", language))}</summary>\n<p class="caption">${note}</p>\n${code}\n</details>`;
}

/**
 * A notebook as a chapter: its first heading is the title, then text, exhibits and findings in their order, then the
 * code. Cells written for readers of another language are left out.
 */
export function chapterHtml(chapter: Chapter, number: string, context: ReportContext): ChapterHtml {
  const { language } = context;
  const items = chapter.items.filter((item) => isFor(item, language));
  const titled = items.findIndex((item) => item.kind === "markdown" && firstHeading(item.text) !== null);
  const first = items[titled];
  const title = first?.kind === "markdown" ? firstHeading(first.text)! : chapter.notebook.replace(/\.ipynb$/, "");
  const numbering: Numbering = { chapter: number, section: 0, part: 0 };
  const headings: Heading[] = [];
  const parts = items.map((item, index) => {
    if (item.kind === "code") return "";
    if (item.kind === "block") return blockHtml(item.block, number, context);
    const rendered = renderMarkdown(item.text, numbering, index === titled);
    headings.push(...rendered.headings);
    return rendered.html.trim() === "" ? "" : `<div class="prose">${rendered.html}</div>`;
  });
  const anchor = `c${number}`;
  const body = [...parts, codeHtml(chapter, language)].filter((part) => part !== "").join("\n");
  const heading = `<h2 id="${anchor}"><span class="number">${number}</span>${escapeHtml(title)}</h2>`;
  return { number, title, anchor, headings, html: `<section class="chapter">\n${heading}\n${body}\n</section>` };
}
