import type { Design } from "../design/design.js";
import { difference as differenceOf } from "../estimate/difference.js";
import type { Options } from "../estimate/estimate.js";
import { mean as meanOf } from "../estimate/mean.js";
import { proportion as proportionOf } from "../estimate/proportion.js";
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
