import type { Holes } from "../words/catalogue.js";
import type { Place, Problem } from "../errors.js";
import type { Table } from "../load/table.js";

/** So many rows with one problem are named; the rest are counted, for a reader learns no more from them. */
const NAMED = 10;

/** Where a table came from, and in it a column and row as the file counts it. */
export function placeOf(table: Table, column?: string, row?: number): Place {
  const { file, sheet, rows } = table.source;
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(column === undefined ? {} : { column }),
    ...(row === undefined ? {} : { row: rows[row]! }),
  };
}

/** The same problem in many rows of a column: the first ones by name, then how many more. */
export function rowProblems(
  table: Table,
  column: string,
  code: string,
  rows: readonly number[],
  holes: (row: number) => Holes = () => ({}),
): Problem[] {
  const problems = rows
    .slice(0, NAMED)
    .map((row) => ({ code, holes: holes(row), place: placeOf(table, column, row) }));
  if (rows.length <= NAMED) return problems;
  const more = { code: "moreRows", holes: { count: rows.length - NAMED, what: column }, place: placeOf(table, column) };
  return [...problems, more];
}
