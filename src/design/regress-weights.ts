import { DataError } from "../errors.js";
import { type Auxiliaries, auxiliaryTotals } from "./auxiliaries.js";
import type { PoststratifySpec, RakeSpec, RegressionSpec } from "./calibration-spec.js";
import { type Distance, distanceOf } from "./distance.js";
import { fitWeights } from "./fit-weights.js";

/** A total missed by more than this share cannot be met. */
const MISSED = 1e-9;

/**
 * The distance by which a step moves the weights: raking over margins is calibration by the exponential one (Deville, Särndal and
 * Sautory 1993), and in cells of one table every distance gives the same.
 *
 * @throws {DataError} if the bounds do not lie either side of 1, or `logit` has none
 */
export function distanceBy(spec: PoststratifySpec | RakeSpec | RegressionSpec, path: string): Distance {
  if (spec.method === "poststratify") return distanceOf("linear", undefined);
  if (spec.method === "rake") return distanceOf("raking", undefined);
  const { method, bounds } = spec;
  if (method === "logit" && bounds === undefined)
    throw new DataError([{ code: "missingBounds", holes: {}, place: { path } }]);
  if (bounds !== undefined && !(bounds[0] >= 0 && bounds[0] < 1 && bounds[1] > 1 && bounds[1] < Infinity))
    throw new DataError([{ code: "invalidBounds", holes: { low: bounds[0], high: bounds[1] }, place: { path } }]);
  return distanceOf(method, bounds);
}

/**
 * Weights that add the auxiliaries up to their totals.
 *
 * @throws {DataError} if no weights do, with the total that they miss most
 */
export function regressWeights(of: Auxiliaries, weights: Float64Array, distance: Distance, path: string): Float64Array {
  const fit = fitWeights(of, weights, distance);
  const distances = fit.missed.map(Math.abs);
  const worst = distances.reduce((most, miss, at) => (miss > distances[most]! ? at : most), 0);
  if (!(distances[worst]! <= MISSED)) {
    const apart = of.fixed[worst]!;
    const found = auxiliaryTotals(of, of.rows, fit.weights)[worst]! + apart;
    const holes = { cell: of.names[worst]!, total: of.totals[worst]! + apart, found };
    throw new DataError([{ code: "totalNotReached", holes, place: { path } }]);
  }
  return fit.weights;
}
