import type { Design } from "../design/design.js";
import { compare as compareOf, groupRatio as groupRatioOf } from "../estimate/compare.js";
import { contrast as contrastOf, trend as trendOf } from "../estimate/contrast.js";
import { correlation as correlationOf } from "../estimate/correlation.js";
import { cumulative as cumulativeOf } from "../estimate/cumulative.js";
import { difference as differenceOf } from "../estimate/difference.js";
import { equivalence as equivalenceOf } from "../estimate/equivalence.js";
import type { Options } from "../estimate/estimate.js";
import { external as externalOf } from "../estimate/external.js";
import { mean as meanOf } from "../estimate/mean.js";
import { populationVariance as populationVarianceOf } from "../estimate/population-variance.js";
import { proportion as proportionOf } from "../estimate/proportion.js";
import { quantile as quantileOf } from "../estimate/quantile.js";
import { ratio as ratioOf } from "../estimate/ratio.js";
import { total as totalOf } from "../estimate/total.js";
import { confidenceOf } from "./open-study.js";
import { readable } from "./readable.js";

// In a notebook the statistics print themselves, and those of an open study have the level of confidence of its policy,
// so that a number in a cell is the number in the report.

/** The options with the study's level of confidence, where they name none and the design is a study's. */
function leveled<Asked extends Options>(design: Design, options: Asked): Asked {
  const confidence = confidenceOf(design);
  return confidence === undefined ? options : { confidence, ...options };
}

/** The weighted mean of a column, with its design-based error; see `estimate/mean`. */
export const mean: typeof meanOf = (design, variable, options = {}) =>
  readable(meanOf(design, variable, leveled(design, options)));

/** The weighted total of a column; see `estimate/total`. */
export const total: typeof totalOf = (design, variable, options = {}) =>
  readable(totalOf(design, variable, leveled(design, options)));

/** The share of each choice of a question, one-choice or multiple-choice; see `estimate/proportion`. */
export const proportion: typeof proportionOf = (design, variable, options = {}) =>
  readable(proportionOf(design, variable, leveled(design, options)));

/** The ratio of two weighted totals; see `estimate/ratio`. */
export const ratio: typeof ratioOf = (design, numerator, denominator, options = {}) =>
  readable(ratioOf(design, numerator, denominator, leveled(design, options)));

/** The difference of a mean or share between two groups, b minus a; see `estimate/difference`. */
export const difference: typeof differenceOf = (design, variable, options) =>
  readable(differenceOf(design, variable, leveled(design, options)));

/** The ratio of a mean or share between two groups, b over a; see `estimate/compare`. */
export const groupRatio: typeof groupRatioOf = (design, variable, options) =>
  readable(groupRatioOf(design, variable, leveled(design, options)));

/** Every pair of groups compared, with p adjusted for their number; see `estimate/compare`. */
export const compare: typeof compareOf = (design, variable, options) =>
  readable(compareOf(design, variable, leveled(design, options)));

/** Groups against each other with coefficients of one's own; see `estimate/contrast`. */
export const contrast: typeof contrastOf = (design, variable, options) =>
  readable(contrastOf(design, variable, leveled(design, options)));

/** How much a mean or share changes for each step of the groups' scores; see `estimate/contrast`. */
export const trend: typeof trendOf = (design, variable, options) =>
  readable(trendOf(design, variable, leveled(design, options)));

/** Estimates less a figure that somebody else published; see `estimate/external`. */
export const external: typeof externalOf = (...words) => readable(externalOf(...words));

/** Whether differences are so small that they do not matter; see `estimate/equivalence`. */
export const equivalence: typeof equivalenceOf = (...words) => readable(equivalenceOf(...words));

/** The quantiles of a column, _the median_; see `estimate/quantile`. */
export const quantile: typeof quantileOf = (design, variable, options = {}) =>
  readable(quantileOf(design, variable, leveled(design, options)));

/** The share at or below some values of a column; see `estimate/cumulative`. */
export const cumulative: typeof cumulativeOf = (design, variable, options) =>
  readable(cumulativeOf(design, variable, leveled(design, options)));

/** How much a column varies in the population; see `estimate/population-variance`. */
export const populationVariance: typeof populationVarianceOf = (design, variable, options = {}) =>
  readable(populationVarianceOf(design, variable, leveled(design, options)));

/** The correlation of two columns in the population; see `estimate/correlation`. */
export const correlation: typeof correlationOf = (design, x, y, options = {}) =>
  readable(correlationOf(design, x, y, leveled(design, options)));
