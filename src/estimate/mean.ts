import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { meanOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";

/**
 * The weighted mean of a column of numbers, _the average over households_, with its design-based standard error. Rows without an
 * answer leave the domain of the variable; the design stays whole.
 *
 * @returns a row a group, on the scale of the data
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * mean(households, "size", { by: ["municipality"], where: { displaced: "yes" } });
 */
export function mean(design: Design, variable: string, options: Options = {}): Estimates {
  const [column] = findNumbers(design, "mean", variable);
  const usable = usableRows(column!);
  const estimator = meanOf(addable(column!, usable));
  const question = { statistic: "mean", variable, options: checked(options), estimator, usable } as const;
  return Object.freeze(groupsOf(design, options).map((group) => answer(design, group, question)));
}
