import type { Problem } from "../errors.js";
import type { Column, Table } from "../load/table.js";
import { cellText, isBlank, toNumbers } from "./numbers.js";
import { placeOf, rowProblems } from "./row-problems.js";
import type { Layout } from "./stages.js";

/** Below this share left out, a stratum counts as taken in full: a population count was rounded. */
const NONE_LEFT = 1e-7;

/** The problems of a column of population counts by itself: cells that are blank or no number above zero. */
export function fpcProblems(table: Table, name: string, column: Column, drawn: Int32Array): Problem[] {
  const values = toNumbers(column);
  const missing = drawn.filter((row) => isBlank(column, row));
  const invalid = drawn.filter((row) => !isBlank(column, row) && !(values[row]! > 0));
  return [
    ...rowProblems(table, name, "missingFpc", missing),
    ...rowProblems(table, name, "invalidFpc", invalid, (row) => ({ value: cellText(column, row) })),
  ];
}

/** Without population counts only a part taken in full is known to leave nobody out: share 1 there, 0 elsewhere. */
export function fullStrata(layout: Layout, census: Uint8Array): Float64Array {
  const share = new Float64Array(layout.stage.strata);
  for (const row of layout.stage.row) share[layout.stage.stratum[layout.unitOf[row]!]!] = census[row]!;
  return share;
}

/**
 * The share of its units that was drawn, for each stratum of a stage. A column whose every value is at most 1 holds these shares;
 * any other holds how many units the stratum has in the population. A part taken in full has share 1 and is not asked.
 *
 * @param problems what is wrong is added here: a count that varies within a stratum, or is smaller than the sample
 */
export function shareDrawn(
  table: Table,
  name: string,
  layout: Layout,
  census: Uint8Array,
  label: (stratum: number) => string,
  problems: Problem[],
): Float64Array {
  const { stage, rows, unitOf } = layout;
  const values = toNumbers(table.columns.get(name)!);
  const areShares = rows.every((row) => census[row] === 1 || values[row]! <= 1);
  const given = new Float64Array(stage.strata).fill(Number.NaN);
  const varying = new Set<number>();
  for (const row of rows) {
    const stratum = stage.stratum[unitOf[row]!]!;
    const value = census[row] === 1 ? (areShares ? 1 : stage.drawn[stratum]!) : values[row]!;
    if (Number.isNaN(given[stratum])) given[stratum] = value;
    else if (given[stratum] !== value && !varying.has(stratum)) {
      varying.add(stratum);
      const holes = { stratum: label(stratum), a: given[stratum]!, b: value };
      problems.push({ code: "varyingFpc", holes, place: placeOf(table, name, row) });
    }
  }
  return given.map((value, stratum) => {
    const size = stage.drawn[stratum]!;
    const share = areShares ? value : size / value;
    if (share > 1 + NONE_LEFT && !varying.has(stratum))
      problems.push({ code: "smallFpc", holes: { value, size, stratum: label(stratum) }, place: placeOf(table, name) });
    return 1 - share < NONE_LEFT ? 1 : share;
  });
}
