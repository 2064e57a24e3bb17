import type { Reason } from "./estimate.js";
import { ones } from "./ones.js";

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
  /** the variance with n rows of a simple random sample with replacement, where the totals tell it; else the rows do */
  readonly simple?: (totals: Float64Array, n: number) => number;
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
  return ratioOf(column, ones(column.length));
}

/**
 * The share of the rows that have something: the mean of a column of 1 and 0.
 *
 * @param has makes the column; asked for only where the totals do not do
 */
export function shareOf(has: () => Float64Array, size: number): Estimator {
  const { value, gradient } = ratioOf(new Float64Array(0), new Float64Array(0));
  let column: Float64Array | null = null;
  return {
    get columns() {
      column ??= has();
      return [column, ones(size)];
    },
    value,
    gradient,
    simple: ([with_, all], n) => ((with_! / all!) * (1 - with_! / all!)) / (n - 1),
  };
}

/**
 * A weighted sum of the means of several groups, each a total over how many there are. All totals move together, so that what the
 * groups share is in the variance.
 *
 * @param groups for each row of the table the index of its group in `coefficients`, −1 in none
 */
export function contrastOf(column: Float64Array, groups: Int32Array, coefficients: readonly number[]): Estimator {
  const of = (group: number): Float64Array => column.map((value, row) => (groups[row] === group ? value : 0));
  const on = (group: number): Float64Array => Float64Array.from(groups, (each) => (each === group ? 1 : 0));
  return {
    columns: coefficients.flatMap((_, group) => [of(group), on(group)]),
    value: (totals) =>
      coefficients.some((_, group) => totals[2 * group + 1] === 0)
        ? "a group is empty"
        : coefficients.reduce((sum, weight, group) => sum + (weight * totals[2 * group]!) / totals[2 * group + 1]!, 0),
    gradient: (totals) =>
      Float64Array.from(
        coefficients.flatMap((weight, group) => {
          const [total, count] = [totals[2 * group]!, totals[2 * group + 1]!];
          return [weight / count, (-weight * total) / count / count];
        }),
      ),
  };
}

/** The mean of a column on side b over that on side a; see `differenceOf`. */
export function groupRatioOf(column: Float64Array, sides: Int8Array): Estimator {
  const { columns } = differenceOf(column, sides);
  return {
    columns,
    value: ([b, countB, a, countA]) => {
      if (countB === 0 || countA === 0) return "one side is empty";
      return a === 0 ? "denominator is zero" : b! / countB! / (a! / countA!);
    },
    gradient: ([b, countB, a, countA]) => {
      const ratio = b! / countB! / (a! / countA!);
      return Float64Array.of(countA! / countB! / a!, -ratio / countB!, -ratio / a!, ratio / countA!);
    },
  };
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
