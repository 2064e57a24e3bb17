import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { ratioOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";

/**
 * One total over another, _persons a room_. Rows need both answers.
 *
 * @returns a row a group; null with the reason "denominator is zero" where the denominator adds up to nothing
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * ratio(households, "size", "rooms");
 */
export function ratio(design: Design, numerator: string, denominator: string, options: Options = {}): Estimates {
  const [above, below] = findNumbers(design, "ratio", numerator, denominator);
  const second = usableRows(below!);
  const usable = usableRows(above!).map((value, row) => value & second[row]!);
  const estimator = ratioOf(addable(above!, usable), addable(below!, usable));
  const variable = `${numerator}/${denominator}`;
  const question = { statistic: "ratio", variable, options: checked(options), estimator, usable } as const;
  return Object.freeze(groupsOf(design, options).map((group) => answer(design, group, question)));
}
