import type { Design } from "../design/design.js";
import { isSingleton } from "../design/singletons.js";
import type { Stage } from "../design/stages.js";
import { square } from "../math/power.js";
import { Sum, sum } from "../math/sum.js";

/** A linearised total for each unit of a stage that has one; all other units of the sample have 0. Units are in order. */
export interface UnitValues {
  readonly units: Int32Array;
  readonly values: Float64Array;
}

/** The variance that one stratum adds: f n / (n − 1) times the squares about the mean of all its units, those at 0 included. */
function ofStratum(stage: Stage, stratum: number, values: Float64Array): number {
  const n = stage.drawn[stratum]!;
  const mean = sum(values) / n;
  const squares = new Sum();
  for (const value of values) squares.add(square(value - mean));
  squares.add((n - values.length) * square(mean));
  return (1 - stage.fraction[stratum]!) * (n / (n - 1)) * squares.value;
}

/** The variance that a single unit is given by its distance from the mean of all units. */
function fromMean(stage: Stage, stratum: number, value: number, mean: number): number {
  return stage.reach[stratum]! * (1 - stage.fraction[stratum]!) * square(value - mean);
}

/** The variance of lone units, as the design says: around the mean of all units of the stage (`centre`), else nothing of their own. */
function ofSingletons(design: Design, stage: Stage, { units, values }: UnitValues): number {
  if (design.singletonPsu !== "centre") return 0;
  const totalIn = new Map(Array.from(units, (unit, at) => [unit, values[at]!]));
  const mean = sum(values) / stage.units;
  const squares = new Sum();
  for (let unit = 0; unit < stage.units; unit++) {
    const stratum = stage.stratum[unit]!;
    if (!isSingleton(stage, stratum)) continue;
    squares.add(fromMean(stage, stratum, totalIn.get(unit) ?? 0, mean));
  }
  return squares.value;
}

/** The variance that one stage adds. */
function ofStage(design: Design, stage: Stage, totals: UnitValues): number {
  const { units, values } = totals;
  const { singletonDomain } = design.spec;
  const added = new Sum();
  let lone = 0;
  for (let from = 0; from < units.length; ) {
    const stratum = stage.stratum[units[from]!]!;
    let to = from + 1;
    while (to < units.length && stage.stratum[units[to]!] === stratum) to++;
    const isLeft = stage.drawn[stratum]! > 1 && stage.fraction[stratum]! < 1;
    if (isLeft && to - from === 1 && singletonDomain !== undefined) {
      lone++;
      if (singletonDomain === "centre") added.add(fromMean(stage, stratum, values[from]!, sum(values) / stage.units));
    } else if (stage.drawn[stratum]! > 1)
      added.add(stage.reach[stratum]! * ofStratum(stage, stratum, values.subarray(from, to)));
    from = to;
  }
  const found = added.value + ofSingletons(design, stage, totals);
  if (singletonDomain !== "average") lone = 0;
  if (design.singletonPsu === "average")
    for (let stratum = 0; stratum < stage.strata; stratum++) if (isSingleton(stage, stratum)) lone++;
  if (lone === 0) return found;
  // a lone stratum is given the mean of the others, so that the sum grows as their number does
  return lone < stage.strata ? (found * stage.strata) / (stage.strata - lone) : 0;
}

/** The totals of the units of the stage before. */
function rollUp(stage: Stage, { units, values }: UnitValues): UnitValues {
  const parents: number[] = [];
  const sums: Sum[] = [];
  for (const [at, unit] of units.entries()) {
    const parent = stage.parent[unit]!;
    if (parent !== parents.at(-1)) {
      parents.push(parent);
      sums.push(new Sum());
    }
    sums.at(-1)!.add(values[at]!);
  }
  return { units: Int32Array.from(parents), values: Float64Array.from(sums, (each) => each.value) };
}

/**
 * The variance of a linearised total, taken up through the stages: each adds the spread of its units within strata, less the share
 * drawn, times the shares drawn at the stages before it (Särndal, Swensson and Wretman 1992, chapter 4.3). The one place where
 * the design turns into error: every statistic comes here.
 *
 * @param totals the linearised total of each unit of the last stage, in order; units not named count as 0
 */
export function variance(design: Design, totals: UnitValues): number {
  const added = new Sum();
  let here = totals;
  for (const [back, stage] of design.stages.toReversed().entries()) {
    added.add(ofStage(design, stage, here));
    if (back < design.stages.length - 1) here = rollUp(stage, here);
  }
  return added.value;
}
