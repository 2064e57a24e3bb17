import type { Design } from "../design/design.js";
import { addUp } from "./add-up.js";
import type { Group } from "./by.js";
import { answered, type Counted } from "./count.js";
import { countHouseholds } from "./households.js";
import { addLevels, shareSums } from "./levels.js";
import { ones } from "./ones.js";
import { sweepOf } from "./sweep.js";

/** For each row of the table how many of some values it is above; 0 for rows that are not in the list. */
function countAbove(rows: Int32Array, column: Float64Array, values: readonly number[]): Int32Array {
  const above = new Int32Array(column.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    for (let each = 0; each < values.length; each++) if (column[row]! > values[each]!) above[row]!++;
  }
  return above;
}

/** The rows that are above so many of the values at most. */
function rowsAtOrBelow(rows: Int32Array, above: Int32Array, most: number): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (above[rows[at]!]! <= most) found[count++] = rows[at]!;
  return found.subarray(0, count);
}

/**
 * What a group's rows come to for the share at or below each of several values at once, in one pass over them.
 *
 * @param values in order, the smallest first
 * @returns by the place of a value among them the totals of who is at or below it and of everybody
 */
export function countAtOrBelow(
  design: Design,
  group: Group,
  usable: Uint8Array,
  column: Float64Array,
  values: readonly number[],
): (place: number) => Counted {
  const found = answered(design, group.rows, usable);
  const sweep = sweepOf(design, found.rows);
  const above = countAbove(sweep.rows, column, values);
  const whole = addUp(design, found.rows, [ones(design.table.size)]);
  const levels = values.length + 1;
  const inUnits = addLevels(design.weights, sweep, above, levels);
  return (place) => {
    const atOrBelow = new Float64Array(sweep.units.length + 1);
    for (let unit = 0; unit < atOrBelow.length; unit++)
      for (let level = 0; level <= place; level++) atOrBelow[unit]! += inUnits[unit * levels + level]!;
    const cases = rowsAtOrBelow(sweep.rows, above, place);
    const households = countHouseholds(design, cases);
    return { ...found, sums: shareSums(whole, atOrBelow), cases: { n: cases.length, households } };
  };
}
