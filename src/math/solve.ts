/** The share of a column that others must leave unexplained for it to count: below it, rounding is all that is left. */
const UNEXPLAINED = 1e-12;

/** The inverse of a matrix, and which of its rows could not take part. */
export interface Inverse {
  /** row after row; 0 in the rows and columns that were left out */
  readonly values: Float64Array;
  /** for each row whether it is a combination of the rows before it and was left out */
  readonly dependent: readonly boolean[];
}

/**
 * The inverse of a symmetric matrix without negative directions, such as sums of squares and products or a covariance. A row that
 * those before it explain is left out and named, so that the rest is the inverse of what remains: the sweep operator
 * (Goodnight 1979, _The American Statistician_ 33), on the matrix scaled to a diagonal of 1.
 *
 * @param matrix row after row, `size` × `size`
 * @example
 * // the second row is half the first
 * inverse(Float64Array.of(4, 2, 2, 1), 2).dependent; // => [false, true]
 */
export function inverse(matrix: Float64Array, size: number): Inverse {
  const scale = Float64Array.from({ length: size }, (_, at) => Math.sqrt(Math.max(0, matrix[at * size + at]!)));
  const scaled = matrix.map((value, at) => value / (scale[Math.floor(at / size)]! * scale[at % size]! || 1));
  const dependent = Array.from(scale, (each) => each === 0);
  for (let pivot = 0; pivot < size; pivot++) {
    if (!(scaled[pivot * size + pivot]! > UNEXPLAINED)) dependent[pivot] = true;
    if (!dependent[pivot]) sweep(scaled, size, pivot);
  }
  const values = scaled.map((value, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return dependent[row] || dependent[column] ? 0 : value / (scale[row]! * scale[column]!);
  });
  return { values, dependent };
}

/** Solves for one row and its column, in place. */
function sweep(matrix: Float64Array, size: number, pivot: number): void {
  const from = pivot * size;
  const divisor = matrix[from + pivot]!;
  for (let column = 0; column < size; column++) matrix[from + column]! /= divisor;
  for (let row = 0; row < size; row++) {
    if (row === pivot) continue;
    const factor = matrix[row * size + pivot]!;
    for (let column = 0; column < size; column++) matrix[row * size + column]! -= factor * matrix[from + column]!;
    matrix[row * size + pivot] = -factor / divisor;
  }
  matrix[from + pivot] = 1 / divisor;
}

/**
 * A matrix times a vector.
 *
 * @param matrix row after row
 * @example
 * times(Float64Array.of(1, 2, 3, 4), Float64Array.of(10, 1)); // => Float64Array.of(12, 34)
 */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: matrix.length / size }, (_, row) =>
    vector.reduce((sum, value, column) => sum + matrix[row * size + column]! * value, 0),
  );
}

/**
 * A vector times a symmetric matrix times the vector: the variance of a combination, or the length of a step.
 *
 * @example
 * quadratic(Float64Array.of(2, 1, 1, 2), Float64Array.of(1, 1)); // => 6
 */
export function quadratic(matrix: Float64Array, vector: Float64Array): number {
  return times(matrix, vector).reduce((sum, value, at) => sum + value * vector[at]!, 0);
}

/**
 * Two square matrices multiplied.
 *
 * @param a row after row, `size` × `size`, as `b` is
 * @example
 * product(Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 1, 1, 0), 2); // => Float64Array.of(2, 1, 4, 3)
 */
export function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  return a.map((_, at) => {
    const [row, column] = [at - (at % size), at % size];
    let value = 0;
    for (let each = 0; each < size; each++) value += a[row + each]! * b[each * size + column]!;
    return value;
  });
}
