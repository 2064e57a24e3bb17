import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError, type Problem } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import { type Column, MISSING, type NumberColumn } from "../load/table.js";
import type { Options, Statistic } from "./estimate.js";

const known = new WeakMap<Column, Uint8Array>();

/** For each row 1 if the column has an answer there that can be used. Nobody writes into it. */
export function usableRows(column: Column): Uint8Array {
  const before = known.get(column);
  if (before !== undefined) return before;
  const { missing } = column;
  const usable = new Uint8Array(missing.length);
  for (let row = 0; row < usable.length; row++) usable[row] = missing[row] === MISSING.answered ? 1 : 0;
  if (column.kind === "number")
    for (let row = 0; row < usable.length; row++) if (Number.isNaN(column.values[row])) usable[row] = 0;
  known.set(column, usable);
  return usable;
}

/**
 * A column by its name.
 *
 * @throws {DataError} if there is none, with the names most like it
 */
export function findColumn(design: Design, name: string): Column {
  const column = design.table.columns.get(name);
  if (column === undefined) throw new DataError([unknownColumn(name, design.table)]);
  return column;
}

/** The columns of numbers that a statistic needs, in the order asked for; every one that is not there or no number is named. */
export function findNumbers(design: Design, statistic: Statistic, ...names: readonly string[]): NumberColumn[] {
  const problems: Problem[] = [];
  const found = names.flatMap((name) => {
    const column = design.table.columns.get(name);
    if (column?.kind === "number") return [column];
    const wrongKind = { code: "needsNumbers", holes: { statistic, name }, place: placeOf(design.table) };
    problems.push(column === undefined ? unknownColumn(name, design.table) : wrongKind);
    return [];
  });
  if (problems.length > 0) throw new DataError(problems);
  return found;
}

/** Numbers to add up: 0 where there is none, so that a row left out adds nothing. */
export function addable(column: NumberColumn, usable: Uint8Array): Float64Array {
  if (!usable.includes(0)) return column.values;
  const values = new Float64Array(usable.length);
  for (let row = 0; row < values.length; row++) values[row] = usable[row] === 1 ? column.values[row]! : 0;
  return values;
}

/**
 * The options, checked.
 *
 * @throws {DataError} if the level of confidence is no number between 0 and 1
 */
export function checked<T extends Options>(options: T): T {
  const { confidence } = options;
  if (confidence === undefined || (confidence > 0 && confidence < 1)) return options;
  throw new DataError([{ code: "invalidConfidence", holes: { value: String(confidence) }, place: {} }]);
}
