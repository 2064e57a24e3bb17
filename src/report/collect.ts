import { basename } from "node:path";
import { type Problem, refuse } from "../errors.js";
import { type Cell, type CodeCell, hasTag, type Notebook } from "../notebook/notebook.js";
import type { ReleasedFile } from "../notebook/open-study.js";
import { BLOCK_MIME, type Block } from "../present/block.js";
import { bundleOf } from "../present/display.js";
import type { Chapter, Item } from "./run.js";

/** The blocks that a cell showed, in order. */
export function blocksOf(cell: CodeCell): readonly Block[] {
  return cell.outputs.flatMap((output) => {
    const block = "data" in output ? output.data[BLOCK_MIME] : undefined;
    return block === undefined ? [] : [block as Block];
  });
}

/** What a block rests on, as texts: its estimates, or its counts whole. */
function contentOf(block: Block): readonly string[] {
  return block.kind === "counts" ? [JSON.stringify(block)] : block.rows.map((row) => JSON.stringify(row));
}

/** All that was released, as texts: what a notebook shows must be among it, to the letter. */
function toIndex({ estimates, counts }: ReleasedFile): ReadonlySet<string> {
  return new Set([...estimates, ...Object.values(counts)].map((each) => JSON.stringify(each)));
}

/** The languages of a cell of prose: the one it is tagged with, or every one. */
function languageOf(cell: Cell, languages: readonly string[]): string | null {
  return languages.find((language) => hasTag(cell, language)) ?? null;
}

/** What a reader meets of one cell. */
function itemsOf(cell: Cell, languages: readonly string[]): readonly Item[] {
  if (hasTag(cell, "remove-cell")) return [];
  if (cell.cell_type === "markdown")
    return [{ kind: "markdown", language: languageOf(cell, languages), text: cell.source }];
  if (cell.cell_type !== "code") return [];
  const code: readonly Item[] = hasTag(cell, "remove-input") ? [] : [{ kind: "code", source: cell.source }];
  return [...code, ...blocksOf(cell).map((block): Item => ({ kind: "block", block }))];
}

/** Blocks that show what was not released, and ids that stand twice in a notebook. */
function problemsOf(notebook: Notebook, file: string, released: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    for (const block of blocksOf(cell)) {
      const place = { file };
      if (contentOf(block).some((content) => !released.has(content)))
        problems.push({ code: "exploratoryRow", holes: { id: block.id, cell: index + 1 }, place });
      if (seen.has(block.id))
        problems.push({ code: "duplicateBlock", holes: { id: block.id, cell: index + 1 }, place });
      seen.add(block.id);
    }
  }
  return problems;
}

/** A notebook that has run, with the file it came from. */
export interface Ran {
  readonly file: string;
  readonly notebook: Notebook;
}

/**
 * Turns executed notebooks into chapters: prose by language, code, and what `show` displayed.
 *
 * @throws {DataError} if a notebook shows an estimate that was not released, or one id twice, naming notebook and cell
 */
export function collect(ran: readonly Ran[], list: ReleasedFile, languages: readonly string[]): readonly Chapter[] {
  const released = toIndex(list);
  refuse(ran.flatMap(({ file, notebook }) => problemsOf(notebook, basename(file), released)));
  return ran.map(({ file, notebook }) => ({
    notebook: basename(file),
    items: notebook.cells.flatMap((cell) => itemsOf(cell, languages)),
  }));
}

/**
 * The copy of an executed notebook that may leave the data folder: prose, code, and only what `show` displayed, drawn
 * anew from the block, which is what was checked. Whatever else a cell printed stays in the confidential copy.
 */
export function releasedCopy(notebook: Notebook, language: string): Notebook {
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== "code") return cell;
    const outputs = blocksOf(cell).map((block) => ({
      output_type: "display_data" as const,
      ...bundleOf(block, language),
    }));
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}
