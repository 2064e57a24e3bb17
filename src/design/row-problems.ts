import type { Place, Problem } from "../errors.js";
import type { Table } from "../load/table.js";
import type { Holes } from "../words/catalogue.js";

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
  rows: Int32Array,
  holes: (row: number) => Holes = () => ({}),
): Problem[] {
  const named = [...rows.slice(0, NAMED)];
  const problems = named.map((row) => ({ code, holes: holes(row), place: placeOf(table, column, row) }));
  if (rows.length <= NAMED) return problems;
  const more = { code: "moreRows", holes: { count: rows.length - NAMED, what: column }, place: placeOf(table, column) };
  return [...problems, more];
}
