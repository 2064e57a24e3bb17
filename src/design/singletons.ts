import type { Problem } from "../errors.js";
import type { Table } from "../load/table.js";
import { placeOf } from "./row-problems.js";
import type { Stage, StageNames } from "./stages.js";

/** So many are named; the rest are counted. */
const NAMED = 20;

/** Whether a stratum has a single unit whose variance has to come from elsewhere; one taken in full has none. */
export function isSingleton(stage: Stage, stratum: number): boolean {
  return stage.drawn[stratum] === 1 && stage.fraction[stratum]! < 1;
}

/** A long list of problems of one kind, cut and counted. */
function shortened(problems: readonly Problem[], what: string, table: Table): Problem[] {
  if (problems.length <= NAMED) return [...problems];
  const more = { code: "moreStrata", holes: { count: problems.length - NAMED, what }, place: placeOf(table) };
  return [...problems.slice(0, NAMED), more];
}

/** The strata of a stage (counted from 0) with a single unit, as problems that offer the choices. */
export function singletons(table: Table, stage: Stage, at: number, stratified: boolean, names: StageNames): Problem[] {
  const code = at > 0 ? "singletonUnit" : stratified ? "singletonPsu" : "singletonSample";
  const problems: Problem[] = [];
  for (let unit = 0; unit < stage.units; unit++) {
    const stratum = stage.stratum[unit]!;
    if (!isSingleton(stage, stratum)) continue;
    const holes = { stratum: names.stratum(stratum), psu: names.unit(unit), stage: at + 1 };
    problems.push({ code, holes, place: placeOf(table) });
  }
  return shortened(problems, "singletonPsu", table);
}

/** The primary units whose name stands in two strata, although names are said not to repeat. */
export function clustersInTwoStrata(table: Table, stage: Stage, clusters: Int32Array, names: StageNames): Problem[] {
  const first = new Map<number, number>();
  const problems: Problem[] = [];
  for (let unit = 0; unit < stage.units; unit++) {
    const cluster = clusters[stage.row[unit]!]!;
    const stratum = stage.stratum[unit]!;
    const before = first.get(cluster);
    first.set(cluster, before ?? stratum);
    if (before === undefined) continue;
    const holes = { cluster: names.unit(unit), a: names.stratum(before), b: names.stratum(stratum) };
    problems.push({ code: "clusterInTwoStrata", holes, place: placeOf(table) });
  }
  return shortened(problems, "nest", table);
}
