import { basename } from "node:path";
import { problemLine } from "../errors.js";
import type { Holes, Language } from "../words/catalogue.js";
import type { CellEnd } from "./kernel.js";
import type { CellError } from "./outputs.js";

/** Why and where a notebook stopped. */
export interface Failure {
  /** the number of the cell, from 1, among all cells that a reader sees, prose too */
  readonly cell: number;
  /** the cell's source */
  readonly source: string;
  /** the line and column in the cell, from 1; null where nobody can tell, as in a cell that never ended */
  readonly line: number | null;
  readonly column: number | null;
  /** the kind of error: `TypeError`, `TypeScriptError`, `Timeout`, `KernelDied` … */
  readonly name: string;
  /** what the code threw, or in English what befell it */
  readonly message: string;
  /** what befell the cell from outside, as a code of the catalogue; null: its own code threw */
  readonly befell: { readonly code: string; readonly holes: Holes } | null;
}

/** How far a line of source and a message are shown. */
const WIDTH = 160;
const LENGTH = 4000;

function text(code: string, holes: Holes, language: Language): string {
  return problemLine({ code, holes, place: {} }, language);
}

function death({ exit, lastWords }: Extract<CellEnd, { state: "died" }>): NonNullable<Failure["befell"]> {
  if (/heap out of memory|Allocation failed/.test(lastWords)) return { code: "kernelOutOfMemory", holes: {} };
  if (exit.signal !== null) return { code: "kernelKilled", holes: { exit: exit.signal } };
  return { code: "kernelExited", holes: { exit: exit.code ?? "?" } };
}

/** What an end means for its cell; null when the cell ended well, or with an error that it was expected to throw. */
export function toFailure(
  end: CellEnd,
  error: CellError | null,
  expected: boolean,
  where: { readonly cell: number; readonly source: string; readonly limit: string },
): Failure | null {
  const { cell, source, limit } = where;
  const from = (name: string, befell: NonNullable<Failure["befell"]>): Failure => {
    const message = text(befell.code, befell.holes, "en");
    return { cell, source, line: null, column: null, name, message, befell };
  };
  // an interrupted cell throws, but that is not why it stopped
  if (end.state === "timeout") return from("Timeout", { code: limit, holes: { seconds: end.seconds } });
  if (end.state === "aborted") return from("NotRun", { code: "cellNotRun", holes: {} });
  if (end.state === "died" && error === null) return from("KernelDied", death(end));
  if (error === null || (expected && end.state !== "died")) return null;
  return { cell, source, ...error, befell: null };
}

/** The lines around the failing one with their numbers, and a caret under the column. */
function excerpt({ source, line, column }: Failure): readonly string[] {
  const rows = source.split("\n");
  const first = Math.max(0, (line ?? 1) - 4);
  const shown = rows.slice(first, line === null ? 7 : line + 2);
  const digits = String(first + shown.length).length;
  return shown.flatMap((row, index) => {
    const number = first + index + 1;
    const isHere = number === line;
    // in a very long line, the part around the column
    const start = isHere && column !== null ? Math.max(0, column - WIDTH / 2) : 0;
    const part = row.slice(start, start + WIDTH);
    const numbered = `${isHere ? ">" : " "} ${String(number).padStart(digits)} | ${part}`;
    if (!isHere || column === null) return [numbered];
    const before = part.slice(0, column - 1 - start).replace(/[^\t]/g, " ");
    return [numbered, `  ${" ".repeat(digits)} | ${before}^`];
  });
}

/**
 * A failure for people: the notebook, the cell's number, its source with a caret at the place, and the message; null
 * when the notebook ran well.
 */
export function failureText(
  executed: { readonly file: string; readonly failure: Failure | null },
  language: Language,
): string | null {
  const { file, failure } = executed;
  if (failure === null) return null;
  const { cell, line, name, befell } = failure;
  const at = { notebook: basename(file), cell, line: line ?? "" };
  const head = text(line === null ? "notebookStopped" : "notebookStoppedAt", at, language);
  const message = befell === null ? `${name}: ${failure.message}` : text(befell.code, befell.holes, language);
  const cut = message.length > LENGTH ? `${message.slice(0, LENGTH)} …` : message;
  return [head, ...excerpt(failure), cut].join("\n");
}
