import { choiceProblems } from "../design/choices.js";
import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError, refuse } from "../errors.js";
import { answer } from "./answer.js";
import { answersTo } from "./answers.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { differenceOf } from "./estimator.js";
import { addable, checked, findColumn, findNumbers, usableRows } from "./find-column.js";

/** What a difference is asked. */
export interface DifferenceOptions extends Options {
  /** the column whose values are compared */
  readonly between: string;
  /** the value that is taken away, and the one it is taken from */
  readonly a: string;
  readonly b: string;
  /** for the difference of a proportion: the answer; absent: of the mean */
  readonly level?: string;
}

/** For each row the side that it is on: 1 is b, −1 is a, 0 is neither. */
function sidesOf(design: Design, { between, a, b }: DifferenceOptions): Int8Array {
  const { table } = design;
  const column = findColumn(design, between);
  if (column.kind === "multiple")
    throw new DataError([{ code: "multipleInBy", holes: { name: between }, place: placeOf(table) }]);
  if (a === b) throw new DataError([{ code: "sameSides", holes: { value: a }, place: placeOf(table) }]);
  refuse([...choiceProblems(table, column, a), ...choiceProblems(table, column, b)]);
  const { codes, values } = toCodes(column);
  const side = Int8Array.from(values, (value) => (value === b ? 1 : value === a ? -1 : 0));
  return Int8Array.from(codes, (code) => (code < 0 ? 0 : side[code]!));
}

/**
 * A mean, or the share of an answer when `level` is given, on side b less that on side a, with its test (Student's t, both sides'
 * primary units less strata as degrees of freedom). What the sides share is in the error: primary units with rows on both.
 *
 * @returns a row a group; with an empty side all numbers are null and the reason is "one side is empty"
 * @throws {DataError} as `mean` and `proportion`; or if the sides are the same
 * @example
 * difference(households, "size", { between: "displaced", a: "no", b: "yes" });
 */
export function difference(design: Design, variable: string, options: DifferenceOptions): Estimates {
  const { between, a, b, level, ...rest } = checked(options);
  const sides = sidesOf(design, options);
  const answers = level === undefined ? null : answersTo(design, variable, level);
  const column = answers === null ? findNumbers(design, "difference", variable)[0]! : null;
  const usable = answers?.usable ?? usableRows(column!);
  const estimator = differenceOf(answers?.has(level!) ?? addable(column!, usable), sides);
  const asked = { statistic: "difference", variable, options: rest, estimator, usable } as const;
  const compared = Object.freeze({ column: between, a, b });
  const question = { ...asked, between: compared, ...(level === undefined ? {} : { level }) };
  const onSides = groupsOf(design, rest).map(({ by, rows }) => ({ by, rows: rows.filter((row) => sides[row] !== 0) }));
  return Object.freeze(onSides.map((group) => answer(design, group, question)));
}
