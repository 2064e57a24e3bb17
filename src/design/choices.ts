import type { Problem } from "../errors.js";
import type { Column, Table } from "../load/table.js";
import { nearest } from "../words/nearest.js";
import { placeOf } from "./row-problems.js";

/**
 * The problem of a value that is none of a question's choices. A column that no questionnaire describes may hold any value, so
 * that one which does not occur is nobody's answer and no mistake.
 */
export function choiceProblems(table: Table, column: Column, value: string): Problem[] {
  const isQuestion = column.kind === "multiple" || (column.kind === "code" && column.choices === true);
  if (!isQuestion || column.levels.some((level) => level.value === value)) return [];
  const names = column.levels.map((level) => level.value);
  const near = nearest(value, names);
  const quoted = (list: readonly string[]): string => list.map((name) => `"${name}"`).join(", ");
  const holes = { variable: column.name, value, near: quoted(near), known: quoted(names) };
  return [{ code: near.length === 0 ? "unknownLevel" : "unknownLevelNear", holes, place: placeOf(table) }];
}
