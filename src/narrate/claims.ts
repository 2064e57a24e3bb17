import type { Released } from "../policy/released.js";

/** How sure a difference is, in the three words of the field. */
export type Certainty = "clear" | "hint" | "none";

/**
 * How sure a difference is: below 0.05 *diferencia clara*, below 0.10 *indicios*, else *sin diferencia apreciable*,
 * which says that none can be told, not that there is none.
 *
 * @example
 * certainty({ p: 0.03 }); // => "clear"
 */
export function certainty(row: Pick<Released, "p" | "pAdjusted">): Certainty {
  // of several comparisons each speaks with its p adjusted for their number
  const p = row.pAdjusted ?? row.p ?? null;
  if (p === null) return "none";
  return p < 0.05 ? "clear" : p < 0.1 ? "hint" : "none";
}

/** How far an estimate is from what it would be if the sides were the same: 0, or 1 for a ratio. */
function gap(row: Released): number {
  if (row.estimate === null) return 0;
  return row.statistic === "groupRatio" ? row.estimate - 1 : row.estimate;
}

/** Whether b is clearly higher than a: a claim that a difference row can carry. */
export function isHigher(row: Released): boolean {
  return gap(row) > 0 && certainty(row) === "clear";
}

/** Whether b is clearly lower than a. */
export function isLower(row: Released): boolean {
  return gap(row) < 0 && certainty(row) === "clear";
}

/** Whether a test was made and no difference can be told. */
export function isUndecided(row: Released): boolean {
  return row.p !== null && row.p !== undefined && certainty(row) === "none";
}

/** Whether the whole interval lies at or above a value: "at least a third". */
export function isAtLeast(row: Released, value: number): boolean {
  return row.ci !== null && row.ci[0] !== null && row.ci[0] >= value;
}

/** Whether the whole interval lies below a value. */
export function isBelow(row: Released, value: number): boolean {
  return row.ci !== null && row.ci[1] !== null && row.ci[1] < value;
}
