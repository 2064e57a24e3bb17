import { DataError } from "../errors.js";
import { sum } from "../math/sum.js";
import type { TrimSpec } from "./calibration-spec.js";

/** Each round has less to share out than the one before; where there is next to no room it might take for ever. */
const ROUNDS = 10_000;

/**
 * Weights cut to limits, what was cut shared equally among those within them, again and again until none is outside: their total
 * stays (Potter 1990; the rounds are those of R's `trimWeights(strict = TRUE)`).
 *
 * @param rows the rows whose weights may be cut
 * @throws {DataError} if the limits leave no room for what was cut, or are no limits
 */
export function trim(weights: Float64Array, rows: Int32Array, spec: TrimSpec, path: string): Float64Array {
  const { lower = 0, upper = Infinity } = spec;
  if (!(lower >= 0 && lower < upper))
    throw new DataError([{ code: "invalidLimits", holes: { lower, upper }, place: { path } }]);
  const trimmed = weights.slice();
  const within = (weight: number): number => Math.min(upper, Math.max(lower, weight));
  for (let round = 0; round < ROUNDS; round++) {
    const isOutside = (row: number): boolean => trimmed[row] !== within(trimmed[row]!);
    const outside = rows.filter(isOutside);
    if (outside.length === 0) return trimmed;
    const share =
      sum(Array.from(outside, (row) => trimmed[row]! - within(trimmed[row]!))) / (rows.length - outside.length);
    if (!Number.isFinite(share)) break;
    for (const row of rows) trimmed[row] = isOutside(row) ? within(trimmed[row]!) : trimmed[row]! + share;
  }
  throw new DataError([{ code: "allTrimmed", holes: { lower, upper }, place: { path } }]);
}
