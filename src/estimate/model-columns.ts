import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { groupingColumn } from "./compared.js";
import { findColumn, usableRows } from "./find-column.js";
import { ones } from "./ones.js";

/** One column of a regression: the constant, a number, or whether a row has a level. */
export interface ModelColumn {
  /** as R calls it: `(Intercept)`, `size`, `municipalityparral` */
  readonly name: string;
  /** the term that it comes from; empty for the constant */
  readonly term: string;
  readonly level?: string;
  /** for each row of the table */
  readonly values: Float64Array;
}

/** A column of a regression that is 1 in the rows with a code. */
function levelColumn(term: string, level: string, codes: Int32Array, code: number): ModelColumn {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) if (codes[row] === code) values[row] = 1;
  return { name: `${term}${level}`, term, level, values };
}

/** The levels of a term that some rows have, in code-point order; empty for numbers. The first is what the others are compared with. */
export function levelsOf(design: Design, term: string, rows: Int32Array): readonly string[] {
  const column = findColumn(design, term);
  if (column.kind === "number") return [];
  const { codes, values } = toCodes(column);
  const seen = new Uint8Array(values.length);
  for (const row of rows) seen[codes[row]!] = 1;
  return values.filter((_, code) => seen[code] === 1);
}

/** The columns that a term brings: its numbers, or a column for each level but the first. */
export function columnsOf(design: Design, term: string, levels: readonly string[]): readonly ModelColumn[] {
  const column = findColumn(design, term);
  if (column.kind === "number") return [{ name: term, term, values: column.values }];
  const { codes, values } = toCodes(column);
  return levels.slice(1).map((level) => levelColumn(term, level, codes, values.indexOf(level)));
}

/** The columns of a regression: the constant, then what each term brings. */
export function modelColumns(design: Design, terms: readonly string[], rows: Int32Array): readonly ModelColumn[] {
  const constant = { name: "(Intercept)", term: "", values: ones(design.table.size) };
  return [constant, ...terms.flatMap((term) => columnsOf(design, term, levelsOf(design, term, rows)))];
}

/**
 * For each row 1 if every term has a usable answer.
 *
 * @throws {DataError} if a term is no column, has several values a row, or is free text that names people
 */
export function usableTerms(design: Design, terms: readonly string[]): Uint8Array {
  const usable = new Uint8Array(design.table.size).fill(1);
  for (const term of terms) {
    const each = usableRows(groupingColumn(design, term));
    for (let row = 0; row < usable.length; row++) usable[row]! &= each[row]!;
  }
  return usable;
}
