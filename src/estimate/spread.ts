import type { Design } from "../design/design.js";
import { square } from "../math/power.js";
import { Sum } from "../math/sum.js";
import type { Sums } from "./add-up.js";
import type { Estimator } from "./estimator.js";
import { variance } from "./variance.js";

/** A number this small against the totals that it is made of is a zero that rounding has missed. */
const ZERO = 1e-10;

/** How an estimate moves with the sample. */
export interface Spread {
  /** the variance under the design */
  readonly variance: number;
  /** the variance if as many rows had been a simple random sample with replacement; null for a single row */
  readonly simple: number | null;
}

/** The total of each sampling unit when every row is replaced by what it adds to the estimate. */
function unitValues(sums: Sums, gradient: Float64Array): Float64Array {
  const width = gradient.length;
  return Float64Array.from(sums.units, (_, at) =>
    gradient.reduce((value, slope, column) => value + slope * sums.unitTotals[at * width + column]!, 0),
  );
}

/** The variance between rows of what each adds to the estimate, weighted, as of a sample with replacement of as many rows. */
function simpleVariance(design: Design, rows: Int32Array, estimator: Estimator, gradient: Float64Array): number | null {
  const n = rows.length;
  if (n < 2) return null;
  const weight = new Sum();
  const first = new Sum();
  const values = Float64Array.from(rows, (row) => {
    let value = 0;
    for (let column = 0; column < gradient.length; column++)
      value += gradient[column]! * estimator.columns[column]![row]!;
    weight.add(design.weights[row]!);
    first.add(design.weights[row]! * value);
    return value;
  });
  const mean = first.value / weight.value;
  const squares = new Sum();
  for (let at = 0; at < n; at++) squares.add(design.weights[rows[at]!]! * square(values[at]! - mean));
  return (squares.value / (n - 1)) * weight.value;
}

/**
 * The variance of an estimate by linearisation: the gradient turns the totals of each sampling unit into one number, and `variance`
 * takes these up through the stages.
 */
export function spread(design: Design, rows: Int32Array, sums: Sums, estimator: Estimator): Spread {
  const gradient = estimator.gradient(sums.totals);
  const scale = gradient.reduce((size, slope, column) => size + Math.abs(slope * sums.totals[column]!), 0);
  const zero = square(ZERO * scale);
  const found = variance(design, { units: sums.units, values: unitValues(sums, gradient) });
  const simple = simpleVariance(design, rows, estimator, gradient);
  return {
    variance: found < zero ? 0 : found,
    simple: simple === null || simple * rows.length < zero ? null : simple,
  };
}
