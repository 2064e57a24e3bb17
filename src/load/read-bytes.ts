import { readFileSync, statSync } from "node:fs";
import { DataError, type Problem } from "../errors.js";

/** Larger than any export of a survey: 200 MB. */
const MAX_BYTES = 200_000_000;

/**
 * The bytes of a file.
 *
 * @throws {DataError} if there is no such file, if it is a folder, empty, not to be read, or larger than 200 MB
 */
export function readBytes(file: string): Buffer {
  const problem = (code: string): DataError => {
    const one: Problem = { code, holes: { file }, place: {} };
    return new DataError([one]);
  };
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw problem("missingFile");
  if (!stat.isFile()) throw problem("notAFile");
  if (stat.size === 0) throw problem("emptyFile");
  if (stat.size > MAX_BYTES) throw problem("fileTooLarge");
  try {
    return readFileSync(file);
  } catch {
    throw problem("unreadableFile");
  }
}
