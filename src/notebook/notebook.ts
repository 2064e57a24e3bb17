import type { MimeBundle, Output } from "./outputs.js";

/** What a notebook notes of a cell; `tags` is what the runner and the report read. */
export interface CellMetadata {
  readonly tags?: readonly string[];
  readonly [key: string]: unknown;
}

/** A cell of prose, or one that no program reads. */
export interface TextCell {
  readonly cell_type: "markdown" | "raw";
  readonly id: string;
  readonly metadata: CellMetadata;
  readonly source: string;
  readonly attachments?: MimeBundle;
}

/** A cell of TypeScript with what it put out. */
export interface CodeCell {
  readonly cell_type: "code";
  readonly id: string;
  readonly metadata: CellMetadata;
  readonly source: string;
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

/** A cell of a notebook; texts are whole, though a file holds them by lines. */
export type Cell = TextCell | CodeCell;

/** A notebook in memory, as nbformat 4.5 has it. */
export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly Cell[];
}

/**
 * Whether a cell carries a tag.
 *
 * @example
 * hasTag({ cell_type: "raw", id: "a", metadata: { tags: ["es"] }, source: "" }, "es"); // => true
 */
export function hasTag(cell: Cell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}
