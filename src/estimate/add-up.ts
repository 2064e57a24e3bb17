import type { Design } from "../design/design.js";
import { Sum } from "../math/sum.js";

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

/** How many different households some rows are in. */
export function countHouseholds(design: Design, rows: Int32Array): number {
  const { household } = design.table;
  if (household === undefined) return rows.length;
  return new Set(rows.map((row) => household[row]!)).size;
}

/** How many numbers of a list in order differ from the one before. */
function distinct(ordered: Int32Array): number {
  return ordered.reduce((count, value, at) => (value === ordered[at - 1] ? count : count + 1), 0);
}

/**
 * Adds weighted columns up per sampling unit, in one pass.
 *
 * @param rows rows with a positive weight, in the order of the design
 * @param columns for each total a value for each row of the table
 */
export function addUp(design: Design, rows: Int32Array, columns: readonly Float64Array[]): Sums {
  const { weights, unitOf, psuOf, stages } = design;
  const width = columns.length;
  const weight = new Sum();
  const totals = columns.map(() => new Sum());
  const inUnit = columns.map(() => new Sum());
  const units: number[] = [];
  const unitTotals: number[] = [];
  const close = (): void => {
    for (const each of inUnit) {
      unitTotals.push(each.value);
      each.clear();
    }
  };
  for (const row of rows) {
    const unit = unitOf[row]!;
    if (unit !== units.at(-1)) {
      if (units.length > 0) close();
      units.push(unit);
    }
    const w = weights[row]!;
    weight.add(w);
    for (let at = 0; at < width; at++) {
      const value = w * columns[at]![row]!;
      totals[at]!.add(value);
      inUnit[at]!.add(value);
    }
  }
  if (units.length > 0) close();
  const sampled = Int32Array.from(units.filter((unit) => unit >= 0));
  const psu = sampled.map((unit) => psuOf[unit]!);
  return {
    n: rows.length,
    weight: weight.value,
    households: countHouseholds(design, rows),
    psu: distinct(psu),
    strata: distinct(psu.map((unit) => stages[0]!.stratum[unit]!)),
    isCensus: sampled.every((unit) => design.isCensus[unit] === 1),
    totals: Float64Array.from(totals, (each) => each.value),
    units: sampled,
    unitTotals: Float64Array.from(unitTotals),
  };
}
