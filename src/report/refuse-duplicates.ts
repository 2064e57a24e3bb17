import { existsSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { type Problem, refuse } from "../errors.js";

/** A name as file systems compare them that do not tell capitals, or one form of an accent from another. */
function folded(file: string): string {
  return basename(file).normalize("NFC").toLowerCase();
}

function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

/**
 * Refuses notebooks to run that have the name of another one, or of one of the study's own: a copy is kept by its name,
 * so that one would be written over the other.
 *
 * @throws {DataError} naming both files of each pair
 */
export function refuseDuplicates(notebooks: readonly string[], own: readonly string[]): void {
  const seen = new Map(own.map((file) => [folded(file), { file, isAsked: false }]));
  const problems: Problem[] = [];
  for (const second of notebooks) {
    const first = seen.get(folded(second));
    const isSame = first !== undefined && realPath(first.file) === realPath(second);
    if (first === undefined || (isSame && !first.isAsked)) {
      seen.set(folded(second), { file: second, isAsked: true });
      continue;
    }
    const holes = { name: basename(second), first: first.file, second };
    problems.push({ code: "duplicateNotebook", holes, place: {} });
  }
  refuse(problems);
}
