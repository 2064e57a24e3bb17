import { betaQuantile, tMargin } from "../math/distributions.js";
import { square } from "../math/power.js";

/** The two limits of an interval. */
export type Interval = readonly [number, number];

/** How the interval of a proportion is made: `beta` is Korn and Graubard's. */
export type CiMethod = "logit" | "beta" | "wilson" | "wald";

/**
 * The estimate and a multiple of its standard error on either side, by Student's t.
 *
 * @example
 * interval(10, 0, 5, 0.95); // => [10, 10]
 */
export function interval(estimate: number, se: number, df: number, confidence: number): Interval {
  // a census has no error and may have no degrees of freedom either
  const margin = se === 0 ? 0 : tMargin(confidence, df) * se;
  return [estimate - margin, estimate + margin];
}

/** An interval made on the log scale, which keeps a ratio above 0; null where there is no logarithm. */
export function logInterval(ratio: number, se: number, df: number, confidence: number): Interval | null {
  if (ratio <= 0) return null;
  const [low, high] = interval(Math.log(ratio), se / ratio, df, confidence);
  return [Math.exp(low), Math.exp(high)];
}

/** The interval of a correlation, made on the scale of Fisher's z, which keeps it between −1 and 1. */
export function fisherInterval(r: number, se: number, df: number, confidence: number): Interval {
  if (se === 0 || Math.abs(r) >= 1) return [r, r];
  const [low, high] = interval(Math.atanh(r), se / (1 - square(r)), df, confidence);
  return [Math.tanh(low), Math.tanh(high)];
}

/** Wilson's score interval at the effective number of answers p(1 − p) / se², with Student's t for the normal quantile. */
function wilson(p: number, se: number, df: number, confidence: number): Interval {
  const answers = (p * (1 - p)) / square(se);
  const share = square(tMargin(confidence, df)) / answers;
  const middle = (p + share / 2) / (1 + share);
  const margin = Math.sqrt(share * p * (1 - p) + square(share) / 4) / (1 + share);
  return [middle - margin, middle + margin];
}

/** An interval made on the logit scale, which keeps it between 0 and 1. */
function logit(p: number, se: number, df: number, confidence: number): Interval {
  const middle = Math.log(p / (1 - p));
  const margin = (tMargin(confidence, df) * se) / (p * (1 - p));
  return [1 / (1 + Math.exp(margin - middle)), 1 / (1 + Math.exp(-margin - middle))];
}

/**
 * Clopper and Pearson's interval at an effective number of answers, which Korn and Graubard (1998) adjust for the degrees of
 * freedom. At 0 and at 1 one side is the bound and the other is the proportion itself.
 */
export function kornGraubard(p: number, answers: number, n: number, df: number, confidence: number): Interval {
  const effective = answers * square(tMargin(confidence, n - 1) / tMargin(confidence, df));
  const tail = (1 - confidence) / 2;
  const [yes, no] = [effective * p, effective * (1 - p)];
  return [p === 0 ? 0 : betaQuantile(tail, yes, no + 1), p === 1 ? 1 : betaQuantile(1 - tail, yes + 1, no)];
}

/**
 * The interval of a proportion. One of exactly 0 or 1, whose standard error says nothing, gets the bound of Korn and Graubard
 * whatever the method.
 *
 * @param n the rows of the domain
 */
export function proportionInterval(
  p: number,
  se: number,
  df: number,
  n: number,
  confidence: number,
  method: CiMethod,
): Interval {
  if (p === 0 || p === 1) return kornGraubard(p, n, n, df, confidence);
  if (se === 0 || method === "wald") return interval(p, se, df, confidence);
  if (method === "wilson") return wilson(p, se, df, confidence);
  if (method === "logit") return logit(p, se, df, confidence);
  return kornGraubard(p, (p * (1 - p)) / square(se), n, df, confidence);
}
