import type { Problem } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Table } from "../load/table.js";
import { type Codes, toCodes } from "./codes.js";
import { placeOf, rowProblems } from "./row-problems.js";

/** The cells that some columns make of some rows. */
export interface Cells {
  /** for each row of the table its cell, −1 where it is not among the rows */
  readonly cellOf: Int32Array;
  /** what each is called, `sex=woman, region=north`, in the order of their values */
  readonly names: readonly string[];
}

/** What a cell is called, in messages and on record. */
export function cellName(by: readonly string[], values: readonly (string | number | undefined)[]): string {
  return by.map((name, at) => `${name}=${String(values[at])}`).join(", ");
}

/** The values of the columns, or what is wrong with them. */
function codesOf(table: Table, by: readonly string[], rows: Int32Array, problems: Problem[]): Codes[] {
  return by.flatMap((name): Codes[] => {
    const column = table.columns.get(name);
    if (column === undefined) problems.push(unknownColumn(name, table));
    else if (column.kind === "multiple")
      problems.push({ code: "multipleInDesign", holes: { name, role: "calibration" }, place: placeOf(table) });
    if (column === undefined || column.kind === "multiple") return [];
    const found = toCodes(column);
    const missing = rows.filter((row) => found.codes[row]! < 0);
    problems.push(...rowProblems(table, name, "missingCalibration", missing));
    return [found];
  });
}

/**
 * The cells that the rows are in.
 *
 * @param problems what is wrong is added here: a column that is not there, or a row whose cell is not known
 * @returns the cells, or null if there was a problem
 */
export function toCells(table: Table, by: readonly string[], rows: Int32Array, problems: Problem[]): Cells | null {
  const before = problems.length;
  const codes = codesOf(table, by, rows, problems);
  if (problems.length > before) return null;
  const keyOf = (row: number): number => codes.reduce((key, each) => key * each.values.length + each.codes[row]!, 0);
  const rowOf = new Map<number, number>();
  for (const row of rows) rowOf.set(keyOf(row), row);
  // in the order of the values, whatever that of the rows
  const keys = [...rowOf.keys()].sort((a, b) => a - b);
  const valuesOf = (row: number): string[] => codes.map((each) => each.values[each.codes[row]!]!);
  const placeOfKey = new Map(keys.map((key, at) => [key, at]));
  const cellOf = new Int32Array(table.size).fill(-1);
  for (const row of rows) cellOf[row] = placeOfKey.get(keyOf(row))!;
  return { cellOf, names: keys.map((key) => cellName(by, valuesOf(rowOf.get(key)!))) };
}
