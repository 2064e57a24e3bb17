import type { Design } from "../design/design.js";
import { addInto, sum, valuesOf } from "../math/sum.js";
import { ones } from "./ones.js";
import { type Sweep, sweepOf } from "./sweep.js";

/** Weighted columns added up, in all and for each sampling unit: everything that an estimate and its variance are made from. */
export interface Sums {
  /** the rows, their weight, and how many households, primary units and strata they lie in */
  readonly n: number;
  readonly weight: number;
  readonly households: number;
  readonly psu: number;
  readonly strata: number;
  /** whether every stage of every stratum was taken in full */
  readonly isCensus: boolean;
  /** for each column its total */
  readonly totals: Float64Array;
  /** the units of the last stage that have rows, in order */
  readonly units: Int32Array;
  /** for each of these units the totals of all columns, one after the other */
  readonly unitTotals: Float64Array;
}

/** Where in a list of rows, those of one unit together, each unit begins; and at the end how long the list is. */
export function unitStarts(design: Design, rows: Int32Array): Int32Array {
  const { unitOf } = design;
  const starts = new Int32Array(rows.length + 1);
  let units = 0;
  for (let at = 0, last = Number.NaN; at < rows.length; at++) {
    const unit = unitOf[rows[at]!]!;
    if (unit !== last) starts[units++] = at;
    last = unit;
  }
  starts[units] = rows.length;
  return starts.slice(0, units + 1);
}

/** The weights of some rows, one after the other. */
export function weightsOf(design: Design, rows: Int32Array): Float64Array {
  const { weights } = design;
  const found = new Float64Array(rows.length);
  for (let at = 0; at < found.length; at++) found[at] = weights[rows[at]!]!;
  return found;
}

/** A weighted column added up for each unit of a sweep; last for the rows that lie in none. */
function addColumn(weights: Float64Array, { rows, placeOf, units }: Sweep, column: Float64Array): Float64Array {
  const high = new Float64Array(units.length + 1);
  const low = new Float64Array(units.length + 1);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    addInto(high, low, placeOf[at]!, weights[row]! * column[row]!);
  }
  return valuesOf(high, low);
}

const known = new WeakMap<Sweep, { readonly weights: Float64Array; readonly inUnits: Float64Array }>();

/** The weight in each unit of a sweep, which every estimator of the same rows needs. */
function addWeights(weights: Float64Array, sweep: Sweep, every: Float64Array): Float64Array {
  const before = known.get(sweep);
  if (before?.weights === weights) return before.inUnits;
  const inUnits = addColumn(weights, sweep, every);
  known.set(sweep, { weights, inUnits });
  return inUnits;
}

/**
 * Adds weighted columns up per sampling unit.
 *
 * @param rows rows with a positive weight, in the order of the design
 * @param columns for each total a value for each row of the table
 */
export function addUp(design: Design, rows: Int32Array, columns: readonly Float64Array[]): Sums {
  const sweep = sweepOf(design, rows);
  const width = columns.length;
  const every = ones(design.table.size);
  const weight = addWeights(design.weights, sweep, every);
  const unitTotals = new Float64Array(sweep.units.length * width);
  const totals = new Float64Array(width);
  for (const [at, column] of columns.entries()) {
    const values = column === every ? weight : addColumn(design.weights, sweep, column);
    for (let unit = 0; unit < sweep.units.length; unit++) unitTotals[unit * width + at] = values[unit]!;
    totals[at] = sum(values);
  }
  const { units, households, psu, strata, isCensus } = sweep;
  return { n: rows.length, weight: sum(weight), households, psu, strata, isCensus, totals, units, unitTotals };
}
