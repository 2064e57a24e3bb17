import { orderBy } from "./order.js";

/** One stage of the sample: units drawn within strata, the strata lying within the units of the stage before. */
export interface Stage {
  /** how many units were drawn */
  readonly units: number;
  /** for each unit its stratum; both are numbered so that those within one unit of the stage before are consecutive */
  readonly stratum: Int32Array;
  /** for each unit the unit of the stage before that it lies in; 0 at the first stage */
  readonly parent: Int32Array;
  /** for each unit a row of it, by which its names are found */
  readonly row: Int32Array;
  readonly strata: number;
  /** for each stratum how many units were drawn */
  readonly drawn: Int32Array;
  /** for each stratum the share of its units that was drawn: 1 if all were, 0 without a finite population correction */
  readonly fraction: Float64Array;
  /** for each stratum the product of the shares drawn at the stages before */
  readonly reach: Float64Array;
}

/** A stage by the codes of each row. */
export interface StageCodes {
  readonly strata: Int32Array;
  readonly strataCount: number;
  readonly clusters: Int32Array;
  readonly clusterCount: number;
}

/** What strata and units are called, in a message. */
export interface StageNames {
  readonly stratum: (stratum: number) => string;
  readonly unit: (unit: number) => string;
}

/** The units and strata of a stage, numbered in the order of their names within those of the stage before. */
export interface Layout {
  readonly stage: Omit<Stage, "fraction" | "reach">;
  /** for each row of the table its unit, −1 for a row that was not drawn */
  readonly unitOf: Int32Array;
  /** the rows, those of one unit together */
  readonly rows: Int32Array;
}

/** Lays out one stage. `parentOf` holds for each row its unit of the stage before, of `parents`. */
export function layOut(rows: Int32Array, parentOf: Int32Array, parents: number, codes: StageCodes): Layout {
  const byCluster = orderBy(rows, codes.clusters, codes.clusterCount);
  const byStratum = orderBy(byCluster, codes.strata, codes.strataCount);
  const ordered = orderBy(byStratum, parentOf, parents);
  const unitOf = new Int32Array(parentOf.length).fill(-1);
  const [stratum, parent, firstRow, drawn]: [number[], number[], number[], number[]] = [[], [], [], []];
  let last = -1;
  for (const row of ordered) {
    const newStratum = last < 0 || parentOf[row] !== parentOf[last] || codes.strata[row] !== codes.strata[last];
    if (newStratum) drawn.push(0);
    if (newStratum || codes.clusters[row] !== codes.clusters[last]) {
      stratum.push(drawn.length - 1);
      parent.push(parentOf[row]!);
      firstRow.push(row);
      drawn[drawn.length - 1]!++;
    }
    unitOf[row] = stratum.length - 1;
    last = row;
  }
  const stage = {
    units: stratum.length,
    stratum: Int32Array.from(stratum),
    parent: Int32Array.from(parent),
    row: Int32Array.from(firstRow),
    strata: drawn.length,
    drawn: Int32Array.from(drawn),
  };
  return { stage, unitOf, rows: ordered };
}

/** For each unit of the last stage its primary unit, and 1 if all strata that it lies in were taken in full. */
export function lineage(stages: readonly Stage[]): { readonly psuOf: Int32Array; readonly isCensus: Uint8Array } {
  const units = stages.at(-1)?.units ?? 0;
  const psuOf = Int32Array.from({ length: units }, (_, unit) => unit);
  const isCensus = new Uint8Array(units).fill(1);
  for (let at = stages.length - 1; at >= 0; at--) {
    const { fraction, stratum, parent } = stages[at]!;
    for (let unit = 0; unit < units; unit++) {
      if (fraction[stratum[psuOf[unit]!]!]! < 1) isCensus[unit] = 0;
      if (at > 0) psuOf[unit] = parent[psuOf[unit]!]!;
    }
  }
  return { psuOf, isCensus };
}
