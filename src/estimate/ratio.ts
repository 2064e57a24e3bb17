import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { ratioOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";

/** What a ratio can be asked. */
export interface RatioOptions extends Options {
  /** the scale on which the interval is made: the logarithm, for a ratio above 0; absent: that of the data */
  readonly scale?: "log";
}

/**
 * One total over another, _persons a room_. Rows need both answers.
 *
 * @returns a row a group; null with the reason "denominator is zero" where the denominator adds up to nothing
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * ratio(households, "size", "rooms");
 */
export function ratio(design: Design, numerator: string, denominator: string, options: RatioOptions = {}): Estimates {
  const [above, below] = findNumbers(design, "ratio", numerator, denominator);
  const second = usableRows(below!);
  const usable = usableRows(above!).map((value, row) => value & second[row]!);
  const estimator = ratioOf(addable(above!, usable), addable(below!, usable));
  const variable = `${numerator}/${denominator}`;
  const { scale, ...rest } = checked(options);
  const asked = { statistic: "ratio", variable, options: rest, estimator, usable } as const;
  const question = scale === undefined ? asked : { ...asked, scale };
  return Object.freeze(groupsOf(design, options).map((group) => answer(design, group, question)));
}
