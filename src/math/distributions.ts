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

/** The value that a standard normal number stays below with probability `p`. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** The value that a beta number with shapes `a` and `b` stays below with probability `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}
