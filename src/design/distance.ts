import type { Bounds } from "./calibration-spec.js";

/** How far a weight may move: the factor that it is multiplied by, as a function of the row's auxiliaries times coefficients. */
export interface Distance {
  readonly factor: (u: number) => number;
  /** how fast the factor grows; 0 where a bound holds it */
  readonly slope: (u: number) => number;
}

const linear: Distance = { factor: (u) => 1 + u, slope: () => 1 };
const raking: Distance = { factor: Math.exp, slope: Math.exp };

/** A factor that stops at its bounds. */
function truncated({ factor, slope }: Distance, [low, high]: Bounds): Distance {
  const isFree = (u: number): boolean => factor(u) > low && factor(u) < high;
  return { factor: (u) => Math.min(high, Math.max(low, factor(u))), slope: (u) => (isFree(u) ? slope(u) : 0) };
}

/** A factor that nears its bounds without reaching them. */
function logit([low, high]: Bounds): Distance {
  const speed = (high - low) / ((1 - low) * (high - 1));
  const middle = Math.log((1 - low) / (high - 1));
  const share = (u: number): number => 1 / (1 + Math.exp(-speed * u - middle));
  return {
    factor: (u) => low + (high - low) * share(u),
    slope: (u) => (high - low) * speed * share(u) * (1 - share(u)),
  };
}

/**
 * The three distances of Deville and Särndal (1992, _Journal of the American Statistical Association_ 87), their cases 1, 2 and 6;
 * with bounds the first two are their case 7.
 */
export function distanceOf(method: "linear" | "raking" | "logit", bounds: Bounds | undefined): Distance {
  if (method === "logit" && bounds !== undefined) return logit(bounds);
  const free = method === "linear" ? linear : raking;
  return bounds === undefined ? free : truncated(free, bounds);
}
