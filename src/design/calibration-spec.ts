import type { Where } from "./domain.js";

/** A known population total of one cell: for each column of the cell its value, and under `total` how many there are. */
export type CellTotal = Readonly<Record<string, string | number>>;

/** A table of known population totals: the columns that make its cells, and each cell's total. */
export interface Margin {
  readonly by: readonly string[];
  readonly totals: readonly CellTotal[];
}

/** The smallest and the largest factor that a weight may be multiplied by, either side of 1. */
export type Bounds = readonly [number, number];

/** Post-stratification: in each cell the weights are multiplied so that they add up to its total. */
export interface PoststratifySpec extends Margin {
  readonly method: "poststratify";
}

/** Raking: the weights are multiplied by a factor a margin until every margin adds up to its totals. */
export interface RakeSpec {
  readonly method: "rake";
  readonly margins: readonly Margin[];
}

/** Calibration: the weights move as little as they can, by one of three distances, until every total is met. */
export interface RegressionSpec {
  readonly method: "linear" | "raking" | "logit";
  /** columns of the sample */
  readonly terms: readonly string[];
  /** for a column of numbers its population total, for one of categories the total of each, and under `intercept` the population */
  readonly totals: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  /** defaults to none; `logit` cannot do without */
  readonly bounds?: Bounds;
}

/** Trimming: weights outside the limits are cut to them, and what was cut is shared equally among the others. */
export interface TrimSpec {
  readonly method: "trim";
  readonly lower?: number;
  readonly upper?: number;
}

/** Non-response adjustment: in each class who responded stands for who did not. */
export interface NonresponseSpec {
  readonly method: "nonresponse";
  /** the columns whose values make the classes, known of everyone who was drawn */
  readonly by: readonly string[];
  /** who responded; everybody else gets weight 0 */
  readonly responded: Where;
}

/** One step of calibration, as a request writes it. */
export type CalibrationSpec = PoststratifySpec | RakeSpec | RegressionSpec | TrimSpec | NonresponseSpec;
