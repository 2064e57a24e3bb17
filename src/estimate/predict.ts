import type { Design } from "../design/design.js";
import { type Replicates, replicateWeights } from "../design/replicates.js";
import { sum } from "../math/sum.js";
import { addUp } from "./add-up.js";
import { replicateCovariance } from "./covariance.js";
import type { Model } from "./model.js";
import { ones } from "./ones.js";
import { designVariance } from "./spread.js";

/** What a regression predicts on average when everybody is given one level, or number, of a term. */
export interface Prediction {
  readonly mean: number;
  /** for each row of the table what is predicted of it */
  readonly each: Float64Array;
  /** how fast the mean moves with each coefficient */
  readonly slopes: Float64Array;
  /** the columns of each row as they are then: `use` is called with the packed row, and may not keep them */
  readonly given: (use: (row: number, columns: Float64Array) => void) => void;
}

function linearPredictor(coefficients: Float64Array, columns: Float64Array): number {
  let eta = 0;
  for (let at = 0; at < columns.length; at++) eta += coefficients[at]! * columns[at]!;
  return eta;
}

/**
 * Averages the predictions of a regression over its rows.
 *
 * @param setting what the columns of the term are for everybody
 */
export function predict(design: Design, model: Model, term: string, setting: Float64Array): Prediction {
  const { data, coefficients, columns } = model;
  const { matrix, width, rows, weights, family } = data;
  const first = columns.findIndex((column) => column.term === term);
  const given: Prediction["given"] = (use) => {
    for (let row = 0; row < rows.length; row++) {
      const own = matrix.slice(row * width, (row + 1) * width);
      own.set(setting, first);
      use(row, own);
    }
  };
  const each = new Float64Array(design.table.size);
  const parts = Array.from({ length: width + 1 }, () => new Float64Array(rows.length));
  given((row, own) => {
    const mean = family.mean(linearPredictor(coefficients, own));
    each[rows[row]!] = mean;
    const slope = weights[row]! * family.slope(mean);
    for (let at = 0; at < width; at++) parts[at]![row] = slope * own[at]!;
    parts[width]![row] = weights[row]! * mean;
  });
  const all = sum(weights);
  const averages = Float64Array.from(parts, (values) => sum(values) / all);
  return { mean: averages[width]!, each, slopes: averages.subarray(0, width), given };
}

/** The same prediction with the weights and the coefficients of each replicate. */
function replicated({ data, refits }: Model, { given }: Prediction, replicates: Replicates): Float64Array[] {
  return refits.map((coefficients, at) => {
    const all = replicateWeights(replicates, at);
    const weights = Float64Array.from(data.rows, (row) => all[row]!);
    const means = new Float64Array(weights.length);
    given((row, own) => {
      means[row] = weights[row]! * data.family.mean(linearPredictor(coefficients, own));
    });
    return Float64Array.of(sum(means) / sum(weights));
  });
}

/**
 * The variance of an average prediction: of the average over those who were drawn, and through the coefficients, whose scores are
 * totals like any other; what the two have in common is in it.
 */
export function predictionVariance(design: Design, model: Model, prediction: Prediction): number {
  const { mean, each, slopes } = prediction;
  const { rows, scores, inverse } = model;
  if (design.replicates !== null) {
    const values = replicated(model, prediction, design.replicates);
    return replicateCovariance(design.replicates, values, Float64Array.of(mean))[0]!;
  }
  const columns = [each, ones(design.table.size), ...scores];
  const sums = addUp(design, rows, columns);
  const through = slopes.map((_, column) =>
    slopes.reduce((total, slope, row) => total + slope * inverse[row * slopes.length + column]!, 0),
  );
  const gradient = Float64Array.of(1 / sums.weight, -mean / sums.weight, ...through);
  return designVariance(design, rows, sums, { columns, value: () => mean, gradient: () => gradient });
}
