import type { Design } from "../design/design.js";
import { residuals } from "../design/residual-step.js";
import { addInto, valuesOf } from "../math/sum.js";
import type { UnitValues } from "./variance.js";

/**
 * The linearised total of each sampling unit once calibration is taken into account: every row of the sample counts, those outside
 * the domain too, for calibration ties them together.
 *
 * @param rows the rows that an estimate is about
 * @param values for each of these rows what it adds to the estimate, not weighted
 */
export function calibratedUnits(design: Design, rows: Int32Array, values: Float64Array): UnitValues {
  const spreadOut = new Float64Array(design.table.size);
  for (const [at, row] of rows.entries()) spreadOut[row] = values[at]!;
  const left = residuals(design.residualSteps, spreadOut);
  const units = design.isCensus.length;
  const high = new Float64Array(units);
  const low = new Float64Array(units);
  for (let row = 0; row < left.length; row++)
    if (design.unitOf[row]! >= 0) addInto(high, low, design.unitOf[row]!, left[row]!);
  return { units: Int32Array.from({ length: units }, (_, unit) => unit), values: valuesOf(high, low) };
}
