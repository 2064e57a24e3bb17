import { choiceProblems } from "../design/choices.js";
import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError, refuse } from "../errors.js";
import type { Column } from "../load/table.js";
import { answersTo } from "./answers.js";
import type { Statistic } from "./estimate.js";
import { addable, findColumn, findNumbers, usableRows } from "./find-column.js";

/** What is compared between groups: a column of numbers, or for the share of an answer a column of 1 and 0. */
export interface Compared {
  readonly values: Float64Array;
  /** for each row of the table 1 if it has a usable answer */
  readonly usable: Uint8Array;
}

/** The numbers of a column, or where a level is given whether each row has it. */
export function comparedColumn(
  design: Design,
  statistic: Statistic,
  variable: string,
  level: string | undefined,
): Compared {
  if (level !== undefined) {
    const { has, usable } = answersTo(design, variable, level);
    return { values: has(level), usable };
  }
  const [column] = findNumbers(design, statistic, variable);
  const usable = usableRows(column!);
  return { values: addable(column!, usable), usable };
}

/**
 * A column whose values make groups or cells.
 *
 * @throws {DataError} if it is not there, has several values a row, or is free text that names people
 */
export function groupingColumn(design: Design, name: string): Column {
  const column = findColumn(design, name);
  const place = placeOf(design.table);
  if (column.kind === "multiple") throw new DataError([{ code: "multipleInBy", holes: { name }, place }]);
  if (column.kind === "text" && column.identifying === true)
    throw new DataError([{ code: "notCategories", holes: { name }, place }]);
  return column;
}

/**
 * For each row of the table the index of its value in a list, −1 if it is none of them.
 *
 * @throws {DataError} as `groupingColumn`; or if a value is none of the questionnaire's choices
 */
export function indexAmong(design: Design, name: string, wanted: readonly string[]): Int32Array {
  const column = groupingColumn(design, name);
  refuse(wanted.flatMap((value) => choiceProblems(design.table, column, value)));
  const { codes, values } = toCodes(column);
  const index = values.map((value) => wanted.indexOf(value));
  return codes.map((code) => (code < 0 ? -1 : index[code]!));
}
