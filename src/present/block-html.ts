import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { Block, FigureBlock } from "./block.js";
import { countsHtml } from "./counts-html.js";
import { byClass, byStyle, type Dress } from "./dress.js";
import { escapeHtml, scriptJson } from "./escape.js";
import { figureAlt, plotlyFigure } from "./figure.js";
import { findingHtml } from "./finding-html.js";
import {
  captionHtml,
  exhibitHtml,
  exploratoryHtml,
  noteHtml,
  sourceHtml,
  syntheticHtml,
  titleHtml,
} from "./frame-html.js";
import { tableHtml } from "./table-html.js";

/** Where and how a block is put into HTML. */
export interface BlockHtmlOptions {
  /**
   * true: for the report, with classes, and a figure is a place that plotly draws into with its data table folded away;
   * false: for a notebook, with inline style and no script, and a figure is its data table
   */
  readonly plotly: boolean;
  /** the anchor of the block; defaults to its id, which is unique in its notebook */
  readonly anchor?: string;
  /** the anchor of an estimate's row in the annex, for the evidence of findings */
  readonly link?: (row: Released) => string | null;
  /** "Figure 3" or "Table 2", set before the title */
  readonly number?: string;
}

/** The place that plotly draws into, its figure as JSON, and the data table folded away. */
function plotHtml(block: FigureBlock, table: string, language: string): string {
  const height = String(plotlyFigure(block, language).layout.height);
  const alt = escapeHtml(figureAlt(block, language));
  return [
    `<div class="plot" role="img" aria-label="${alt}" style="height:${escapeHtml(height)}px"></div>`,
    `<script type="application/json" class="plot-data">${scriptJson(plotlyFigure(block, language))}</script>`,
    `<noscript><p class="caption">${escapeHtml(reportText("scriptsOff", language))}</p></noscript>`,
    `<details class="data"><summary>${escapeHtml(reportText("dataTable", language))}</summary>`,
    table,
    "</details>",
  ].join("\n");
}

function numbered(title: string, number: string | undefined, dress: Dress): string {
  return number === undefined ? title : `<p${dress("mark")}>${escapeHtml(number)}</p>\n${title}`;
}

/**
 * A block as HTML in one language, complete with title, message, caption and footnotes. Every text in it is shown as
 * text, whatever it holds.
 */
export function blockToHtml(block: Block, language: string, options: BlockHtmlOptions): string {
  const dress = options.plotly ? byClass : byStyle;
  const anchor = options.anchor ?? block.id;
  // In the report every page and picture says that the data are invented; in a notebook each exhibit does.
  const synthetic = block.kind === "counts" ? block.synthetic : block.labels.synthetic;
  const mark = syntheticHtml(synthetic && !options.plotly, dress, language);
  const title = numbered(titleHtml(block, dress, language), options.number, dress);
  const note = noteHtml(block, dress, language);
  if (block.kind === "counts") {
    return exhibitHtml(anchor, dress, [
      mark,
      title,
      countsHtml(block, dress, language),
      note,
      sourceHtml(block, dress, language),
    ]);
  }
  const warning = exploratoryHtml(block.rows, dress, language);
  if (block.kind === "finding") {
    const question = inLanguage(block.title, language);
    const small = question === "" ? "" : `<p${dress("mark")}>${escapeHtml(question)}</p>`;
    return exhibitHtml(anchor, dress, [mark, warning, small, findingHtml(block, dress, language, options.link), note]);
  }
  const table = tableHtml(block.rows, block.labels, { dress, language });
  const body = block.kind === "figure" && options.plotly ? plotHtml(block, table, language) : table;
  const caption = captionHtml(block.rows, block.labels, dress, language);
  return exhibitHtml(anchor, dress, [mark, warning, title, body, note, caption]);
}
