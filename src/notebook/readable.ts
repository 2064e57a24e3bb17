import { inspect } from "node:util";
import { difference as differenceOf } from "../estimate/difference.js";
import type { Estimate } from "../estimate/estimate.js";
import { mean as meanOf } from "../estimate/mean.js";
import { proportion as proportionOf } from "../estimate/proportion.js";
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
