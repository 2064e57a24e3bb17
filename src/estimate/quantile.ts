import type { Design } from "../design/design.js";
import { placeOf as fileOf } from "../design/row-problems.js";
import { refuse } from "../errors.js";
import { tMargin } from "../math/distributions.js";
import { answer, type Question } from "./answer.js";
import { countAtOrBelow } from "./at-or-below.js";
import { type Group, groupsOf } from "./by.js";
import { type Distribution, distributionOf, placeOf } from "./distribution.js";
import type { Estimate, Estimates, Options } from "./estimate.js";
import { shareOf } from "./estimator.js";
import { addable, checked, findNumbers, usableRows } from "./find-column.js";
import { rowsWith } from "./rows-with.js";

/** What a quantile can be asked. */
export interface QuantileOptions extends Options {
  /** the shares of the population at or below it; defaults to 0.25, 0.5 and 0.75 */
  readonly probs?: readonly number[];
}

/** Which of the many definitions of a quantile this is: no value between two answers is made up (R: `qrule = "math"`). */
export const QUANTILE_RULE = "the smallest x with F(x) ≥ p";

/** The limits of the share at or below the quantile: where that is everybody, the bound that a proportion of 1 has. */
function limitsOf(row: Estimate): readonly [number | null, number | null] {
  const { estimate, se, ci, df, confidence } = row;
  // in a census the share is 1 and no bound
  if (row.reason === "everybody" && ci![0]! < 1) return [ci![0], null];
  const margin = se === 0 ? 0 : tMargin(confidence, df!) * se!;
  const [low, high] = [estimate! - margin, estimate! + margin];
  return [low < 0 ? null : low, high > 1 ? null : high];
}

/** The row of a quantile from that of the share at or below it, turned round. */
function turned(row: Estimate, distribution: Distribution, estimate: number): Estimate {
  if (row.se === null) return Object.freeze({ ...row, estimate });
  const [low, high] = limitsOf(row).map((share) =>
    share === null ? null : distribution.values[placeOf(distribution, share)]!,
  ) as [number | null, number | null];
  const ci = Object.freeze([low, high] as const);
  if (low === null || high === null) {
    const reason = row.reason === "everybody" ? row.reason : "limit beyond the data";
    return Object.freeze({ ...row, estimate, se: null, cv: null, ci, reason });
  }
  // a census has no error and may have no degrees of freedom either
  const se = high === low ? 0 : (high - low) / (2 * tMargin(row.confidence, row.df!));
  const cv = estimate === 0 ? null : se / Math.abs(estimate);
  return Object.freeze({ ...row, estimate, se, cv, ci, reason: cv === null ? "estimate is zero" : row.reason });
}

/** The quantiles of one group. */
function ofGroup(
  design: Design,
  group: Group,
  column: Float64Array,
  probs: readonly number[],
  asked: Omit<Question, "estimator">,
): Estimates {
  const distribution = distributionOf(design, rowsWith(group.rows, asked.usable), column);
  const places = probs.map((prob) => placeOf(distribution, prob));
  const values = [...new Set(places)].sort((a, b) => a - b).map((place) => distribution.values[place]!);
  const countedAt = countAtOrBelow(design, group, asked.usable, column, values);
  return probs.map((prob, at) => {
    const value = distribution.values[places[at]!]!;
    const estimator = shareOf(() => column.map((each) => (each <= value ? 1 : 0)), design.table.size);
    const { cases, ...counted } = countedAt(values.indexOf(value));
    const row = answer(design, group, { ...asked, prob, estimator }, counted);
    return row.estimate === null ? row : turned(row, distribution, value);
  });
}

/**
 * The value that a share of the population is at or below, _the median_: the smallest answer x with F(x) ≥ p, where F is the weighted
 * share at or below x. Its interval is Woodruff's (1952): the same rule at F ± t times the standard error of that share; its
 * standard error is the interval's width over 2t. A side that lies beyond the data is null, and then so is the standard error.
 * Where everybody is at or below it, the lower side is at the bound of Korn and Graubard. Answers heaped on one value can
 * make both limits that value. `deff` and `nEff` are those of the share at or below it.
 *
 * @returns a row a group and share, on the scale of the data
 * @throws {DataError} if a column is not there or no number, a share is not between 0 and 1, or a part without known probabilities
 * would be mixed in
 * @example
 * quantile(households, "income", { probs: [0.5], by: ["municipality"] });
 */
export function quantile(design: Design, variable: string, options: QuantileOptions = {}): Estimates {
  const { probs = [0.25, 0.5, 0.75], ...rest } = checked(options);
  const wrong = probs.filter((prob) => !(prob > 0 && prob < 1));
  refuse(wrong.map((prob) => ({ code: "invalidProb", holes: { value: String(prob) }, place: fileOf(design.table) })));
  const [found] = findNumbers(design, "quantile", variable);
  const usable = usableRows(found!);
  const column = addable(found!, usable);
  const asked = { statistic: "quantile", variable, options: rest, usable, share: { ciMethod: "wald" } } as const;
  return Object.freeze(groupsOf(design, rest).flatMap((group) => ofGroup(design, group, column, probs, asked)));
}
