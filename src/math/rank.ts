import { random } from "./random.js";

/** A row counts as made of others when less than this share of its length is left after them. */
const NOTHING_LEFT = 1e-7;
/** What is left of a row lies across the direction of chance to some degree: less than this of its length in it is nothing. */
const NOTHING_OUTSIDE = 1e-9;

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += a[at]! * b[at]!;
  return total;
}

function lengthOf(row: Float64Array): number {
  return Math.sqrt(product(row, row));
}

/** Takes what a row shares with directions at right angles out of it, twice, so that rounding leaves no trace. */
function takeOut(row: Float64Array, directions: readonly Float64Array[]): void {
  for (let time = 0; time < 2; time++)
    for (const each of directions) {
      const shared = product(row, each);
      for (let at = 0; at < row.length; at++) row[at]! -= shared * each[at]!;
    }
}

/**
 * The number of rows of a matrix that are not made of others, by Gram and Schmidt's method. A row is first held against a direction
 * of chance at right angles to all rows found: one that is made of them has nothing in it, and costs no more. It stops when no
 * further row can be independent.
 *
 * @param rows the rows, all of one length
 * @example
 * rank([Float64Array.of(1, 2), Float64Array.of(2, 4), Float64Array.of(0, 1)]); // => 2
 */
export function rank(rows: Iterable<Float64Array>): number {
  const found: Float64Array[] = [];
  const chance = random(1);
  let outside = new Float64Array();
  let outsideLength = 0;
  for (const row of rows) {
    if (found.length === row.length) break;
    if (found.length === 0) {
      outside = Float64Array.from(row, () => chance.below(1000) + 1);
      outsideLength = lengthOf(outside);
    }
    const length = lengthOf(row);
    if (Math.abs(product(row, outside)) <= NOTHING_OUTSIDE * length * outsideLength) continue;
    const left = Float64Array.from(row);
    takeOut(left, found);
    const after = lengthOf(left);
    if (after <= NOTHING_LEFT * length) continue;
    found.push(left.map((value) => value / after));
    takeOut(outside, found.slice(-1));
    outsideLength = lengthOf(outside);
  }
  return found.length;
}
