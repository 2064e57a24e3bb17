import type { Problem } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Table } from "../load/table.js";
import type { Auxiliaries, Term } from "./auxiliaries.js";
import type { Margin } from "./calibration-spec.js";
import { cellName, toCells } from "./cells.js";
import { cellText, isBlank, toNumbers } from "./numbers.js";
import { rowProblems } from "./row-problems.js";

/** A column to calibrate by, with the totals that it counts towards; its places are counted from 0. */
export type TermTotals = Pick<Auxiliaries, "names" | "totals"> & { readonly term: Term };

/** A cell by the values of its columns, and its total. */
export interface GivenCell {
  readonly values: readonly (string | number | undefined)[];
  readonly total: string | number | undefined;
}

/** The cells of a table of totals, as it is written in a request. */
export function givenCells({ by, totals }: Margin): GivenCell[] {
  return totals.map((each) => ({ values: by.map((name) => each[name]), total: each.total }));
}

/** Totals by the name of their cell; one that is no number, or whose cell comes twice or lacks a value, is a problem. */
function toTotals(
  by: readonly string[],
  cells: readonly GivenCell[],
  path: string,
  problems: Problem[],
): Map<string, number> {
  const totals = new Map<string, number>();
  const place = { path };
  for (const { values, total } of cells) {
    const cell = cellName(by, values);
    const lacking = by.filter((_, at) => values[at] === undefined);
    problems.push(...lacking.map((name) => ({ code: "cellWithoutColumn", holes: { cell, name }, place })));
    if (lacking.length > 0) continue;
    if (typeof total !== "number" || !(total >= 0 && total < Infinity))
      problems.push({ code: "invalidTotal", holes: { cell, value: String(total) }, place });
    else if (totals.has(cell)) problems.push({ code: "cellTwice", holes: { cell }, place });
    else totals.set(cell, total);
  }
  return totals;
}

/**
 * Cells whose totals are known, as a column to calibrate by.
 *
 * @param rows the rows that must be in a cell
 * @param problems what is wrong is added here: a cell of the sample without a total, a total of a cell where nobody was drawn
 */
export function cellTerm(
  table: Table,
  rows: Int32Array,
  by: readonly string[],
  given: readonly GivenCell[],
  path: string,
  problems: Problem[],
): TermTotals | null {
  const before = problems.length;
  const cells = toCells(table, by, rows, problems);
  const totals = toTotals(by, given, path, problems);
  if (cells === null || problems.length > before) return null;
  const place = { path };
  for (const cell of cells.names)
    if (!totals.has(cell)) problems.push({ code: "cellWithoutTotal", holes: { cell }, place });
    else if (totals.get(cell) === 0) problems.push({ code: "emptyTotal", holes: { cell }, place });
  for (const [cell, total] of totals)
    if (total > 0 && !cells.names.includes(cell))
      problems.push({ code: "totalWithoutSample", holes: { cell, total }, place });
  if (problems.length > before) return null;
  const { cellOf, names } = cells;
  return { term: { place: cellOf, value: null }, names, totals: Float64Array.from(names, (cell) => totals.get(cell)!) };
}

/** One total that every row counts towards: by 1, or by its value. */
export function wholeTerm(
  table: Table,
  rows: Int32Array,
  name: string,
  total: number,
  value: Float64Array | null,
): TermTotals {
  const place = new Int32Array(table.size).fill(-1);
  for (const row of rows) place[row] = 0;
  return { term: { place, value }, names: [name], totals: Float64Array.of(total) };
}

/** A column of numbers whose population total is known, as one to calibrate by. */
export function numberTerm(
  table: Table,
  rows: Int32Array,
  name: string,
  total: number,
  path: string,
  problems: Problem[],
): TermTotals | null {
  const column = table.columns.get(name);
  if (column === undefined) {
    problems.push(unknownColumn(name, table));
    return null;
  }
  const before = problems.length;
  const value = toNumbers(column);
  const missing = rows.filter((row) => isBlank(column, row));
  const invalid = rows.filter((row) => !isBlank(column, row) && !Number.isFinite(value[row]));
  problems.push(...rowProblems(table, name, "missingCalibration", missing));
  problems.push(
    ...rowProblems(table, name, "invalidCalibration", invalid, (row) => ({ value: cellText(column, row) })),
  );
  if (!Number.isFinite(total))
    problems.push({ code: "invalidTotal", holes: { cell: name, value: String(total) }, place: { path } });
  return problems.length > before ? null : wholeTerm(table, rows, name, total, value);
}
