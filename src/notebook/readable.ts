import { inspect } from "node:util";
import { compare as compareOf, groupRatio as groupRatioOf } from "../estimate/compare.js";
import { contrast as contrastOf, trend as trendOf } from "../estimate/contrast.js";
import { correlation as correlationOf } from "../estimate/correlation.js";
import { cumulative as cumulativeOf } from "../estimate/cumulative.js";
import { difference as differenceOf } from "../estimate/difference.js";
import { equivalence as equivalenceOf } from "../estimate/equivalence.js";
import type { Estimate } from "../estimate/estimate.js";
import { external as externalOf } from "../estimate/external.js";
import { mean as meanOf } from "../estimate/mean.js";
import { populationVariance as populationVarianceOf } from "../estimate/population-variance.js";
import { proportion as proportionOf } from "../estimate/proportion.js";
import { quantile as quantileOf } from "../estimate/quantile.js";
import { ratio as ratioOf } from "../estimate/ratio.js";
import { total as totalOf } from "../estimate/total.js";
import type { Released } from "../policy/released.js";
import { estimatesText } from "../present/text.js";

/**
 * Gives a list of estimates the text that a cell prints when it ends in one: a table for people instead of objects. The
 * list itself is a copy and otherwise the same.
 */
export function readable<Row extends Estimate | Released>(rows: readonly Row[]): readonly Row[] {
  const copy = [...rows];
  Object.defineProperty(copy, inspect.custom, { value: () => estimatesText(rows), enumerable: false });
  return Object.freeze(copy);
}

/** The weighted mean of a column, with its design-based error; see `estimate/mean`. */
export const mean: typeof meanOf = (...words) => readable(meanOf(...words));

/** The weighted total of a column; see `estimate/total`. */
export const total: typeof totalOf = (...words) => readable(totalOf(...words));

/** The share of each choice of a question, one-choice or multiple-choice; see `estimate/proportion`. */
export const proportion: typeof proportionOf = (...words) => readable(proportionOf(...words));

/** The ratio of two weighted totals; see `estimate/ratio`. */
export const ratio: typeof ratioOf = (...words) => readable(ratioOf(...words));

/** The difference of a mean or share between two groups, b minus a; see `estimate/difference`. */
export const difference: typeof differenceOf = (...words) => readable(differenceOf(...words));

/** The ratio of a mean or share between two groups, b over a; see `estimate/compare`. */
export const groupRatio: typeof groupRatioOf = (...words) => readable(groupRatioOf(...words));

/** Every pair of groups compared, with p adjusted for their number; see `estimate/compare`. */
export const compare: typeof compareOf = (...words) => readable(compareOf(...words));

/** Groups against each other with coefficients of one's own; see `estimate/contrast`. */
export const contrast: typeof contrastOf = (...words) => readable(contrastOf(...words));

/** How much a mean or share changes for each step of the groups' scores; see `estimate/contrast`. */
export const trend: typeof trendOf = (...words) => readable(trendOf(...words));

/** Estimates less a figure that somebody else published; see `estimate/external`. */
export const external: typeof externalOf = (...words) => readable(externalOf(...words));

/** Whether differences are so small that they do not matter; see `estimate/equivalence`. */
export const equivalence: typeof equivalenceOf = (...words) => readable(equivalenceOf(...words));

/** The quantiles of a column, _the median_; see `estimate/quantile`. */
export const quantile: typeof quantileOf = (...words) => readable(quantileOf(...words));

/** The share at or below some values of a column; see `estimate/cumulative`. */
export const cumulative: typeof cumulativeOf = (...words) => readable(cumulativeOf(...words));

/** How much a column varies in the population; see `estimate/population-variance`. */
export const populationVariance: typeof populationVarianceOf = (...words) => readable(populationVarianceOf(...words));

/** The correlation of two columns in the population; see `estimate/correlation`. */
export const correlation: typeof correlationOf = (...words) => readable(correlationOf(...words));
