import { type Problem, refuse } from "../errors.js";
import { condition, unknownColumn } from "../load/expression.js";
import type { Table } from "../load/table.js";
import { choiceProblems } from "./choices.js";
import { toCodes } from "./codes.js";
import { placeOf } from "./row-problems.js";

/** Which rows: an equality map, or an XLSForm expression such as `${age} >= 18`. */
export type Where = Readonly<Record<string, string | readonly string[]>> | string;

/**
 * The rows that an estimate is about, as a mask: 1 where in. A row whose answer is missing is not in the domain. Nothing is ever
 * filtered: the rest of the sample stays in the design at zero, for its primary units could have held such rows.
 *
 * @throws {DataError} if a column is not there or has several values a row, a value is none of the questionnaire's choices, or the
 * expression cannot be read
 */
export function domainMask(table: Table, where: Where): Uint8Array {
  if (typeof where === "string") return Uint8Array.from(condition(where, table), (known) => (known === 1 ? 1 : 0));
  const problems: Problem[] = [];
  const mask = new Uint8Array(table.size).fill(1);
  for (const [name, wanted] of Object.entries(where)) {
    const column = table.columns.get(name);
    if (column === undefined) {
      problems.push(unknownColumn(name, table));
      continue;
    }
    if (column.kind === "multiple") {
      problems.push({ code: "multipleInBy", holes: { name }, place: placeOf(table) });
      continue;
    }
    problems.push(...[wanted].flat().flatMap((value) => choiceProblems(table, column, value)));
    const { codes, values } = toCodes(column);
    const among = Uint8Array.from(values, (value) => ([wanted].flat().includes(value) ? 1 : 0));
    for (let row = 0; row < table.size; row++) if (codes[row]! < 0 || among[codes[row]!] === 0) mask[row] = 0;
  }
  refuse(problems);
  return mask;
}
