import type { Estimate } from "../estimate/estimate.js";
import type { Precision } from "./released.js";

/** What is compared may be near 0 and well known: a share of the estimate says nothing of its error. */
const COMPARISONS: ReadonlySet<string> = new Set(["difference", "contrast", "groupRatio"]);

/**
 * The precision label of INEGI's agreement CAC-007/01/2018: a coefficient of variation below 15 % is high, from 15 % to
 * below 30 % moderate, from 30 % on low. Without a standard error, or with one of 0, there is no label; a difference has
 * none either, for its coefficient of variation says nothing (a difference of zero would have an infinite one): its
 * interval and test do.
 *
 * @example
 * inegi({ statistic: "mean", cv: 0.1499, se: 2 }); // => "high"
 */
export function inegi(row: Pick<Estimate, "statistic" | "cv" | "se">): Precision | null {
  if (COMPARISONS.has(row.statistic) || row.cv === null || row.se === null || row.se === 0) return null;
  if (row.cv < 0.15) return "high";
  return row.cv < 0.3 ? "moderate" : "low";
}
