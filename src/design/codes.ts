import { dayText } from "../load/day.js";
import { type Column, MISSING, type NumberColumn } from "../load/table.js";
import { byCodePoint } from "../words/code-point.js";

/** A column as whole numbers: for each row the index of its value, −1 where missing. */
export interface Codes {
  readonly codes: Int32Array;
  /** the values that the codes stand for, in code-point order */
  readonly values: readonly string[];
}

const known = new WeakMap<Column, Codes>();

/** Codes of a list of values of each row, undefined where missing. */
function fromValues<T extends string | number>(
  values: ArrayLike<T>,
  column: Column,
  text: (value: T) => string,
): Codes {
  const found = new Map<T, number>();
  const raw = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < raw.length; row++) {
    const value = values[row]!;
    if (column.missing[row] !== MISSING.answered || value === "" || Number.isNaN(value)) continue;
    let code = found.get(value);
    if (code === undefined) {
      code = found.size;
      found.set(value, code);
    }
    raw[row] = code;
  }
  return sorted(raw, [...found.keys()].map(text));
}

/** The same codes with their values in code-point order and only once each. */
function sorted(raw: Int32Array, values: readonly string[]): Codes {
  const order = [...new Set(values)].sort(byCodePoint);
  const place = new Map(order.map((value, index) => [value, index]));
  const to = values.map((value) => place.get(value)!);
  return { codes: raw.map((code) => (code < 0 ? -1 : to[code]!)), values: order };
}

/** A number as a code: 101 and 101.0 are "101"; a date is its text. */
function numberText(column: NumberColumn): (value: number) => string {
  return column.isDate === true ? dayText : String;
}

/**
 * The values of a column as codes, whatever its kind: what groups, strata, clusters and equality go by. A text code keeps its
 * leading zeros. A multiple-choice column has no single value a row and must not be asked for here.
 *
 * @throws {Error} if the column is a multiple-choice one
 */
export function toCodes(column: Column): Codes {
  const before = known.get(column);
  if (before !== undefined) return before;
  let result: Codes;
  if (column.kind === "multiple") throw new Error(`no codes for a multiple-choice column: ${column.name}`);
  if (column.kind === "number") result = fromValues(column.values, column, numberText(column));
  else if (column.kind === "text") result = fromValues(column.values, column, (value) => value);
  else {
    const answered = column.codes.map((code, row) => (column.missing[row] === MISSING.answered ? code : -1));
    result = sorted(
      answered,
      column.levels.map((level) => level.value),
    );
  }
  known.set(column, result);
  return result;
}
