import type { Design } from "../design/design.js";
import { countHouseholds } from "./households.js";

/** Rows in the order of the table, in which a computer reads its columns many times faster than in that of the design. */
export interface Sweep {
  readonly rows: Int32Array;
  /** for each of these rows the place of its sampling unit in `units`; one past the last where it was not drawn */
  readonly placeOf: Int32Array;
  /** the units of the last stage that have rows, in order */
  readonly units: Int32Array;
  /** how many households, primary units and strata the rows lie in */
  readonly households: number;
  readonly psu: number;
  readonly strata: number;
  /** whether every stage of every stratum was taken in full */
  readonly isCensus: boolean;
}

/** One row in so many must be in it for a pass over the whole table to be faster than sorting. */
const FEW = 32;

const known = new WeakMap<Int32Array, Sweep>();

/** Rows in the order of the table of so many. */
function ascending(rows: Int32Array, size: number): Int32Array {
  if (rows.length * FEW < size) return rows.slice().sort();
  const isIn = new Uint8Array(size);
  for (let at = 0; at < rows.length; at++) isIn[rows[at]!] = 1;
  const sorted = new Int32Array(rows.length);
  for (let row = 0, at = 0; row < size; row++) if (isIn[row] === 1) sorted[at++] = row;
  return sorted;
}

/** How many numbers of a list in order differ from the one before. */
function distinct(ordered: Int32Array): number {
  return ordered.reduce((count, value, at) => (value === ordered[at - 1] ? count : count + 1), 0);
}

/**
 * Lays out some rows to be added up. Sums are compensated, so that it does not matter in which order their rows come.
 *
 * @param rows rows of the design, none twice
 */
export function sweepOf(design: Design, rows: Int32Array): Sweep {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const { unitOf, stages } = design;
  const inOrder = ascending(rows, design.table.size);
  const count = stages.at(-1)?.units ?? 0;
  const place = new Int32Array(count);
  for (let at = 0; at < inOrder.length; at++) {
    const unit = unitOf[inOrder[at]!]!;
    if (unit >= 0) place[unit] = 1;
  }
  const units = new Int32Array(count);
  let found = 0;
  for (let unit = 0; unit < count; unit++)
    if (place[unit] === 1) {
      place[unit] = found;
      units[found++] = unit;
    }
  const placeOf = new Int32Array(inOrder.length);
  for (let at = 0; at < placeOf.length; at++) {
    const unit = unitOf[inOrder[at]!]!;
    placeOf[at] = unit < 0 ? found : place[unit]!;
  }
  const within = units.slice(0, found);
  const psu = within.map((unit) => design.psuOf[unit]!);
  const sweep = {
    rows: inOrder,
    placeOf,
    units: within,
    households: countHouseholds(design, rows),
    psu: distinct(psu),
    strata: distinct(psu.map((unit) => stages[0]!.stratum[unit]!)),
    isCensus: within.every((unit) => design.isCensus[unit] === 1),
  };
  known.set(rows, sweep);
  return sweep;
}
