import { DataError } from "../errors.js";
import { tTwoSided } from "../math/distributions.js";
import { square } from "../math/power.js";
import type { Estimate, Estimates } from "./estimate.js";
import { interval } from "./interval.js";
import { estimateKey } from "./key.js";

/** A figure that somebody else published. */
export interface ExternalFigure {
  readonly value: number;
  /** its standard error: 0 for a census, null if it is not known */
  readonly se: number | null;
  /** whose it is, _Censo 2020_ */
  readonly source: string;
  /** whether the two samples share persons or places, so that their errors do not add up; defaults to false */
  readonly overlaps?: boolean;
}

/** One estimate less the figure. */
function against(row: Estimate, { value, se: theirs, source }: ExternalFigure): Estimate {
  const compared = Object.freeze({ value, se: theirs, source });
  const asked = { ...row, statistic: "difference", against: compared } as const;
  const none = { se: null, cv: null, ci: null, nEff: null, deff: null, t: null, p: null };
  const result = { ...asked, key: estimateKey(asked), estimate: null, ...none };
  if (row.estimate === null) return result;
  const estimate = row.estimate - value;
  if (row.se === null || row.df === null) return { ...result, estimate };
  if (theirs === null) return { ...result, estimate, reason: "external error unknown" };
  const se = Math.sqrt(square(row.se) + square(theirs));
  const ci = Object.freeze(interval(estimate, se, row.df, row.confidence));
  const t = se === 0 ? null : estimate / se;
  const p = t === null ? null : tTwoSided(t, row.df);
  const reason = t === null ? "no sampling error" : estimate === 0 ? "estimate is zero" : null;
  return { ...result, estimate, se, cv: estimate === 0 ? null : se / Math.abs(estimate), ci, t, p, reason };
}

/**
 * Estimates less a figure that somebody else published, _larger households than in the census_, with the test of their being equal.
 * The errors of two separate samples add up in squares; a census has none. Without the figure's error there is no test, and nothing
 * may be called higher. The degrees of freedom stay the survey's own, which is on the careful side.
 *
 * @param estimates rows of any statistic, all on the scale of the figure
 * @throws {DataError} if the samples overlap, or the figure or its error is no number
 * @example
 * external(mean(households, "size"), { value: 3.6, se: 0, source: "Censo 2020" });
 */
export function external(estimates: Estimates, figure: ExternalFigure): Estimates {
  const { value, se, source } = figure;
  if (figure.overlaps === true) throw new DataError([{ code: "overlappingSamples", holes: { source }, place: {} }]);
  if (!Number.isFinite(value) || (se !== null && !(se >= 0 && se < Infinity)))
    throw new DataError([
      { code: "invalidFigure", holes: { source, value: String(value), se: String(se) }, place: {} },
    ]);
  return Object.freeze(estimates.map((row) => Object.freeze(against(row, figure))));
}
