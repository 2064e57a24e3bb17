import { DataError } from "../errors.js";
import { tUpper } from "../math/distributions.js";
import type { Estimate, Estimates } from "./estimate.js";
import { interval } from "./interval.js";
import { estimateKey } from "./key.js";

/** The larger of the two one-sided p-values, and the interval that says the same. */
function within(
  row: Estimate,
  [low, high]: readonly [number, number],
): Pick<Estimate, "pEquivalence" | "ciEquivalence"> {
  const { estimate, se, df, confidence } = row;
  if (estimate === null || se === null || df === null || se === 0) return { pEquivalence: null, ciEquivalence: null };
  const pEquivalence = Math.max(tUpper((estimate - low) / se, df), tUpper((high - estimate) / se, df));
  return { pEquivalence, ciEquivalence: Object.freeze(interval(estimate, se, df, 2 * confidence - 1)) };
}

/**
 * Whether differences are so small that they do not matter: two one-sided tests (Schuirmann 1987), of the difference being at or
 * beyond either end of the margin. `pEquivalence` is the larger of the two. At 95% confidence it is below 0.05 exactly where
 * `ciEquivalence`, the interval at 90%, lies within the margin. A difference that cannot be told is not yet one that is small.
 *
 * @param estimates differences or contrasts, as `difference`, `compare`, `contrast` and `external` give them
 * @param margin how large a difference does not matter, on the scale of the data: one number for both sides, or both ends
 * @throws {DataError} if the margin does not hold 0, or a row is no difference
 * @example
 * equivalence(difference(households, "size", { between: "displaced", a: "no", b: "yes" }), 0.5);
 */
export function equivalence(estimates: Estimates, margin: number | readonly [number, number]): Estimates {
  const [low, high] = typeof margin === "number" ? [-margin, margin] : margin;
  if (!(low < 0 && high > 0))
    throw new DataError([{ code: "invalidMargin", holes: { low: String(low), high: String(high) }, place: {} }]);
  const other = estimates.find(({ statistic }) => statistic !== "difference" && statistic !== "contrast");
  if (other !== undefined)
    throw new DataError([{ code: "needsDifference", holes: { statistic: other.statistic }, place: {} }]);
  const ends = Object.freeze([low, high] as const);
  return Object.freeze(
    estimates.map((row) => {
      const asked = { ...row, margin: ends };
      return Object.freeze({ ...asked, key: estimateKey(asked), ...within(row, ends) });
    }),
  );
}
