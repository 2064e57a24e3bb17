import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "../src/notebook/notebook.js";
import { writeNotebook } from "../src/notebook/write-notebook.js";
import { folder } from "./temporary-folder.js";

export { folder };

/** Code cells by their sources; a Markdown cell begins with `#`. */
export function toCells(sources: readonly string[]): readonly Cell[] {
  return sources.map((source, index) => {
    const id = `cell-${index + 1}`;
    if (source.startsWith("#")) return { cell_type: "markdown", id, metadata: {}, source };
    return { cell_type: "code", id, metadata: {}, source, execution_count: null, outputs: [] };
  });
}

/** Writes a notebook of these cells and returns its file. */
export function notebookFile(
  cells: readonly Cell[] | readonly string[],
  at: { readonly folder?: string; readonly name?: string } = {},
): string {
  const file = join(at.folder ?? folder(), at.name ?? "prueba.ipynb");
  const isText = (cell: Cell | string): cell is string => typeof cell === "string";
  const written = cells.map((cell, index) =>
    isText(cell) ? { ...toCells([cell])[0]!, id: `cell-${index + 1}` } : cell,
  );
  writeNotebook(file, { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: written });
  return file;
}

/** Whether a process lives; one that has ended but that nobody has asked for yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** Asks again and again until something holds or half a minute has passed; says whether it came to hold. */
export async function comesTrue(holds: () => boolean): Promise<boolean> {
  const end = performance.now() + 30_000;
  while (!holds() && performance.now() < end) await new Promise((go) => setTimeout(go, 20));
  return holds();
}
