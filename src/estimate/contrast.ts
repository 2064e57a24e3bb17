import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError } from "../errors.js";
import { square } from "../math/power.js";
import { sum } from "../math/sum.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import { comparedColumn, indexAmong } from "./compared.js";
import type { Estimates, Options } from "./estimate.js";
import { contrastOf } from "./estimator.js";
import { checked } from "./find-column.js";

/** A sum this far from 0 comes from thirds and tenths, which no computer holds exactly. */
const ROUNDING = 1e-9;

/** What a contrast is asked. */
export interface ContrastOptions extends Options {
  /** the column whose values are the groups */
  readonly between: string;
  /** what each group counts for; the numbers add up to 0 */
  readonly coefficients: Readonly<Record<string, number>>;
  /** for shares: the answer; absent: of means */
  readonly level?: string;
}

/** What a trend is asked. */
export interface TrendOptions extends Options {
  /** the column whose values are the groups */
  readonly between: string;
  /** where each group stands on the scale, such as its year */
  readonly scores: Readonly<Record<string, number>>;
  /** for shares: the answer; absent: of means */
  readonly level?: string;
}

/** Refuses numbers that make no contrast. */
function checkCoefficients(design: Design, between: string, coefficients: Readonly<Record<string, number>>): void {
  const numbers = Object.values(coefficients);
  const size = sum(numbers.map(Math.abs));
  const rest = sum(numbers);
  if (size > 0 && size < Infinity && Math.abs(rest) <= ROUNDING * size) return;
  const holes = { between, sum: String(rest) };
  throw new DataError([{ code: "invalidContrast", holes, place: placeOf(design.table) }]);
}

/**
 * A contrast of groups: the sum of their means, or shares of an answer when `level` is given, each times its coefficient, with its
 * test against 0 (Student's t). What the groups share is in the error. Rows of groups that are not named leave the domain; the
 * degrees of freedom are the named groups' primary units less strata.
 *
 * @returns a row a group of `by`; with an empty group all numbers are null and the reason is "a group is empty"
 * @throws {DataError} as `mean` and `proportion`; or if the coefficients do not add up to 0
 * @example
 * // the border municipality against the average of two others
 * contrast(households, "size", { between: "municipality", coefficients: { juarez: 1, parral: -0.5, cuauhtemoc: -0.5 } });
 */
export function contrast(design: Design, variable: string, options: ContrastOptions): Estimates {
  const { between, coefficients, level, ...rest } = checked(options);
  checkCoefficients(design, between, coefficients);
  const compared = comparedColumn(design, "contrast", variable, level);
  const named = indexAmong(design, between, Object.keys(coefficients));
  // a coefficient of 0 keeps its group in the domain and out of the sum
  const counted = Object.keys(coefficients).filter((group) => coefficients[group] !== 0);
  const groups = indexAmong(design, between, counted);
  const estimator = contrastOf(
    compared.values,
    groups,
    counted.map((group) => coefficients[group]!),
  );
  const asked = { statistic: "contrast", variable, options: rest, estimator, usable: compared.usable } as const;
  const weights = Object.freeze({ column: between, coefficients: Object.freeze({ ...coefficients }) });
  const question = { ...asked, contrast: weights, ...(level === undefined ? {} : { level }) };
  const inGroups = groupsOf(design, rest).map(({ by, rows }) => ({ by, rows: rows.filter((row) => named[row]! >= 0) }));
  return Object.freeze(inGroups.map((group) => answer(design, group, question)));
}

/**
 * How much a mean, or share, changes from group to group for each step of the scores: the slope of the straight line through the
 * groups' means, every group counting the same, as a contrast whose coefficients are (s − s̄) / Σ (s − s̄)².
 *
 * @throws {DataError} as `contrast`; or if all scores are the same
 * @example
 * // per year
 * trend(households, "income", { between: "round", scores: { "2022": 2022, "2024": 2024, "2025": 2025 } });
 */
export function trend(design: Design, variable: string, options: TrendOptions): Estimates {
  const { scores, ...rest } = options;
  const entries = Object.entries(scores);
  const mean = sum(Object.values(scores)) / entries.length;
  const spread = sum(entries.map(([, score]) => square(score - mean)));
  const slope = ([group, score]: [string, number]): [string, number] => [group, (score - mean) / spread];
  if (spread > 0) return contrast(design, variable, { ...rest, coefficients: Object.fromEntries(entries.map(slope)) });
  throw new DataError([{ code: "sameScores", holes: { between: rest.between }, place: placeOf(design.table) }]);
}
