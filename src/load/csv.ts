import Papa from "papaparse";
import { DataError, type Problem } from "../errors.js";
import { readBytes } from "./read-bytes.js";
import type { Cell } from "./workbook.js";

/** Text as bytes hold it: UTF-8 with or without its mark, else the Latin-1 of older offices (as Windows extends it). */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The rows of a CSV file with `,`, `;` or tabs between cells; the first holds the headers. Blank cells and R's `NA` are null.
 *
 * @throws {DataError} if the file cannot be read, or rows have more cells than there are headers
 */
export function readCsv(file: string): readonly (readonly Cell[])[] {
  const text = decode(readBytes(file));
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"], skipEmptyLines: "greedy" });
  const width = data[0]?.length ?? 0;
  const problems: Problem[] = [];
  const rows = data.map((cells, index): Cell[] => {
    const holes = { cells: cells.length, headers: width };
    if (cells.length > width) problems.push({ code: "rowTooLong", holes, place: { file, row: index + 1 } });
    // the header NA is a name like another
    if (index === 0) return cells;
    return cells.map((cell) => (cell === "" || cell === "NA" || cell.trim() === "" ? null : cell));
  });
  if (problems.length > 0) throw new DataError(problems.slice(0, 20));
  return rows;
}
