import { inverse } from "../math/solve.js";
import { addInto, valuesOf } from "../math/sum.js";

/** One column that a sample is calibrated by. */
export interface Term {
  /** for each row which of the totals it counts towards; −1 in rows that are not calibrated */
  readonly place: Int32Array;
  /** for each row what it counts there; null: 1, as in a cell */
  readonly value: Float64Array | null;
}

/** What a sample is calibrated to: some columns, and the population totals of them that are known. */
export interface Auxiliaries {
  readonly terms: readonly Term[];
  /** for each total what it is of, `sex=woman`, and the number */
  readonly names: readonly string[];
  readonly totals: Float64Array;
  /** for each total what of it comes from rows that never move, those of a part taken in full; it is not in `totals` */
  readonly fixed: Float64Array;
  /** the rows that are calibrated: drawn with known probabilities, of a positive weight, not taken in full */
  readonly rows: Int32Array;
}

/** For each total the weighted sum of what the rows count towards it. */
export function auxiliaryTotals(of: Auxiliaries, rows: Int32Array, weights: Float64Array): Float64Array {
  const high = new Float64Array(of.names.length);
  const low = new Float64Array(of.names.length);
  for (const { place, value } of of.terms)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const weight = weights[row]!;
      if (weight !== 0) addInto(high, low, place[row]!, value === null ? weight : weight * value[row]!);
    }
  return valuesOf(high, low);
}

/**
 * The inverse of the weighted sums of squares and products of the auxiliaries, row after row of a square matrix. One that others
 * add up to is left out, as the last cell of a second margin is.
 */
export function inverseProducts(of: Auxiliaries, weights: Float64Array): Float64Array {
  const size = of.names.length;
  const matrix = new Float64Array(size * size);
  const isCells = of.terms.length === 1 && of.terms[0]!.value === null;
  for (const row of of.rows)
    for (const a of of.terms) {
      const weighted = weights[row]! * (a.value === null ? 1 : a.value[row]!);
      for (const b of of.terms)
        matrix[a.place[row]! * size + b.place[row]!]! += weighted * (b.value === null ? 1 : b.value[row]!);
    }
  // cells of one table have nothing in common, and there may be hundreds of them
  return isCells ? matrix.map((value) => (value > 0 ? 1 / value : 0)) : inverse(matrix, size).values;
}

/** A row's auxiliaries, each times its coefficient, added up. */
export function combination(of: Auxiliaries, coefficients: Float64Array, row: number): number {
  let sum = 0;
  for (const { place, value } of of.terms) sum += coefficients[place[row]!]! * (value === null ? 1 : value[row]!);
  return sum;
}
