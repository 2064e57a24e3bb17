import type { Estimate } from "../estimate/estimate.js";
import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { plainText } from "../words/plain-text.js";
import { reportText } from "../words/report-texts.js";
import type { Block, Labels } from "./block.js";
import { caption, footnotes } from "./caption.js";
import { headColumns, numberColumns, reasonText } from "./columns.js";
import { evidenceText } from "./finding-html.js";
import { indicatorLabel } from "./labels.js";
import { WITHHELD } from "./theme.js";
import { shown } from "./values.js";

/** No labels but the names in the rows. */
const bare: Labels = { columns: {}, values: {}, source: {}, universe: {}, indicators: {}, synthetic: false };

/** Lines of a table: text to the left, numbers to the right, each column as wide as its widest cell. */
function aligned(lines: readonly (readonly string[])[], texts: number): string {
  const widths = lines[0]!.map((_, index) => Math.max(...lines.map((line) => [...(line[index] ?? "")].length)));
  return lines
    .map((line) => {
      const cells = line.map((cell, index) => {
        const space = " ".repeat(widths[index]! - [...cell].length);
        return index < texts ? cell + space : space + cell;
      });
      return cells.join("  ").trimEnd();
    })
    .join("\n");
}

/**
 * Estimates as a table of plain text for a terminal or a notebook cell.
 */
export function estimatesText(
  estimates: readonly (Estimate | Released)[],
  labels: Labels = bare,
  language = "es",
): string {
  const rows = estimates.map((row): Released => ({ id: "", precision: null, withheld: false, ...row }));
  if (rows.length === 0) return "—";
  const several = new Set(rows.map((row) => `${row.id} ${row.statistic} ${row.variable}`)).size > 1;
  const name = (row: Released) =>
    row.id === "" ? `${row.statistic} ${row.variable}` : indicatorLabel(labels, row.id, language);
  const heads = headColumns(rows, labels, language);
  const naming = !several && (heads.length > 1 || heads[0]!.title !== reportText("indicator", language)) ? [] : [name];
  const shownHeads = naming.length > 0 && heads[0]!.title === reportText("indicator", language) ? [] : heads;
  const numbers = numberColumns(rows, language);
  const lines = rows.map((row) => {
    const values = shown(row, language);
    const texts = [...naming.map((text) => text(row)), ...shownHeads.map((head) => head.text(row))].map(plainText);
    if (row.withheld || row.estimate === null) {
      const words = row.withheld
        ? `${WITHHELD} ${reportText("withheld", language)}`
        : `— ${reasonText(row, language) ?? ""}`;
      return [...texts, words, ...numbers.slice(1).map(() => "")];
    }
    const cells = numbers.map(({ name: column }) => {
      const text = values[column] ?? reportText("notApplicable", language);
      return column === "estimate" && values.marks !== "" ? `${text} ${values.marks}` : text;
    });
    return [...texts, ...cells];
  });
  const titles = [
    ...naming.map(() => reportText("indicator", language)),
    ...shownHeads.map((head) => plainText(head.title)),
    ...numbers.map((column) => column.title),
  ];
  return aligned([titles, ...lines], naming.length + shownHeads.length);
}

/** A block as plain text, for where nothing else can be shown. */
export function blockText(block: Block, language: string): string {
  const title = plainText(inLanguage(block.title, language));
  const message = block.message === undefined ? [] : [plainText(inLanguage(block.message, language))];
  const synthetic = block.kind === "counts" ? block.synthetic : block.labels.synthetic;
  const mark = synthetic ? [reportText("synthetic", language)] : [];
  if (block.kind === "counts") {
    const texts = block.cells.map((cells) =>
      cells.map((cell) =>
        plainText(cell === null ? "" : typeof cell === "object" ? inLanguage(cell, language) : String(cell)),
      ),
    );
    return [
      ...mark,
      title,
      ...message,
      aligned([block.columns.map((one) => plainText(inLanguage(one, language))), ...texts], 1),
    ].join("\n");
  }
  const warning = block.rows.some((row) => row.exploratory === true) ? [reportText("exploratory", language)] : [];
  if (block.kind === "finding") {
    const evidence = block.rows.map((row) => plainText(evidenceText(row, block, language)));
    return [...mark, ...warning, plainText(inLanguage(block.text, language)), ...evidence].join("\n");
  }
  const notes = footnotes(block.rows, block.labels, language).map(({ sign, text }) => `${sign} ${text}`.trim());
  const under = [...notes, ...caption(block.rows, block.labels, language)].map(plainText).join(" ");
  return [...mark, ...warning, title, ...message, estimatesText(block.rows, block.labels, language), under].join("\n");
}
