import type { Design } from "../design/design.js";

/** How many different households some rows are in. */
export function countHouseholds(design: Design, rows: Int32Array): number {
  const { household } = design.table;
  if (household === undefined) return rows.length;
  const seen = new Set<number>();
  for (let at = 0; at < rows.length; at++) seen.add(household[rows[at]!]!);
  return seen.size;
}
