import { square } from "../math/power.js";
import { times } from "../math/solve.js";
import { type Auxiliaries, auxiliaryTotals, combination, inverseProducts } from "./auxiliaries.js";
import type { Distance } from "./distance.js";

/** So near its total, against the size of what is added up, a sum is as near as rounding lets it come. */
const REACHED = 1e-15;
const ROUNDS = 200;
const HALVINGS = 40;

/** Weights that were calibrated, and how near they came. */
export interface Fit {
  readonly weights: Float64Array;
  /** for each total how far the weights miss it, against the size of what is added up */
  readonly missed: Float64Array;
}

/**
 * The weights nearest to those given that add the auxiliaries up to their totals, by Newton's method with steps halved until they
 * help (Deville and Särndal 1992). It goes on for as long as it comes nearer, so that where it ends does not depend on a tolerance.
 */
export function fitWeights(of: Auxiliaries, weights: Float64Array, { factor, slope }: Distance): Fit {
  const absolute = { ...of, terms: of.terms.map((term) => ({ ...term, value: term.value?.map(Math.abs) ?? null })) };
  const scale = auxiliaryTotals(absolute, of.rows, weights).map((value, at) =>
    Math.max(value, Math.abs(of.totals[at]!)),
  );
  const at = (coefficients: Float64Array): Fit => {
    const fitted = weights.slice();
    for (const row of of.rows) fitted[row]! *= factor(combination(of, coefficients, row));
    const found = auxiliaryTotals(of, of.rows, fitted);
    return { weights: fitted, missed: found.map((value, each) => (of.totals[each]! - value) / (scale[each]! || 1)) };
  };
  const distance = ({ missed }: Fit): number => Math.sqrt(missed.reduce((sum, miss) => sum + square(miss), 0));
  let coefficients = new Float64Array(of.names.length);
  let best = at(coefficients);
  for (let round = 0; round < ROUNDS && distance(best) > REACHED; round++) {
    const pace = weights.slice();
    for (const row of of.rows) pace[row]! *= slope(combination(of, coefficients, row));
    const step = times(
      inverseProducts(of, pace),
      best.missed.map((miss, each) => miss * scale[each]!),
    );
    let next: Fit | null = null;
    let tried = coefficients;
    for (let halving = 0, part = 1; halving < HALVINGS && next === null; halving++, part /= 2) {
      tried = coefficients.map((value, each) => value + part * step[each]!);
      const here = at(tried);
      if (distance(here) < distance(best)) next = here;
    }
    if (next === null) break;
    coefficients = tried;
    best = next;
  }
  return best;
}
