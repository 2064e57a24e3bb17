import type { Replicates } from "../design/replicates.js";
import { square } from "../math/power.js";
import { Sum, sum } from "../math/sum.js";
import type { Estimator } from "./estimator.js";

/** Where in a list of rows a new piece of the sample begins. */
function pieceStarts({ pieceOf }: Replicates, rows: Int32Array): Int32Array {
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at++)
    if (at === 0 || pieceOf[rows[at]!] !== pieceOf[rows[at - 1]!]) starts.push(at);
  return Int32Array.from(starts);
}

/** A column added up in each piece, with the weights that the factors are applied to. */
function pieceTotals({ base }: Replicates, rows: Int32Array, starts: Int32Array, column: Float64Array): Float64Array {
  return Float64Array.from(starts, (from, piece) => {
    const total = new Sum();
    const to = starts[piece + 1] ?? rows.length;
    for (let at = from; at < to; at++) total.add(base[rows[at]!]! * column[rows[at]!]!);
    return total.value;
  });
}

/**
 * The totals of some columns in each replicate.
 *
 * @param rows rows with a positive weight, in the order of the design
 * @param columns for each total a value for each row of the table
 * @returns for each replicate the totals, a number a column
 */
export function replicateTotals(
  replicates: Replicates,
  rows: Int32Array,
  columns: readonly Float64Array[],
): Float64Array[] {
  const starts = pieceStarts(replicates, rows);
  const pieceOf = starts.map((at) => replicates.pieceOf[rows[at]!]!);
  const inPieces = columns.map((column) => pieceTotals(replicates, rows, starts, column));
  const total = new Sum();
  return Array.from({ length: replicates.count }, (_, replicate) => {
    const factors = replicates.factors(replicate);
    return Float64Array.from(inPieces, (totals) => {
      total.clear();
      for (let at = 0; at < totals.length; at++) {
        const piece = pieceOf[at]!;
        total.add(totals[at]! * (piece < 0 ? 1 : factors[piece]!));
      }
      return total.value;
    });
  });
}

/**
 * The variance of an estimate by replicate weights: its value is computed anew with each of them, and the squares of how far these
 * lie from their mean (with `mse`: from the estimate) are added up, each times its constants (Wolter 2007, chapters 3 to 5).
 *
 * @returns the variance; NaN if the value does not exist in a replicate: what is left out there would be missing in the error
 */
export function replicateVariance(
  replicates: Replicates,
  rows: Int32Array,
  estimator: Estimator,
  totals: Float64Array,
): number {
  const { scale, rscales, mse } = replicates;
  const value = (each: Float64Array): number => {
    const found = estimator.value(each);
    return typeof found === "number" ? found : Number.NaN;
  };
  const counted = replicateTotals(replicates, rows, estimator.columns)
    .map((each, replicate) => ({ value: value(each), times: rscales[replicate]! }))
    .filter(({ times }) => times > 0);
  if (counted.length === 0) return 0;
  const centre = mse ? value(totals) : sum(counted.map((each) => each.value)) / counted.length;
  return scale * sum(counted.map((each) => each.times * square(each.value - centre)));
}
