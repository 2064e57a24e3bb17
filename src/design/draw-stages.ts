import { type Problem, refuse } from "../errors.js";
import type { Table } from "../load/table.js";
import { type Codes, toCodes } from "./codes.js";
import type { DesignSpec } from "./design.js";
import { fullStrata, shareDrawn } from "./fpc.js";
import { clustersInTwoStrata, singletons } from "./singletons.js";
import { type Layout, layOut, type Stage, type StageCodes, type StageNames } from "./stages.js";

/** The codes of one stage. A part taken in full comes after all others: a stratum of its own, each row a unit. */
function stageCodes(table: Table, spec: DesignSpec, at: number, census: Uint8Array): StageCodes {
  const codesOf = (name: string | undefined): Codes | null =>
    name === undefined ? null : toCodes(table.columns.get(name)!);
  const strata = codesOf(spec.strata?.[at]);
  const clusters = codesOf(spec.clusters?.[at]);
  const strataCount = strata?.values.length ?? 1;
  const clusterCount = clusters?.values.length ?? 0;
  const inStratum = strata === null ? new Int32Array(table.size) : strata.codes.slice();
  const inCluster = clusters === null ? new Int32Array(table.size).fill(-1) : clusters.codes.slice();
  for (let row = 0; row < table.size; row++) {
    if (census[row] === 1) inStratum[row] = strataCount;
    if (census[row] === 1 || clusters === null) inCluster[row] = clusterCount + row;
  }
  // a place for each row only where rows are units: sorting takes a turn for every place
  const rowsAsUnits = clusters === null || census.includes(1) ? table.size : 0;
  return {
    strata: inStratum,
    strataCount: strataCount + 1,
    clusters: inCluster,
    clusterCount: clusterCount + rowsAsUnits,
  };
}

/** What the strata and units of a stage are called, in a message. */
function namesIn(table: Table, spec: DesignSpec, at: number, stage: Layout["stage"]): StageNames {
  const rowOf = new Int32Array(stage.strata);
  for (let unit = stage.units - 1; unit >= 0; unit--) rowOf[stage.stratum[unit]!] = stage.row[unit]!;
  const value = (column: string | undefined, row: number): string | undefined => {
    const found = column === undefined ? undefined : toCodes(table.columns.get(column)!);
    return found?.values[found.codes[row]!];
  };
  return {
    stratum: (stratum) =>
      value(spec.strata?.[at], rowOf[stratum]!) ?? value(spec.clusters?.[at - 1], rowOf[stratum]!) ?? "",
    unit: (unit) => value(spec.clusters?.[at], stage.row[unit]!) ?? String(table.source.rows[stage.row[unit]!]),
  };
}

/** For each stratum the product of the shares drawn at the stages before. */
function reachOf(stage: Layout["stage"], before: Stage | undefined): Float64Array {
  const reach = new Float64Array(stage.strata).fill(1);
  if (before === undefined) return reach;
  for (let unit = 0; unit < stage.units; unit++) {
    const around = before.stratum[stage.parent[unit]!]!;
    reach[stage.stratum[unit]!] = before.reach[around]! * before.fraction[around]!;
  }
  return reach;
}

/** The stages of a sample as they were drawn. */
export interface Drawn {
  readonly stages: readonly Stage[];
  /** for each row of the table its unit of the last stage, −1 where it was not drawn */
  readonly unitOf: Int32Array;
  /** the rows that were drawn, those of one unit together */
  readonly rows: Int32Array;
}

/**
 * The stages of a sample: units within strata within the units of the stage before.
 *
 * @param rows the rows drawn with known probabilities
 * @param census for each row of the table 1 if it is in a part taken in full
 * @throws {DataError} if names or counts contradict each other, or a stratum has a single unit and nobody said what to do
 */
export function drawStages(table: Table, spec: DesignSpec, rows: Int32Array, census: Uint8Array): Drawn {
  // a stage is estimated within the share drawn before it, so one after a stage without a population count adds nothing
  const last = Math.min(Math.max(1, spec.clusters?.length ?? 0), 1 + (spec.fpc?.length ?? 0));
  const stages: Stage[] = [];
  let drawn: Drawn = { stages, unitOf: new Int32Array(table.size), rows };
  for (let at = 0; at < last && rows.length > 0; at++) {
    const before = stages.at(-1);
    const codes = stageCodes(table, spec, at, census);
    const layout = layOut(drawn.rows, drawn.unitOf, before?.units ?? 1, codes);
    const names = namesIn(table, spec, at, layout.stage);
    const problems: Problem[] = [];
    const fpc = spec.fpc?.[at];
    const fraction =
      fpc === undefined ? fullStrata(layout, census) : shareDrawn(table, fpc, layout, census, names.stratum, problems);
    const stage: Stage = { ...layout.stage, fraction, reach: reachOf(layout.stage, before) };
    if (at === 0 && spec.nest !== true) problems.push(...clustersInTwoStrata(table, stage, codes.clusters, names));
    // names that contradict each other make strata of one unit that are none
    refuse(problems);
    if ((spec.singletonPsu ?? "error") === "error")
      refuse(singletons(table, stage, at, spec.strata?.[at] !== undefined, names));
    stages.push(stage);
    drawn = { stages, unitOf: layout.unitOf, rows: layout.rows };
  }
  return drawn;
}
