import type { Problem } from "../errors.js";
import type { Table } from "../load/table.js";
import { cellText, isBlank, toNumbers } from "./numbers.js";
import { placeOf, rowProblems } from "./row-problems.js";

/**
 * The sampling weight of each row. Rows outside `drawn` (taken in full, or without known probabilities) weigh 1 whatever their cell holds.
 *
 * @param name the column; undefined: every row weighs 1
 * @param drawn the rows that a weight is required of
 * @param problems what is wrong is added here: a weight missing, negative, text or infinite, with its row; all of them zero
 */
export function readWeights(
  table: Table,
  name: string | undefined,
  drawn: Int32Array,
  problems: Problem[],
): Float64Array {
  const weights = new Float64Array(table.size).fill(1);
  const column = name === undefined ? undefined : table.columns.get(name);
  if (name === undefined || column === undefined) return weights;
  const values = toNumbers(column);
  const missing = drawn.filter((row) => isBlank(column, row));
  const invalid = drawn.filter((row) => !isBlank(column, row) && !(values[row]! >= 0 && values[row]! < Infinity));
  problems.push(...rowProblems(table, name, "noWeight", missing));
  problems.push(...rowProblems(table, name, "invalidWeight", invalid, (row) => ({ value: cellText(column, row) })));
  if (drawn.length > 0 && drawn.every((row) => values[row] === 0))
    problems.push({ code: "zeroWeights", holes: {}, place: placeOf(table, name) });
  for (const row of drawn) weights[row] = values[row]!;
  return weights;
}
