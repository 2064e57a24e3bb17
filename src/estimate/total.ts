import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { totalOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";

/**
 * The sum of a column of numbers over the population: each answer times its weight. It is low by the missing answers, whose share
 * of the weight stands in `weightMissing`. A part without known probabilities has none.
 *
 * @returns a row a group, on the scale of the data
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * total(households, "size", { by: ["municipality"] });
 */
export function total(design: Design, variable: string, options: Options = {}): Estimates {
  const [column] = findNumbers(design, "total", variable);
  const usable = usableRows(column!);
  const estimator = totalOf(addable(column!, usable));
  const question = { statistic: "total", variable, options: checked(options), estimator, usable } as const;
  return Object.freeze(groupsOf(design, options).map((group) => answer(design, group, question)));
}
