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
  /** if true, after the groups a row for all of them, and for those of no group; defaults to false */
  readonly total?: boolean;
}

/** The names of the statistics. */
export type Statistic =
  | "total"
  | "mean"
  | "proportion"
  | "ratio"
  | "quantile"
  | "cumulative"
  | "variance"
  | "correlation"
  | "difference"
  | "groupRatio"
  | "contrast"
  | "chisq"
  | "glm"
  | "wald"
  | "marginal";

/** Why a number is not there. */
export type Reason =
  | "nobody"
  | "everybody"
  | "nobody answered"
  | "no degrees of freedom"
  | "fixed by calibration"
  | "not a probability sample"
  | "weights sum to no more than n"
  | "no variation"
  | "denominator is zero"
  | "one side is empty"
  | "a replicate is empty"
  | "estimate is zero"
  | "limit beyond the data"
  | "estimate is negative"
  | "a group is empty"
  | "external error unknown"
  | "empty cells"
  | "no sampling error"
  | "explained by other terms"
  | "no convergence";

/** One number with its error and all it rests on: the row that runs through everything (contract: estimate.md). */
export interface Estimate {
  /** canonical text, `unit|statistic|variable|level|by=…|where=…` */
  readonly key: string;
  readonly unit: string;
  readonly statistic: Statistic;
  /** the column; for a ratio `numerator/denominator` */
  readonly variable: string;
  /** for a proportion, the choice; for a cumulative distribution, the value */
  readonly level?: string;
  /** for a quantile, the share of the population at or below it */
  readonly prob?: number;
  /** for a difference, the column compared and its sides; the estimate is b minus a */
  readonly between?: { readonly column: string; readonly a: string; readonly b: string };
  /** for a contrast, the column of the groups and what each counts for */
  readonly contrast?: { readonly column: string; readonly coefficients: Readonly<Record<string, number>> };
  /** for a difference from a figure that is not the study's, that figure; the estimate is ours minus it */
  readonly against?: { readonly value: number; readonly se: number | null; readonly source: string };
  /** for one of several comparisons, how its p was adjusted for their number */
  readonly adjust?: "holm" | "bh";
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
  /** against what `DEFF_REFERENCE` says */
  readonly deff: number | null;
  /** for a difference */
  readonly t?: number | null;
  readonly p?: number | null;
  /** p adjusted for the number of comparisons */
  readonly pAdjusted?: number | null;
  /** for a test of equivalence, the margin, its p and the interval that has to lie within the margin */
  readonly margin?: readonly [number, number];
  readonly pEquivalence?: number | null;
  readonly ciEquivalence?: readonly [number, number] | null;
  /** why something is null */
  readonly reason: Reason | null;
}

/** What the design effect of every row compares the design with: a sample of the domain's size, as R's `deff = TRUE`. */
export const DEFF_REFERENCE = "a simple random sample without replacement";

/** A list of estimates, as every statistic returns it. */
export type Estimates = readonly Estimate[];
