import betainc from "@stdlib/math-base-special-betainc";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";
import normalQuantileOf from "@stdlib/stats-base-dists-normal-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantileOf from "@stdlib/stats-base-dists-t-quantile";

/** The value that Student's t with `df` degrees of freedom stays below with probability `p`. */
export function tQuantile(p: number, df: number): number {
  return tQuantileOf(p, df);
}

/**
 * How far Student's t strays from 0 on either side with the given confidence: 2.2281 for 95% and 10 degrees of freedom.
 * Taken from the lower tail, where a small probability keeps its digits.
 */
export function tMargin(confidence: number, df: number): number {
  return -tQuantile((1 - confidence) / 2, df);
}

/** The probability that Student's t is as far from 0 as `t`, on either side; from the lower tail, for 1 − cdf would underflow. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), df));
}

/**
 * The probability that F with `over` and `under` degrees of freedom is above `f`. Whichever tail of the beta distribution is the
 * smaller is computed as such, so that a small probability keeps its digits.
 */
export function fUpper(f: number, over: number, under: number): number {
  if (f <= 0) return 1;
  const [a, b] = [over * f, under];
  return a > b ? betainc(b / (a + b), under / 2, over / 2) : betainc(a / (a + b), over / 2, under / 2, true, true);
}

/** The probability that Student's t is above `t`. */
export function tUpper(t: number, df: number): number {
  return tCdf(-t, df);
}

/** The value that a standard normal number stays below with probability `p`. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** The value that a beta number with shapes `a` and `b` stays below with probability `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}
