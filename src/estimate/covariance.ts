import type { Design } from "../design/design.js";
import type { Replicates } from "../design/replicates.js";
import { sum } from "../math/sum.js";
import type { Sums } from "./add-up.js";
import { replicateTotals } from "./replicate-variance.js";
import { linearised, zeroOf } from "./spread.js";
import { variance } from "./variance.js";

/** Several smooth functions of the same weighted totals: an estimator with more than one value. */
export interface Functions {
  /** for each total a value for each row of the table; asked for only where the sums do not do */
  readonly columns: readonly Float64Array[];
  /** the values at these totals */
  readonly values: (totals: Float64Array) => Float64Array;
  /** for each function how fast it moves with each total */
  readonly gradients: (totals: Float64Array) => readonly Float64Array[];
}

/**
 * The covariances of some functions from the variances of their sums: cov(u, v) is (var(u + v) − var u − var v) / 2. So `variance`
 * stays the one place that knows the design. Each function is divided by its standard error first, for else a small one would be
 * lost beside a large one.
 *
 * @param varianceOf the variance of a combination of the functions, by the number of times that each is in it
 * @returns row after row
 * @example
 * // two independent numbers with variances 4 and 9
 * covariances(2, ([u, v]) => 4 * u * u + 9 * v * v); // => Float64Array.of(4, 0, 0, 9)
 */
export function covariances(size: number, varianceOf: (times: Float64Array) => number): Float64Array {
  const unit = (at: number, value: number): Float64Array => new Float64Array(size).fill(value, at, at + 1);
  const variances = Float64Array.from({ length: size }, (_, at) => varianceOf(unit(at, 1)));
  const scale = variances.map(Math.sqrt);
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = variances[row]!;
    for (let column = 0; column < row; column++) {
      if (scale[row] === 0 || scale[column] === 0) continue;
      const times = unit(row, 1 / scale[row]!);
      times[column] = 1 / scale[column]!;
      const found = ((varianceOf(times) - 2) / 2) * scale[row]! * scale[column]!;
      matrix[row * size + column] = found;
      matrix[column * size + row] = found;
    }
  }
  return matrix;
}

/**
 * The covariances of some numbers that were computed anew in each replicate.
 *
 * @param values for each replicate the numbers
 * @param estimate the numbers of the whole sample
 */
export function replicateCovariance(
  { scale, rscales, mse }: Replicates,
  values: readonly Float64Array[],
  estimate: Float64Array,
): Float64Array {
  const counted = values.map((each, at) => ({ each, times: rscales[at]! })).filter(({ times }) => times > 0);
  const centre = mse ? estimate : estimate.map((_, at) => sum(counted.map(({ each }) => each[at]!)) / counted.length);
  const size = estimate.length;
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    const products = counted.map(
      ({ each, times }) => times * (each[row]! - centre[row]!) * (each[column]! - centre[column]!),
    );
    return scale * sum(products);
  });
}

/**
 * The covariances of several linearised functions, row after row.
 *
 * @param functions the columns that they total
 * @param gradients for each function how fast it moves with each total
 */
export function linearCovariance(
  design: Design,
  rows: Int32Array,
  sums: Sums,
  functions: Pick<Functions, "columns">,
  gradients: readonly Float64Array[],
): Float64Array {
  const each = gradients.map((gradient) => {
    const units = linearised(design, rows, sums, functions, gradient);
    // what rounding leaves of none is none beside the others too
    return variance(design, units) < zeroOf(sums, gradient) ? { ...units, values: units.values.map(() => 0) } : units;
  });
  const units = each[0]?.units ?? new Int32Array(0);
  return covariances(each.length, (times) => {
    const values = new Float64Array(units.length);
    for (const [at, one] of each.entries())
      if (times[at] !== 0)
        for (let unit = 0; unit < values.length; unit++) values[unit]! += times[at]! * one.values[unit]!;
    return variance(design, { units, values });
  });
}

/** The covariances of several functions of the same totals under the design, row after row. */
export function covariance(design: Design, rows: Int32Array, sums: Sums, functions: Functions): Float64Array {
  const { totals } = sums;
  if (design.replicates === null) return linearCovariance(design, rows, sums, functions, functions.gradients(totals));
  const values = replicateTotals(design.replicates, rows, functions.columns).map((each) => functions.values(each));
  return replicateCovariance(design.replicates, values, functions.values(totals));
}
