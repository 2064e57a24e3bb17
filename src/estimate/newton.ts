import { inverse, times } from "../math/solve.js";
import { Sum } from "../math/sum.js";
import type { Family } from "./family.js";

/** So many steps are tried: where there is a solution, a dozen are enough. */
const STEPS = 60;

/** Once a step has moved no linear predictor by more than this share of the largest, the next one leaves its fourth power. */
const SETTLED = 1e-5;

/** Past so many rows the fit starts from one to so many of them, which is near enough to save most passes over all. */
const FEW = 20_000;

/** So many rows are added up plainly before the sum is put with the others: rounding then stays with the few. */
const BLOCK = 256;

/** The rows of a regression, packed: what a fit reads again and again. */
export interface FitData {
  /** for each packed row its row of the table */
  readonly rows: Int32Array;
  /** row after row the values of all columns */
  readonly matrix: Float64Array;
  readonly width: number;
  readonly response: Float64Array;
  readonly weights: Float64Array;
  readonly family: Family;
}

/** Where a fit has come to rest. */
export interface Fit {
  /** for each column; 0 where the columns before it explain it */
  readonly coefficients: Float64Array;
  readonly dependent: readonly boolean[];
  /** the inverse of the weighted sums of squares and products of the columns, each row times the slope of its mean */
  readonly inverse: Float64Array;
  /** false: the data push a coefficient towards infinity, as where one group has no case at all */
  readonly isSettled: boolean;
}

/** Products added up: of the columns with each other, and of the columns with what is left of the response. */
interface Products {
  readonly squares: Float64Array;
  readonly score: Float64Array;
  /** the largest linear predictor, and the largest change of one */
  readonly largest: number;
  readonly moved: number;
}

/** Adds small blocks into sums that keep what rounding loses. */
function flush(block: Float64Array, sums: readonly Sum[]): void {
  for (const [at, each] of sums.entries()) each.add(block[at]!);
  block.fill(0);
}

/** One pass over the rows. `eta` holds the linear predictors before the pass and after it. */
function pass(data: FitData, coefficients: Float64Array | null, eta: Float64Array): Products {
  const { matrix, width, response, weights, family } = data;
  const squares = new Float64Array(width * width);
  const score = new Float64Array(width);
  const [squareSums, scoreSums] = [squares, score].map((each) => Array.from(each, () => new Sum()));
  let largest = 0;
  let moved = 0;
  for (let row = 0, from = 0; row < response.length; row++, from += width) {
    const y = response[row]!;
    let next = 0;
    // the first time each row stands for itself, and the fit is to that
    if (coefficients === null) next = family.start(y);
    else for (let at = 0; at < width; at++) next += coefficients[at]! * matrix[from + at]!;
    moved = Math.max(moved, Math.abs(next - eta[row]!));
    largest = Math.max(largest, Math.abs(next));
    eta[row] = next;
    const mean = family.mean(next);
    const weight = weights[row]! * family.slope(mean);
    const left = weights[row]! * (y - mean) + (coefficients === null ? weight * next : 0);
    for (let at = 0; at < width; at++) {
      const value = matrix[from + at]!;
      score[at]! += left * value;
      const weighted = weight * value;
      for (let other = 0; other <= at; other++) squares[at * width + other]! += weighted * matrix[from + other]!;
    }
    if (row % BLOCK === BLOCK - 1) {
      flush(squares, squareSums!);
      flush(score, scoreSums!);
    }
  }
  flush(squares, squareSums!);
  flush(score, scoreSums!);
  const value = (row: number, column: number): number =>
    squareSums![Math.max(row, column) * width + Math.min(row, column)]!.value;
  return {
    squares: squares.map((_, at) => value(Math.floor(at / width), at % width)),
    score: score.map((_, at) => scoreSums![at]!.value),
    largest,
    moved,
  };
}

/** Every so many-th row. */
function sparse(data: FitData, step: number): FitData {
  const { width } = data;
  const pick = (values: Float64Array): Float64Array => values.filter((_, row) => row % step === 0);
  return {
    ...data,
    matrix: data.matrix.filter((_, at) => Math.floor(at / width) % step === 0),
    response: pick(data.response),
    weights: pick(data.weights),
  };
}

/** Coefficients near those of all rows, where there are many; null: start from the responses. */
function nearby(data: FitData): Float64Array | null {
  const step = Math.floor(data.response.length / FEW);
  if (step < 2 || data.family.isLinear) return null;
  const found = newton(sparse(data, step));
  return found.isSettled ? found.coefficients : null;
}

/**
 * Solves the weighted likelihood equations Σ w x (y − μ) = 0 by Newton's method, which on the family's own scale is iteratively
 * reweighted least squares (McCullagh and Nelder 1989, section 2.5), until the linear predictors stand still.
 *
 * @param start coefficients to start from; absent: from the responses themselves
 */
export function newton(data: FitData, start: Float64Array | null = nearby(data)): Fit {
  const eta = new Float64Array(data.response.length);
  let coefficients = start;
  let isSettled = false;
  for (let step = 0; ; step++) {
    const { squares, score, largest, moved } = pass(data, coefficients, eta);
    const { values, dependent } = inverse(squares, data.width);
    // a linear fit is there at once, and a second step takes back what rounding did to the first
    const isLast = step > 0 && (data.family.isLinear || moved <= SETTLED * Math.max(1, largest));
    const change = times(values, score);
    const before: Float64Array = coefficients ?? new Float64Array(data.width);
    coefficients = before.map((each, at) => (dependent[at] === true ? 0 : each + change[at]!));
    isSettled = isLast && coefficients.every(Number.isFinite);
    if (isLast || step === STEPS || !coefficients.every(Number.isFinite))
      return { coefficients, dependent, inverse: values, isSettled };
  }
}
