import type { Design } from "../design/design.js";
import { addInto, sum, valuesOf } from "../math/sum.js";
import { addUp, type Sums } from "./add-up.js";
import type { Group } from "./by.js";
import { answered, type Counted } from "./count.js";
import { ones } from "./ones.js";
import { type Sweep, sweepOf } from "./sweep.js";

/** For each level how many rows have it, and how many households. */
function casesOf(
  design: Design,
  rows: Int32Array,
  codes: Int32Array,
  levels: number,
): { n: number; households: number }[] {
  const { household } = design.table;
  const cases = Array.from({ length: levels }, () => ({ n: 0, households: 0 }));
  for (let at = 0; at < rows.length; at++) cases[codes[rows[at]!]!]!.n++;
  if (household === undefined) return cases.map(({ n }) => ({ n, households: n }));
  const seen = cases.map(() => new Set<number>());
  for (const row of rows) seen[codes[row]!]!.add(household[row]!);
  return cases.map(({ n }, level) => ({ n, households: seen[level]!.size }));
}

/** The weight of each level in each unit, of one unit the levels one after the other. */
export function addLevels(
  weights: Float64Array,
  { rows, placeOf, units }: Sweep,
  codes: Int32Array,
  levels: number,
): Float64Array {
  const high = new Float64Array((units.length + 1) * levels);
  const low = new Float64Array(high.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    addInto(high, low, placeOf[at]! * levels + codes[row]!, weights[row]!);
  }
  return valuesOf(high, low);
}

/** The totals of a share from what they are in each unit, beside those of everybody. */
export function shareSums(whole: Sums, inUnits: Float64Array): Sums {
  const unitTotals = new Float64Array(2 * whole.units.length);
  for (let unit = 0; unit < whole.units.length; unit++) {
    unitTotals[2 * unit] = inUnits[unit]!;
    unitTotals[2 * unit + 1] = whole.unitTotals[unit]!;
  }
  return { ...whole, totals: Float64Array.of(sum(inUnits), whole.weight), unitTotals };
}

/**
 * What a group's rows come to for the share of every answer to a question at once, in one pass over them.
 *
 * @param usable for each row of the table 1 if it has a usable answer
 * @param codes for each row of the table its answer, from 0 to `levels` − 1
 * @returns by the code of an answer the totals of who gave it and of everybody
 */
export function countLevels(
  design: Design,
  group: Group,
  usable: Uint8Array,
  codes: Int32Array,
  levels: number,
): (level: number) => Counted {
  const found = answered(design, group.rows, usable);
  const whole = addUp(design, found.rows, [ones(design.table.size)]);
  const sweep = sweepOf(design, found.rows);
  const inUnits = addLevels(design.weights, sweep, codes, levels);
  const cases = casesOf(design, sweep.rows, codes, levels);
  return (level) => {
    // the last place is that of the rows in no unit
    const inLevel = new Float64Array(sweep.units.length + 1);
    for (let place = 0; place < inLevel.length; place++) inLevel[place] = inUnits[place * levels + level]!;
    return { ...found, sums: shareSums(whole, inLevel), cases: cases[level]! };
  };
}
