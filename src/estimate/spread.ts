import type { Design } from "../design/design.js";
import { square } from "../math/power.js";
import { Sum } from "../math/sum.js";
import type { Sums } from "./add-up.js";
import { calibratedUnits } from "./calibrated-units.js";
import type { Estimator } from "./estimator.js";
import { replicateVariance } from "./replicate-variance.js";
import { sweepOf } from "./sweep.js";
import { type UnitValues, variance } from "./variance.js";

/** A number this small against the totals that it is made of is a zero that rounding has missed. */
const ZERO = 1e-10;

/** How an estimate moves with the sample. */
export interface Spread {
  /** the variance under the design */
  readonly variance: number;
  /** the variance if as many rows had been a simple random sample with replacement; null for a single row */
  readonly simple: number | null;
  /** whether the variance is 0 only because the estimate is made of totals that were calibrated to */
  readonly isFixed: boolean;
}

/** Below this a variance is a zero that rounding has missed. */
export function zeroOf(sums: Sums, gradient: Float64Array): number {
  return square(ZERO * gradient.reduce((size, slope, column) => size + Math.abs(slope * sums.totals[column]!), 0));
}

/** The total of each sampling unit when every row is replaced by what it adds to the estimate. */
function unitValues(sums: Sums, gradient: Float64Array): Float64Array {
  const width = gradient.length;
  const values = new Float64Array(sums.units.length);
  for (let unit = 0; unit < values.length; unit++)
    for (let at = 0; at < width; at++) values[unit]! += gradient[at]! * sums.unitTotals[unit * width + at]!;
  return values;
}

/** What each row adds to the estimate, not weighted. */
function rowValues(rows: Int32Array, estimator: Pick<Estimator, "columns">, gradient: Float64Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (const [at, column] of estimator.columns.entries()) {
    const slope = gradient[at]!;
    for (let each = 0; each < values.length; each++) values[each]! += slope * column[rows[each]!]!;
  }
  return values;
}

/** The variance between rows of what each adds to the estimate, weighted, as of a sample with replacement of as many rows. */
function simpleVariance(
  design: Design,
  rows: Int32Array,
  sums: Sums,
  estimator: Estimator,
  gradient: Float64Array,
): number | null {
  const n = rows.length;
  if (n < 2) return null;
  if (estimator.simple !== undefined) return estimator.simple(sums.totals, n);
  const inOrder = sweepOf(design, rows).rows;
  const values = rowValues(inOrder, estimator, gradient);
  const mean = gradient.reduce((value, slope, at) => value + slope * sums.totals[at]!, 0) / sums.weight;
  const { weights } = design;
  const squares = new Sum();
  for (let each = 0; each < n; each++) squares.add(weights[inOrder[each]!]! * square(values[each]! - mean));
  return (squares.value / (n - 1)) * sums.weight;
}

/**
 * The total of each sampling unit of what the rows add to an estimate. After calibration what was calibrated to is taken off first, row
 * by row.
 */
export function linearised(
  design: Design,
  rows: Int32Array,
  sums: Sums,
  estimator: Pick<Estimator, "columns">,
  gradient: Float64Array,
): UnitValues {
  if (design.residualSteps.length === 0) return { units: sums.units, values: unitValues(sums, gradient) };
  return calibratedUnits(design, rows, rowValues(rows, estimator, gradient));
}

/**
 * The variance of an estimate by linearisation: the gradient turns the totals of each sampling unit into one number, and `variance`
 * takes these up through the stages.
 */
export function designVariance(design: Design, rows: Int32Array, sums: Sums, estimator: Estimator): number {
  const gradient = estimator.gradient(sums.totals);
  const found =
    design.replicates === null
      ? variance(design, linearised(design, rows, sums, estimator, gradient))
      : replicateVariance(design.replicates, rows, estimator, sums.totals);
  return found < zeroOf(sums, gradient) ? 0 : found;
}

/** The variance of an estimate, and what it would have been without the design. */
export function spread(design: Design, rows: Int32Array, sums: Sums, estimator: Estimator): Spread {
  const gradient = estimator.gradient(sums.totals);
  const zero = zeroOf(sums, gradient);
  const simple = simpleVariance(design, rows, sums, estimator, gradient);
  const found = designVariance(design, rows, sums, estimator);
  const uncalibrated = (): number => variance(design, { units: sums.units, values: unitValues(sums, gradient) });
  return {
    variance: found,
    simple: simple === null || simple * rows.length < zero ? null : simple,
    isFixed: found === 0 && design.residualSteps.length > 0 && uncalibrated() >= zero,
  };
}
