import { choiceProblems } from "../design/choices.js";
import { toCodes } from "../design/codes.js";
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
    return Float64Array.from(codes, (code) => (wanted >= 0 && code === wanted ? 1 : 0));
  };
  if (column.kind === "code" && column.choices === true)
    return { usable, has, levelsAmong: () => column.levels.map((each) => each.value) };
  const levelsAmong = (rows: Int32Array): readonly string[] => {
    const found = new Uint8Array(values.length);
    for (const row of rows) if (usable[row] === 1) found[codes[row]!] = 1;
    return values.filter((_, code) => found[code] === 1);
  };
  return { usable, has, levelsAmong };
}
