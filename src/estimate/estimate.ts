import type { Where } from "../design/domain.js";

export type { Where };

/** What a statistic can be asked beside its variable. */
export interface Options {
  /** the columns whose values make the groups; defaults to none */
  readonly by?: readonly string[];
  /** the domain; defaults to every row of the design */
  readonly where?: Where;
  /** the level of confidence of the interval; defaults to 0.95 */
  readonly confidence?: number;
}

/** The names of the statistics. */
export type Statistic = "total" | "mean" | "proportion" | "ratio" | "difference";

/** Why a number is not there. */
export type Reason =
  | "nobody"
  | "everybody"
  | "nobody answered"
  | "no degrees of freedom"
  | "not a probability sample"
  | "weights sum to no more than n"
  | "no variation"
  | "denominator is zero"
  | "one side is empty"
  | "estimate is zero";

/** One number with its error and all it rests on: the row that runs through everything (contract: estimate.md). */
export interface Estimate {
  /** canonical text, `unit|statistic|variable|level|by=…|where=…` */
  readonly key: string;
  readonly unit: string;
  readonly statistic: Statistic;
  /** the column; for a ratio `numerator/denominator` */
  readonly variable: string;
  /** for a proportion, the choice */
  readonly level?: string;
  /** for a difference, the column compared and its sides; the estimate is b minus a */
  readonly between?: { readonly column: string; readonly a: string; readonly b: string };
  /** the group, values as strings; null without groups */
  readonly by: Readonly<Record<string, string>> | null;
  readonly where: Where | null;
  /** the name of the part of the sample that it describes, when that part has no known probabilities */
  readonly part?: string;
  readonly confidence: number;
  /** unweighted rows with a positive weight that the estimate rests on */
  readonly n: number;
  /** distinct households among them */
  readonly households: number;
  /** distinct primary sampling units among them */
  readonly psu: number;
  /** for a proportion, the rows of `n` with the level, and their distinct households */
  readonly cases?: number;
  readonly casesHouseholds?: number;
  /** rows of the domain without a usable answer, and their share of its weight */
  readonly nMissing: number;
  readonly weightMissing: number;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly cv: number | null;
  /** `[low, high]`; a side that does not exist is null */
  readonly ci: readonly [number | null, number | null] | null;
  readonly df: number | null;
  /** effective number of answers: min(n, n / deff with replacement) */
  readonly nEff: number | null;
  /** against a simple random sample without replacement of the domain's size */
  readonly deff: number | null;
  /** for a difference */
  readonly t?: number | null;
  readonly p?: number | null;
  /** why something is null */
  readonly reason: Reason | null;
}

/** A list of estimates, as every statistic returns it. */
export type Estimates = readonly Estimate[];
