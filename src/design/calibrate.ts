import { DataError, type Problem, refuse } from "../errors.js";
import { square } from "../math/power.js";
import { Sum } from "../math/sum.js";
import { auxiliaryTotals } from "./auxiliaries.js";
import type { CalibrationSpec } from "./calibration-spec.js";
import type { Design } from "./design.js";
import { classTotals, nonresponse, responseClasses } from "./nonresponse.js";
import { distanceBy, regressWeights } from "./regress-weights.js";
import { mapWeights } from "./replicates.js";
import { type ResidualStep, regressionStep } from "./residual-step.js";
import { calibratedRows, toAuxiliaries } from "./to-auxiliaries.js";
import { trim } from "./trim.js";

/** What a total was before a step of calibration and after it. */
export interface MovedTotal {
  /** the cell, `sex=woman`, the column of numbers, or `intercept` */
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** what is known of the population; null in a class of a non-response adjustment, which is estimated */
  readonly total: number | null;
}

/** What one step of calibration moved. */
export interface CalibrationRecord {
  readonly step: CalibrationSpec;
  /** the smallest and the largest factor that a weight was multiplied by, of those that are not 0 after it */
  readonly range: readonly [number, number];
  /** Kish's design effect of weighting after it, 1 + the squared coefficient of variation of the weights */
  readonly designEffect: number;
  readonly totals: readonly MovedTotal[];
}

/** A step made ready for the weights of a sample, and for those of each of its replicates. */
interface Ready {
  readonly adjust: (weights: Float64Array) => Float64Array;
  readonly totals: (before: Float64Array, after: Float64Array) => readonly MovedTotal[];
  /** the steps that the variance goes back through, once those before are given */
  readonly residualSteps: (before: readonly ResidualStep[], after: Float64Array) => readonly ResidualStep[];
}

function readyNonresponse(design: Design, spec: CalibrationSpec & { method: "nonresponse" }, path: string): Ready {
  const { weights } = design;
  const classes = responseClasses(design, calibratedRows(design, weights).moving, spec, path);
  return {
    adjust: (entering) => nonresponse(classes, entering),
    totals: (before, after) => {
      const is = classTotals(classes, after);
      return classTotals(classes, before).map(({ responded }, at) => {
        return { name: classes.names[at]!, before: responded, after: is[at]!.responded, total: null };
      });
    },
    residualSteps: (before, leaving) => [...before, { rows: classes.rows, entering: weights, leaving, known: null }],
  };
}

function readyTrim(design: Design, spec: CalibrationSpec & { method: "trim" }, path: string): Ready {
  const rows = calibratedRows(design, design.weights).moving;
  return {
    adjust: (entering) =>
      trim(
        entering,
        rows.filter((row) => entering[row]! > 0),
        spec,
        path,
      ),
    totals: () => [],
    // cut weights no longer add up to what was calibrated before
    residualSteps: () => [],
  };
}

function ready(design: Design, spec: CalibrationSpec, path: string): Ready {
  if (spec.method === "nonresponse") return readyNonresponse(design, spec, path);
  if (spec.method === "trim") return readyTrim(design, spec, path);
  const { weights } = design;
  const distance = distanceBy(spec, path);
  const auxiliaries = toAuxiliaries(design, weights, spec, path);
  const totalsOf = (each: Float64Array): Float64Array => auxiliaryTotals(auxiliaries, auxiliaries.rows, each);
  return {
    adjust: (entering) => regressWeights(auxiliaries, entering, distance, path),
    totals: (before, after) => {
      const { names, totals, fixed } = auxiliaries;
      const [was, is] = [totalsOf(before), totalsOf(after)];
      return names.map((name, at) => {
        const apart = fixed[at]!;
        return { name, before: was[at]! + apart, after: is[at]! + apart, total: totals[at]! + apart };
      });
    },
    residualSteps: (before, leaving) => [...before, regressionStep(auxiliaries, weights, leaving)],
  };
}

/** The same adjustment, made in a replicate: what is wrong there is said to be wrong there. */
function inReplicate(adjust: Ready["adjust"], path: string): Ready["adjust"] {
  return (weights) => {
    try {
      return adjust(weights);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      throw new DataError(error.problems.map((each) => ({ ...each, place: { path: `${path}, replicates` } })));
    }
  };
}

/** Weights that linear calibration made negative, which nobody can stand for; in a replicate they do no harm. */
function negatives(weights: Float64Array, path: string): Problem[] {
  const count = weights.reduce((sum, weight) => (weight < 0 ? sum + 1 : sum), 0);
  return count === 0 ? [] : [{ code: "negativeCalibrated", holes: { count }, place: { path } }];
}

/** The smallest and largest factor, and Kish's design effect (Kish 1965, section 11.7). */
function moved(
  design: Design,
  before: Float64Array,
  after: Float64Array,
): Pick<CalibrationRecord, "range" | "designEffect"> {
  const rows = design.order.filter((row) => design.partOf[row]! < 0 && after[row]! > 0);
  let [low, high] = [Infinity, -Infinity];
  const [sum, squares] = [new Sum(), new Sum()];
  for (const row of rows) {
    const factor = after[row]! / before[row]!;
    low = Math.min(low, factor);
    high = Math.max(high, factor);
    sum.add(after[row]!);
    squares.add(square(after[row]!));
  }
  return { range: [low, high], designEffect: (rows.length * squares.value) / square(sum.value) };
}

/**
 * The same design with its weights calibrated, step by step: to known totals of the population (`poststratify`, `rake`, or `linear`,
 * `raking`, `logit`), cut to limits (`trim`), or with who responded standing for who did not (`nonresponse`). Replicate weights go
 * through the same steps. Every standard error after it knows what was calibrated; what moved stands in `design.calibration`.
 *
 * Rows of a part taken in full keep their weight of 1 and count towards the totals; a part without known probabilities is left alone.
 *
 * @throws {DataError} if a total does not fit the sample, with its cell: one without a total or without a row, totals of two
 * populations, totals that no weights reach; weights that would be negative; a row whose cell is not known; a class in which nobody responded
 * @example
 * calibrate(households, [{ method: "poststratify", by: ["sex"], totals: [{ sex: "w", total: 510 }, { sex: "m", total: 490 }] }]);
 */
export function calibrate(design: Design, steps: readonly CalibrationSpec[]): Design {
  let calibrated = design;
  for (const spec of steps) {
    const { weights: entering, replicates, calibration, residualSteps } = calibrated;
    const path = `calibration[${calibration.length}] (${spec.method})`;
    const step = ready(calibrated, spec, path);
    const weights = step.adjust(entering);
    refuse(negatives(weights, path));
    const record = { step: spec, ...moved(design, entering, weights), totals: step.totals(entering, weights) };
    calibrated = Object.freeze({
      ...calibrated,
      weights,
      replicates: replicates === null ? null : mapWeights(replicates, inReplicate(step.adjust, path)),
      calibration: Object.freeze([...calibration, Object.freeze(record)]),
      residualSteps: step.residualSteps(residualSteps, weights),
    });
  }
  return calibrated;
}
