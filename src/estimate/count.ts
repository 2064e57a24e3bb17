import type { Design } from "../design/design.js";
import { sum } from "../math/sum.js";
import { addUp, type Sums, weightsOf } from "./add-up.js";
import type { Estimator } from "./estimator.js";
import { countHouseholds } from "./households.js";
import { rowsWith } from "./rows-with.js";

/** Rows without an answer that can be used, and their weight. */
export interface Missing {
  readonly n: number;
  readonly weight: number;
}

/** What a group's rows come to for a question. */
export interface Counted {
  /** the rows with a usable answer, in the order of the design */
  readonly rows: Int32Array;
  readonly missing: Missing;
  /** the columns of the question's estimator added up over them */
  readonly sums: Sums;
  /** for a proportion, how many rows have the level, and in how many households */
  readonly cases?: { readonly n: number; readonly households: number };
}

/** The rows with a usable answer, and what is known of the others. */
export function answered(design: Design, all: Int32Array, usable: Uint8Array): { rows: Int32Array; missing: Missing } {
  const rows = rowsWith(all, usable);
  if (rows === all) return { rows, missing: { n: 0, weight: 0 } };
  const others = all.filter((row) => usable[row] !== 1);
  return { rows, missing: { n: others.length, weight: sum(weightsOf(design, others)) } };
}

/**
 * Adds up what an estimator needs over the rows with a usable answer.
 *
 * @param isShare whether the estimator's first column says who has a level
 */
export function count(
  design: Design,
  all: Int32Array,
  usable: Uint8Array,
  estimator: Estimator,
  isShare: boolean,
): Counted {
  const found = answered(design, all, usable);
  const sums = addUp(design, found.rows, estimator.columns);
  if (!isShare) return { ...found, sums };
  const cases = rowsWith(found.rows, estimator.columns[0]!);
  return { ...found, sums, cases: { n: cases.length, households: countHouseholds(design, cases) } };
}
