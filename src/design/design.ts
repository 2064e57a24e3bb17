import { DataError, type Problem, refuse } from "../errors.js";
import type { Table } from "../load/table.js";
import { type CalibrationRecord, calibrate } from "./calibrate.js";
import type { CalibrationSpec } from "./calibration-spec.js";
import { columnProblems, missingCodes } from "./columns.js";
import { drawStages } from "./draw-stages.js";
import { findParts } from "./part-rows.js";
import { toReplicates } from "./read-replicates.js";
import type { ReplicateSpec, Replicates } from "./replicates.js";
import type { ResidualStep } from "./residual-step.js";
import { placeOf } from "./row-problems.js";
import { concatenated, rowsWhere } from "./rows.js";
import { lineage, type Stage } from "./stages.js";
import { readWeights } from "./weights.js";

/** A part of the sample, and whether each of its members had a known chance to be in it. */
export interface DesignPart {
  /** absent: called by its `where`, `site=shelter` */
  readonly name?: string;
  /** which rows: column → value */
  readonly where: Readonly<Record<string, string>>;
  readonly kind: "probability" | "census" | "nonprobability";
}

/** What becomes of a stratum with a single primary unit, whose variance one unit cannot tell. */
export type SingletonPsu = "error" | "certainty" | "centre" | "average";

/** The choice for a stratum of several primary units of which a domain reaches one only: treated as if it were all there is. */
export type SingletonDomain = "centre" | "average";

/** How the sample was drawn, by column name: the `design` block of an estimation request. */
export interface DesignSpec {
  /** the column of sampling weights; if absent, every row weighs 1 */
  readonly weights?: string;
  /** the columns of strata, one a stage; if absent, the whole sample is one stratum */
  readonly strata?: readonly string[];
  /** the columns of sampling units, first stage first; if absent, each row is its own primary unit */
  readonly clusters?: readonly string[];
  /** if true, names of primary units repeat between strata; defaults to false, where a name in two strata is refused */
  readonly nest?: boolean;
  /** the columns of population counts, one a stage, or of the shares drawn when every value is at most 1 */
  readonly fpc?: readonly string[];
  /** defaults to "error" */
  readonly singletonPsu?: SingletonPsu;
  /** what becomes of a stratum of several primary units of which a domain reaches one; absent: the others count as 0, as they are */
  readonly singletonDomain?: SingletonDomain;
  /** weights by which the error is computed, read or made; absent: by linearisation */
  readonly replicates?: ReplicateSpec;
  /** what the weights are calibrated to, step by step; absent: they stay as they are */
  readonly calibration?: readonly CalibrationSpec[];
  readonly parts?: readonly DesignPart[];
}

/** A table and how its rows were drawn: what every statistic is asked of. */
export interface Design {
  readonly table: Table;
  readonly spec: DesignSpec;
  /** for each row its weight; 1 in a part taken in full or without known probabilities */
  readonly weights: Float64Array;
  /** the stages that add to the variance, first stage first; one after a stage without `fpc` adds nothing and is left out */
  readonly stages: readonly Stage[];
  /** for each row its unit of the last of these stages, −1 where it was not drawn with known probabilities */
  readonly unitOf: Int32Array;
  /** for each such unit its primary unit, and 1 if it was taken in full at every stage */
  readonly psuOf: Int32Array;
  readonly isCensus: Uint8Array;
  /** every row, those of one unit together, units in the order of their names */
  readonly order: Int32Array;
  readonly singletonPsu: SingletonPsu;
  /** null: errors are computed by linearisation */
  readonly replicates: Replicates | null;
  /** what each step of calibration moved, and by which steps a variance takes it into account */
  readonly calibration: readonly CalibrationRecord[];
  readonly residualSteps: readonly ResidualStep[];
  /** the names of the parts without known probabilities, and for each row an index into them, −1 elsewhere */
  readonly parts: readonly string[];
  readonly partOf: Int32Array;
  /** the rows that every estimate is about, 1 where in; null: all */
  readonly domain: Uint8Array | null;
}

/**
 * Joins a table with the way its sample was drawn, and checks that the two fit.
 *
 * @throws {DataError} with every problem at once: a column that is not there, a weight missing, negative or no number, all weights
 * zero, a missing stratum or sampling unit, a primary unit in two strata, a stratum with one primary unit (unless `singletonPsu`
 * says what to do), a population count that varies within a stratum or is smaller than the sample, a row in two parts, replicates
 * that cannot be read or made, totals that do not fit (see `calibrate`)
 * @example
 * toDesign(table, { strata: ["admin1"], clusters: ["village"], weights: "weight" });
 */
export function toDesign(table: Table, spec: DesignSpec): Design {
  if (table.size === 0) throw new DataError([{ code: "noRows", holes: {}, place: placeOf(table) }]);
  refuse(columnProblems(table, spec));
  const { names, partOf, census } = findParts(table, spec.parts ?? []);
  const sampled = rowsWhere(table.size, (row) => partOf[row]! < 0);
  const problems: Problem[] = [];
  // a part taken in full needs no weight, stratum or sampling unit: it is a stratum of its own, each row a unit
  const drawn = sampled.filter((row) => census[row] === 0);
  const weights = readWeights(table, spec.weights, drawn, problems);
  refuse([...problems, ...missingCodes(table, spec, drawn)]);
  // replicates that came with the data tell the variance themselves, of lone units too
  const isTold = spec.replicates !== undefined && "columns" in spec.replicates;
  const stagesSpec: DesignSpec = isTold ? { ...spec, singletonPsu: "certainty" } : spec;
  const { stages, unitOf, rows } = drawStages(table, stagesSpec, sampled, census);
  const design: Design = {
    table,
    spec,
    weights,
    stages,
    unitOf,
    ...lineage(stages),
    order: concatenated(
      rows,
      rowsWhere(table.size, (row) => partOf[row]! >= 0),
    ),
    singletonPsu: spec.singletonPsu ?? "error",
    replicates: null,
    calibration: [],
    residualSteps: [],
    parts: names,
    partOf,
    domain: null,
  };
  // a sample without known probabilities has no stages, and no error that replicates could tell
  const isDrawn = spec.replicates !== undefined && stages.length > 0;
  const replicates = isDrawn ? toReplicates(design, drawn, spec.replicates) : null;
  return calibrate(Object.freeze({ ...design, replicates }), spec.calibration ?? []);
}
