import type { Design } from "../design/design.js";
import type { Replicates } from "../design/replicates.js";
import { rank } from "../math/rank.js";
import type { Sums } from "./add-up.js";

/** For each of the rows its weight in all replicates, as shares of its weight. */
function* shares(
  { weights }: Design,
  { count, pieceOf, base, factors }: Replicates,
  rows: Int32Array,
): Generator<Float64Array> {
  const all = Array.from({ length: count }, (_, replicate) => factors(replicate));
  for (const row of rows) {
    const scale = base[row]! / weights[row]!;
    const piece = pieceOf[row]!;
    const own = new Float64Array(count).fill(scale);
    if (piece >= 0) for (let replicate = 0; replicate < count; replicate++) own[replicate]! *= all[replicate]![piece]!;
    yield own;
  }
}

/**
 * Primary units less strata where replicates were made: a stratum counts only if the rows reach all of its units, but one at least
 * does. Where they do not reach all, what is left out of a replicate does not balance what is added, and the units of the stratum
 * move freely. It is one less than the rank of the weights, had one all replicates there can be.
 */
function unitsLessStrata(design: Design, rows: Int32Array): number {
  const stage = design.stages[0];
  if (stage === undefined) return 0;
  const seen = new Uint8Array(stage.units);
  for (const row of rows) if (design.unitOf[row]! >= 0) seen[design.psuOf[design.unitOf[row]!]!] = 1;
  const reached = new Int32Array(stage.strata);
  for (let unit = 0; unit < stage.units; unit++) reached[stage.stratum[unit]!]! += seen[unit]!;
  const units = reached.reduce((total, count) => total + count, 0);
  const whole = reached.filter((count, stratum) => count === stage.drawn[stratum]).length;
  return units - Math.max(1, whole);
}

/**
 * The degrees of freedom of an estimate: primary units less strata, both counted among its rows. With replicates: as given with them;
 * units less strata if they were made; else one less than the rank of the weights (Korn and Graubard 1999, section 5.3).
 *
 * @param rows the rows that the estimate rests on
 */
export function degreesOfFreedom(design: Design, rows: Int32Array, sums: Pick<Sums, "psu" | "strata">): number {
  const { replicates } = design;
  if (replicates === null) return sums.psu - sums.strata;
  if (typeof replicates.df === "number") return replicates.df;
  if (replicates.df === "units") return unitsLessStrata(design, rows);
  return rank(shares(design, replicates, rows)) - 1;
}
