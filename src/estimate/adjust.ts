/** How p-values are adjusted for how many they are: against a single wrong claim, or against a share of wrong claims among those made. */
export type Adjustment = "holm" | "bh";

/**
 * P-values adjusted for being several, in the order given; a null stays null and does not count.
 *
 * `holm` holds the chance of even one wrong claim (Holm 1979): the k-th smallest of m is multiplied by m − k + 1. `bh` holds the
 * expected share of wrong claims among those made (Benjamini and Hochberg 1995): it is multiplied by m / k. Neither lets the
 * order of the values change, and none passes 1.
 *
 * @example
 * adjusted([0.01, 0.04, null, 0.03], "holm"); // => [0.03, 0.06, null, 0.06]
 */
export function adjusted(values: readonly (number | null)[], how: Adjustment): readonly (number | null)[] {
  const order = values
    .flatMap((value, at) => (value === null ? [] : [{ value, at }]))
    .sort((a, b) => a.value - b.value || a.at - b.at);
  const count = order.length;
  const scaled = order.map(({ value }, rank) => value * (how === "holm" ? count - rank : count / (rank + 1)));
  const result: (number | null)[] = values.map(() => null);
  // holm never falls below a smaller p's, so the greatest so far counts from the front; bh never rises above a greater p's
  const ranks = how === "holm" ? [...order.keys()] : [...order.keys()].reverse();
  let bound = how === "holm" ? 0 : 1;
  for (const rank of ranks) {
    bound = how === "holm" ? Math.max(bound, Math.min(1, scaled[rank]!)) : Math.min(bound, scaled[rank]!);
    result[order[rank]!.at] = bound;
  }
  return result;
}
