import type { Reason } from "./estimate.js";

/**
 * A smooth function of weighted totals: the columns that it totals, its value, and its gradient. That is all a statistic is; its
 * variance follows from them (Taylor linearisation: Särndal, Swensson and Wretman 1992, section 5.5).
 */
export interface Estimator {
  /** for each total a value for each row of the table */
  readonly columns: readonly Float64Array[];
  /** the value at these totals, or why there is none */
  readonly value: (totals: Float64Array) => number | Reason;
  /** how fast the value moves with each total */
  readonly gradient: (totals: Float64Array) => Float64Array;
}

/** The sum of a column over the population. */
export function totalOf(column: Float64Array): Estimator {
  return { columns: [column], value: ([total]) => total!, gradient: () => Float64Array.of(1) };
}

/** One total over another, with gradient (1 / T2, −T1 / T2²). */
export function ratioOf(numerator: Float64Array, denominator: Float64Array): Estimator {
  return {
    columns: [numerator, denominator],
    value: ([above, below]) => (below === 0 ? "denominator is zero" : above! / below!),
    gradient: ([above, below]) => Float64Array.of(1 / below!, -above! / below! / below!),
  };
}

/** The mean of a column: its total over how many there are. */
export function meanOf(column: Float64Array): Estimator {
  return ratioOf(column, new Float64Array(column.length).fill(1));
}

/**
 * The mean of a column on side b less that on side a. All four totals move together, so that what the two sides share
 * (primary units in both) is in the variance.
 *
 * @param sides for each row of the table 1 on side b, −1 on side a, 0 on neither
 */
export function differenceOf(column: Float64Array, sides: Int8Array): Estimator {
  const on = (side: number): Float64Array => Float64Array.from(sides, (each) => (each === side ? 1 : 0));
  const of = (side: number): Float64Array => column.map((value, row) => (sides[row] === side ? value : 0));
  return {
    columns: [of(1), on(1), of(-1), on(-1)],
    value: ([b, countB, a, countA]) =>
      countB === 0 || countA === 0 ? "one side is empty" : b! / countB! - a! / countA!,
    gradient: ([b, countB, a, countA]) =>
      Float64Array.of(1 / countB!, -b! / countB! / countB!, -1 / countA!, a! / countA! / countA!),
  };
}
