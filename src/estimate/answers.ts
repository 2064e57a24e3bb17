import { choiceProblems } from "../design/choices.js";
import { type Codes, toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError, refuse } from "../errors.js";
import { findColumn, usableRows } from "./find-column.js";

/** The answers to a question, whether one or several were allowed. */
export interface Answers {
  /** for each row 1 if it has a usable answer */
  readonly usable: Uint8Array;
  /** for each row 1 if its answer is, or is among others, this level */
  readonly has: (level: string) => Float64Array;
  /** the levels that get a row in a group: a questionnaire's every choice in its order, else those that occur in code-point order */
  readonly levelsAmong: (rows: Int32Array) => readonly string[];
  /** where one answer was allowed: for each row its level as an index into the values, −1 where missing */
  readonly one?: Codes;
}

/**
 * The answers to a question as its levels.
 *
 * @param level the only level asked for, checked against the questionnaire's choices if there are any
 * @throws {DataError} if the column is not there, is free text, or the level is none of its choices
 */
export function answersTo(design: Design, variable: string, level?: string): Answers {
  const column = findColumn(design, variable);
  if (column.kind === "text" && column.identifying === true)
    throw new DataError([{ code: "notCategories", holes: { name: variable }, place: placeOf(design.table) }]);
  if (level !== undefined) refuse(choiceProblems(design.table, column, level));
  const usable = usableRows(column);
  if (column.kind === "multiple") {
    const names = column.levels.map((each) => each.value);
    const none = new Uint8Array(design.table.size);
    const has = (name: string): Float64Array => Float64Array.from(column.chosen[names.indexOf(name)] ?? none);
    return { usable, has, levelsAmong: () => names };
  }
  const { codes, values } = toCodes(column);
  const has = (name: string): Float64Array => {
    const wanted = values.indexOf(name);
    const column = new Float64Array(codes.length);
    if (wanted >= 0) for (let row = 0; row < codes.length; row++) if (codes[row] === wanted) column[row] = 1;
    return column;
  };
  const one = { codes, values };
  if (column.kind === "code" && column.choices === true)
    return { usable, has, levelsAmong: () => column.levels.map((each) => each.value), one };
  const levelsAmong = (rows: Int32Array): readonly string[] => {
    const found = new Uint8Array(values.length);
    for (let at = 0; at < rows.length; at++) if (usable[rows[at]!] === 1) found[codes[rows[at]!]!] = 1;
    return values.filter((_, code) => found[code] === 1);
  };
  return { usable, has, levelsAmong, one };
}
