import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { refuse } from "../errors.js";
import { answer } from "./answer.js";
import { countAtOrBelow } from "./at-or-below.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { shareOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";
import type { CiMethod } from "./interval.js";

/** What a cumulative distribution is asked. */
export interface CumulativeOptions extends Options {
  /** the values at which it is wanted */
  readonly at: readonly number[];
  /** as for a proportion; defaults to "logit" */
  readonly ciMethod?: CiMethod;
}

/**
 * The share of the population at or below each of some values, _how many earn no more than a minimum wage_: a proportion, with the
 * error and interval of one.
 *
 * @returns a row a group and value; `level` is the value
 * @throws {DataError} if a column is not there or no number, a value is no number, or a part without known probabilities would be
 * mixed in
 * @example
 * cumulative(households, "income", { at: [5000, 10000] });
 */
export function cumulative(design: Design, variable: string, options: CumulativeOptions): Estimates {
  const { at, ciMethod = "logit", ...rest } = checked(options);
  const wrong = at.filter((value) => !Number.isFinite(value));
  refuse(wrong.map((value) => ({ code: "invalidAt", holes: { value: String(value) }, place: placeOf(design.table) })));
  const [found] = findNumbers(design, "cumulative", variable);
  const usable = usableRows(found!);
  const column = addable(found!, usable);
  const values = [...new Set(at)].sort((a, b) => a - b);
  const estimators = values.map((value) => shareOf(() => column.map((each) => (each <= value ? 1 : 0)), column.length));
  const asked = { statistic: "cumulative", variable, options: rest, usable, share: { ciMethod } } as const;
  const rows = groupsOf(design, rest).flatMap((group) => {
    const countedAt = countAtOrBelow(design, group, usable, column, values);
    return at.map((value) => {
      const place = values.indexOf(value);
      const question = { ...asked, level: String(value), estimator: estimators[place]! };
      return answer(design, group, question, countedAt(place));
    });
  });
  return Object.freeze(rows);
}
