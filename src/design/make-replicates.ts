import { type Problem, refuse } from "../errors.js";
import { random } from "../math/random.js";
import type { Design, SingletonPsu } from "./design.js";
import { hadamard } from "./hadamard.js";
import type { MadeReplicates, Replicates } from "./replicates.js";
import { placeOf } from "./row-problems.js";
import { isSingleton } from "./singletons.js";
import type { Stage } from "./stages.js";

/** How many bootstrap replicates are made when nobody says. */
const BOOTSTRAP = 500;

/** What a way to make replicates decides; factors are of primary units. */
type Made = Pick<Replicates, "count" | "factors" | "scale" | "rscales">;

/** The first unit of each stratum: its units follow. */
function firstUnits(stage: Stage): Int32Array {
  const first = new Int32Array(stage.strata);
  for (let unit = stage.units - 1; unit >= 0; unit--) first[stage.stratum[unit]!] = unit;
  return first;
}

/** The strata that something is left out of and that have several units: those that tell a variance. */
function telling(stage: Stage): number[] {
  const all = Array.from({ length: stage.strata }, (_, stratum) => stratum);
  return all.filter((stratum) => stage.drawn[stratum]! > 1 && stage.fraction[stratum]! < 1);
}

/** How many strata have a single unit. */
function loneStrata(stage: Stage): number {
  return Array.from(stage.drawn.keys()).filter((stratum) => isSingleton(stage, stratum)).length;
}

/**
 * A unit left out a replicate, the others of its stratum weighted up by n / (n − 1), squares times (n − 1) / n and the share of the
 * stratum that was not drawn (Wolter 2007, section 4.5). A lone unit is moved to the mean of all units for `centre`.
 */
function jackknife(stage: Stage, singletonPsu: SingletonPsu): Made {
  const isTelling = new Set(telling(stage));
  const units = Array.from({ length: stage.units }, (_, unit) => unit).filter((unit) => {
    const stratum = stage.stratum[unit]!;
    return isTelling.has(stratum) || (singletonPsu === "centre" && isSingleton(stage, stratum));
  });
  const factors = (replicate: number): Float64Array => {
    const out = units[replicate]!;
    const stratum = stage.stratum[out]!;
    const drawn = stage.drawn[stratum]!;
    const centred = 1 / stage.units;
    if (drawn === 1) return new Float64Array(stage.units).fill(1 + centred).fill(centred, out, out + 1);
    const factor = Float64Array.from(stage.stratum, (other) => (other === stratum ? drawn / (drawn - 1) : 1));
    return factor.fill(0, out, out + 1);
  };
  const ofUnit = (unit: number): number => {
    const [drawn, left] = [stage.drawn[stage.stratum[unit]!]!, 1 - stage.fraction[stage.stratum[unit]!]!];
    return drawn === 1 ? left : (left * (drawn - 1)) / drawn;
  };
  return { count: units.length, factors, scale: 1, rscales: Float64Array.from(units, ofUnit) };
}

/**
 * Balanced half samples of strata of two units: 1 ± (1 − rho) by the columns of a Hadamard matrix (McCarthy 1969; Fay's rho: Judkins
 * 1990), times the root of the share that was not drawn (Wolter 2007, section 3.5).
 */
function halfSamples(stage: Stage, rho: number): Made {
  const strata = telling(stage);
  const first = firstUnits(stage);
  const signs = hadamard(strata.length + 1);
  const factors = (replicate: number): Float64Array => {
    const factor = new Float64Array(stage.units).fill(1);
    for (const [at, stratum] of strata.entries()) {
      // the first column is all 1: nothing would balance it
      const step = signs[replicate]![at + 1]! * (1 - rho) * Math.sqrt(1 - stage.fraction[stratum]!);
      factor[first[stratum]!]! += step;
      factor[first[stratum]! + 1]! -= step;
    }
    return factor;
  };
  const count = signs.length;
  return { count, factors, scale: 1 / (count * (1 - rho) * (1 - rho)), rscales: new Float64Array(count).fill(1) };
}

/**
 * In each stratum of n units, n − 1 drawn with replacement, each weighted n / (n − 1) a time, drawn towards 1 by the root of the share
 * that was not drawn (Rao and Wu 1988; Rao, Wu and Yue 1992).
 */
function bootstrap(stage: Stage, count: number, seed: number): Made {
  const first = firstUnits(stage);
  const chance = random(seed);
  const strata = telling(stage);
  const drawOnce = (): Float64Array => {
    const factor = new Float64Array(stage.units).fill(1);
    for (const stratum of strata) {
      const drawn = stage.drawn[stratum]!;
      const reach = Math.sqrt(1 - stage.fraction[stratum]!);
      const start = first[stratum]!;
      factor.fill(1 - reach, start, start + drawn);
      for (let time = 1; time < drawn; time++) factor[start + chance.below(drawn)]! += (reach * drawn) / (drawn - 1);
    }
    return factor;
  };
  const all = Array.from({ length: count }, drawOnce);
  const factors = (replicate: number): Float64Array => all[replicate]!;
  return { count, factors, scale: 1 / (count - 1), rscales: new Float64Array(count).fill(1) };
}

/** How many strata were taken in full at the first stage but not after it: left alone, they would look as if they had no error. */
function fullAtFirst({ isCensus, psuOf }: Design, stage: Stage): number {
  const within = new Set<number>();
  for (const [unit, isFull] of isCensus.entries()) {
    const stratum = stage.stratum[psuOf[unit]!]!;
    if (isFull === 0 && stage.fraction[stratum] === 1) within.add(stratum);
  }
  return within.size;
}

/** Where the strata do not fit what is to be made. */
function fitProblems(design: Design, stage: Stage, { make }: MadeReplicates): Problem[] {
  const place = placeOf(design.table);
  const strata = telling(stage);
  const lone = loneStrata(stage);
  const full = fullAtFirst(design, stage);
  if (full > 0) return [{ code: "fullAtFirst", holes: { count: full }, place }];
  if (make === "JK1" && strata.length + lone > 1)
    return [{ code: "jackknifeOfStrata", holes: { strata: strata.length + lone }, place }];
  if (make === "BRR" || make === "Fay") {
    const other = strata.filter((stratum) => stage.drawn[stratum] !== 2);
    if (other.length > 0)
      return [{ code: "notTwoUnits", holes: { make, count: other.length, strata: strata.length }, place }];
  }
  if (lone > 0 && design.singletonPsu === "centre" && !make.startsWith("JK"))
    return [{ code: "centredReplicates", holes: { make }, place }];
  return [];
}

/**
 * Replicates of the first stage of a design: as with most of them, the stages after it add nothing of their own.
 *
 * @throws {DataError} if JK1 is asked of several strata, half samples of strata with other than two units, or `centre` of other than
 * the jackknife, or units certain to be drawn hold a sample of their own
 */
export function makeReplicates(design: Design, spec: MadeReplicates): Replicates {
  const { weights, unitOf, psuOf, singletonPsu } = design;
  const stage = design.stages[0]!;
  refuse(fitProblems(design, stage, spec));
  const { make, rho = 0, count = BOOTSTRAP, seed = 1, mse = false } = spec;
  const made =
    make === "bootstrap"
      ? bootstrap(stage, count, seed)
      : make === "JK1" || make === "JKn"
        ? jackknife(stage, singletonPsu)
        : halfSamples(stage, make === "Fay" ? rho : 0);
  const lone = loneStrata(stage);
  // a lone stratum is given the mean of the others, so that the sum grows as their number does
  const grown = singletonPsu === "average" && lone < stage.strata ? stage.strata / (stage.strata - lone) : 1;
  return Object.freeze({
    ...made,
    scale: made.scale * grown,
    pieceOf: unitOf.map((unit) => (unit < 0 ? -1 : psuOf[unit]!)),
    pieces: stage.units,
    base: weights,
    mse,
    df: "units",
  });
}
