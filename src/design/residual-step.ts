import { times } from "../math/solve.js";
import { type Auxiliaries, auxiliaryTotals, inverseProducts } from "./auxiliaries.js";

/** What a step of calibration does to a variance. */
export interface ResidualStep {
  /** the rows whose weights it moved, and for each row of the table the weights before it and after it */
  readonly rows: Int32Array;
  readonly entering: Float64Array;
  readonly leaving: Float64Array;
  /** what it calibrated to; null for an adjustment for non-response, which knows no totals */
  readonly known: { readonly auxiliaries: Auxiliaries; readonly inverse: Float64Array } | null;
}

/** The residual step of a calibration to known totals. */
export function regressionStep(auxiliaries: Auxiliaries, entering: Float64Array, leaving: Float64Array): ResidualStep {
  const known = { auxiliaries, inverse: inverseProducts(auxiliaries, entering) };
  return { rows: auxiliaries.rows, entering, leaving, known };
}

/** Takes off the values, in place, what their regression on the auxiliaries explains, by the weights that entered the step. */
function regress({ rows, entering, known }: ResidualStep, values: Float64Array): void {
  if (known === null) return;
  const { auxiliaries: of, inverse } = known;
  const weighted = new Float64Array(values.length);
  // a second time takes off what rounding left the first time
  for (let time = 0; time < 2; time++) {
    for (let at = 0; at < rows.length; at++) weighted[rows[at]!] = entering[rows[at]!]! * values[rows[at]!]!;
    const coefficients = times(inverse, auxiliaryTotals(of, rows, weighted));
    for (const { place, value } of of.terms)
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        const slope = coefficients[place[row]!]!;
        values[row]! -= value === null ? slope : slope * value[row]!;
      }
  }
}

/**
 * What is left of linearised values once calibration is taken into account, weighted. From the last step back to the first: the
 * regression on what the step calibrated to is taken off, by the weights that entered it, and what is left is multiplied by the factor
 * of the step (Deville and Särndal 1992, section 3: the residuals with the calibrated weights; here step by step, each
 * being linear in the weights that enter it). What was calibrated to leaves nothing. An adjustment for non-response has
 * nothing known to take off: its factor stays, 0 for who did not respond.
 *
 * @param steps at least one
 * @param values for each row of the table its linearised value, 0 outside the domain
 * @returns for each row of the table what is left, times its weight
 */
export function residuals(steps: readonly ResidualStep[], values: Float64Array): Float64Array {
  const left = values.slice();
  for (const step of steps.toReversed()) {
    regress(step, left);
    for (const row of step.rows) left[row]! *= step.leaving[row]! / step.entering[row]!;
  }
  return left.map((value, row) => value * steps[0]!.entering[row]!);
}
