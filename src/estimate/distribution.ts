import type { Design } from "../design/design.js";
import { orderOf } from "../math/order-of.js";
import { Sum } from "../math/sum.js";
import { weightsOf } from "./add-up.js";
import { sweepOf } from "./sweep.js";

/** A share this little short of another is the same one: sums of weights are rounded. */
const SAME = 1e-12;

/** The weighted distribution of a column over some rows: its values in order, each once, with the share at or below it. */
export interface Distribution {
  readonly values: Float64Array;
  readonly shares: Float64Array;
}

/** The weighted distribution of a column over some rows that all have an answer. */
export function distributionOf(design: Design, rows: Int32Array, column: Float64Array): Distribution {
  const inTable = sweepOf(design, rows).rows;
  const weights = weightsOf(design, inTable);
  const of = new Float64Array(inTable.length);
  for (let at = 0; at < of.length; at++) of[at] = column[inTable[at]!]!;
  const order = orderOf(of);
  const values = new Float64Array(of.length);
  const shares = new Float64Array(of.length);
  const weight = new Sum();
  let found = 0;
  for (let at = 0; at < order.length; at++) {
    const value = of[order[at]!]!;
    if (at > 0 && value !== values[found]) found++;
    weight.add(weights[order[at]!]!);
    values[found] = value;
    shares[found] = weight.value;
  }
  const count = Math.min(found + 1, of.length);
  for (let at = 0; at < count; at++) shares[at]! /= weight.value;
  return { values: values.slice(0, count), shares: shares.slice(0, count) };
}

/** The place of the smallest value with at least a share of the population at or below it. */
export function placeOf({ shares }: Distribution, share: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shares[middle]! >= share - SAME) high = middle;
    else low = middle + 1;
  }
  return low;
}
