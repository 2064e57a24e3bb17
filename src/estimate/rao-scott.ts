import { square } from "../math/power.js";
import { inverse, product } from "../math/solve.js";
import { sum } from "../math/sum.js";
import type { Functions } from "./covariance.js";

/** A table of cells, row after row. */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
  /** for each cell its share of the weight */
  readonly shares: Float64Array;
}

/** The double differences of a table against its last row and column: what is 0 of logarithms where rows and columns are independent. */
function interactions(rows: number, columns: number): Float64Array[] {
  return Array.from({ length: (rows - 1) * (columns - 1) }, (_, at) => {
    const [row, column] = [Math.floor(at / (columns - 1)), at % (columns - 1)];
    const cells = new Float64Array(rows * columns);
    cells[row * columns + column] = 1;
    cells[rows * columns - 1] = 1;
    cells[row * columns + columns - 1] = -1;
    cells[(rows - 1) * columns + column] = -1;
    return cells;
  });
}

/** The slopes of a table's log odds ratios: how fast each moves with the share of each cell, which is 1 over it. */
function slopesOf({ rows, columns, shares }: Cells): Float64Array[] {
  // an empty cell has no logarithm, and counts for nothing on either side
  const inverses = shares.map((share) => (share === 0 ? 0 : 1 / share));
  return interactions(rows, columns).map((cells) => cells.map((sign, at) => sign * inverses[at]!));
}

/**
 * The log odds ratios of a table as functions of the cells' totals, straightened at the shares.
 *
 * @param columns for each cell a column that is 1 in its rows
 */
export function logOdds(cells: Cells, columns: () => readonly Float64Array[]): Functions {
  const slopes = slopesOf(cells);
  const levels = (totals: Float64Array, all: number): number[] =>
    slopes.map((each) => sum(each.map((slope, cell) => slope * totals[cell]!)) / all);
  return {
    get columns() {
      return columns();
    },
    values: (totals) => Float64Array.from(levels(totals, sum(totals))),
    gradients: (totals) => {
      const all = sum(totals);
      const level = levels(totals, all);
      return slopes.map((each, at) => each.map((slope) => (slope - level[at]!) / all));
    },
  };
}

/** How far the shares are from the products of their margins, as Pearson measures it, for a sample of one. */
function pearson({ shares, rows, columns }: Cells): number {
  const share = (row: number, column: number): number => shares[row * columns + column]!;
  const across = Array.from({ length: rows }, (_, row) => sum(shares.slice(row * columns, (row + 1) * columns)));
  const down = Array.from({ length: columns }, (_, column) => sum(across.map((_, row) => share(row, column))));
  return sum(across.flatMap((a, row) => down.map((b, column) => square(share(row, column) - a * b) / (a * b))));
}

/**
 * The statistic and its degrees of freedom: X² / tr Δ and tr(Δ)² / tr(Δ²), with Δ the covariance of the log odds ratios under the
 * design against that of a simple random sample (Rao and Scott 1984, _Annals of Statistics_ 12; their size of the sample is on
 * both sides and goes out).
 *
 * @param covariance of the log odds ratios under the design
 * @returns null for F if nothing varies; undefined if so many cells are empty that the table has no such ratios
 */
export function raoScott(cells: Cells, covariance: Float64Array): { F: number | null; ndf: number } | undefined {
  const slopes = slopesOf(cells);
  const size = slopes.length;
  const simple = Float64Array.from({ length: size * size }, (_, at) => {
    const [one, other] = [slopes[Math.floor(at / size)]!, slopes[at % size]!];
    return sum(one.map((slope, cell) => slope * other[cell]! * cells.shares[cell]!));
  });
  const { values, dependent } = inverse(simple, size);
  if (dependent.includes(true)) return undefined;
  const effects = product(values, covariance, size);
  const traceOf = (matrix: Float64Array): number => sum(matrix.filter((_, at) => at % (size + 1) === 0));
  const trace = traceOf(effects);
  if (!(trace > 0)) return { F: null, ndf: 0 };
  return { F: pearson(cells) / trace, ndf: square(trace) / traceOf(product(effects, effects, size)) };
}
