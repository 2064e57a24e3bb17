import type { Design } from "../design/design.js";
import { replicateWeights } from "../design/replicates.js";
import { placeOf, rowProblems } from "../design/row-problems.js";
import { DataError, refuse } from "../errors.js";
import { addUp, type Sums, weightsOf } from "./add-up.js";
import { answersTo } from "./answers.js";
import type { Compared } from "./compared.js";
import { linearCovariance, replicateCovariance } from "./covariance.js";
import { degreesOfFreedom } from "./degrees.js";
import type { Options } from "./estimate.js";
import { type FamilyName, families } from "./family.js";
import { addable, findColumn, usableRows } from "./find-column.js";
import { type ModelColumn, modelColumns } from "./model-columns.js";
import { type Fit, type FitData, newton } from "./newton.js";
import { designVariance } from "./spread.js";

/** What a regression is asked. */
export interface ModelOptions extends Options {
  /** the columns that explain: numbers as they are, any other as its levels against the first in code-point order */
  readonly terms: readonly string[];
  /** the distribution of the response; defaults to "gaussian" */
  readonly family?: FamilyName;
  /** for a question with choices: the answer whose chance is explained */
  readonly level?: string;
}

/** A regression that was fitted to some rows. */
export interface Model extends Fit {
  readonly columns: readonly ModelColumn[];
  readonly data: FitData;
  readonly rows: Int32Array;
  /** for each column its product with what the fit leaves of the response; they add up to 0 */
  readonly scores: readonly Float64Array[];
  readonly sums: Sums;
  /** degrees of freedom of the design, plus one, less the coefficients */
  readonly df: number;
  /** the coefficients in each replicate; none without replicates */
  readonly refits: readonly Float64Array[];
}

/**
 * The response of a regression.
 *
 * @throws {DataError} if it is no column, has choices and none is named, or holds what the family does not allow
 */
export function responseOf(design: Design, name: string, { family = "gaussian", level }: ModelOptions): Compared {
  if (level !== undefined) {
    const { has, usable } = answersTo(design, name, level);
    return { values: has(level), usable };
  }
  const column = findColumn(design, name);
  if (column.kind !== "number")
    throw new DataError([{ code: "responseWithChoices", holes: { name }, place: placeOf(design.table) }]);
  const usable = usableRows(column);
  const { allows } = families[family];
  const wrong: number[] = [];
  for (let row = 0; row < usable.length; row++)
    if (usable[row] === 1 && design.weights[row]! > 0 && !allows(column.values[row]!)) wrong.push(row);
  const code = family === "binomial" ? "invalidBinomial" : "invalidPoisson";
  refuse(rowProblems(design.table, name, code, Int32Array.from(wrong), (row) => ({ value: column.values[row]! })));
  return { values: addable(column, usable), usable };
}

/** Rows of a table packed for a fit, in the order of the table, in which columns are read fastest. */
function packed(
  design: Design,
  columns: readonly ModelColumn[],
  response: Float64Array,
  chosen: Int32Array,
): Omit<FitData, "family"> {
  const width = columns.length;
  const isChosen = new Uint8Array(response.length);
  for (let at = 0; at < chosen.length; at++) isChosen[chosen[at]!] = 1;
  const rows = new Int32Array(chosen.length);
  const matrix = new Float64Array(rows.length * width);
  const own = new Float64Array(rows.length);
  const values = columns.map((column) => column.values);
  for (let row = 0, count = 0; row < response.length; row++) {
    if (isChosen[row] === 0) continue;
    for (let at = 0; at < width; at++) matrix[count * width + at] = values[at]![row]!;
    own[count] = response[row]!;
    rows[count++] = row;
  }
  return { rows, matrix, width, response: own, weights: weightsOf(design, rows) };
}

/** What the fit leaves of each response, times each column. */
function scoresOf({ data, columns }: Pick<Model, "data" | "columns">, found: Fit, size: number): Float64Array[] {
  const scores = columns.map(() => new Float64Array(size));
  const { rows, matrix, width, response, family } = data;
  for (let row = 0, from = 0; row < rows.length; row++, from += width) {
    let eta = 0;
    for (let at = 0; at < width; at++) eta += found.coefficients[at]! * matrix[from + at]!;
    const left = response[row]! - family.mean(eta);
    for (let at = 0; at < width; at++) scores[at]![rows[row]!] = left * matrix[from + at]!;
  }
  return scores;
}

/** The coefficients with each replicate's weights. */
function refitsOf({ replicates }: Design, data: FitData, found: Fit): Float64Array[] {
  if (replicates === null) return [];
  return Array.from({ length: replicates.count }, (_, at) => {
    const all = replicateWeights(replicates, at);
    return newton({ ...data, weights: Float64Array.from(data.rows, (row) => all[row]!) }, found.coefficients)
      .coefficients;
  });
}

/** Fits a regression to rows that have all its answers. */
export function toModel(design: Design, response: Float64Array, rows: Int32Array, options: ModelOptions): Model {
  const columns = modelColumns(design, [...new Set(options.terms)], rows);
  const family = families[options.family ?? "gaussian"];
  const data: FitData = { ...packed(design, columns, response, rows), family };
  const found = newton(data);
  const scores = scoresOf({ data, columns }, found, design.table.size);
  const sums = addUp(design, rows, scores);
  const free = found.dependent.filter((is) => !is).length;
  const df = degreesOfFreedom(design, rows, sums) + 1 - free;
  return { ...found, columns, data, rows, scores, sums, df, refits: refitsOf(design, data, found) };
}

/**
 * How a coefficient moves with the totals of the scores: linearised, the coefficients are A⁻¹ x (y − μ) a row, with A the sums of
 * squares and products (Binder 1983, _International Statistical Review_ 51).
 */
function gradientOf({ inverse, columns }: Model, at: number): Float64Array {
  return inverse.subarray(at * columns.length, (at + 1) * columns.length);
}

/** The variance of each coefficient. */
export function coefficientVariances(design: Design, model: Model): Float64Array {
  const { coefficients, refits, rows, sums, scores } = model;
  const width = coefficients.length;
  if (design.replicates !== null) {
    const matrix = replicateCovariance(design.replicates, refits, coefficients);
    return coefficients.map((_, at) => matrix[at * width + at]!);
  }
  return coefficients.map((value, at) => {
    const estimator = { columns: scores, value: () => value, gradient: () => gradientOf(model, at) };
    return designVariance(design, rows, sums, estimator);
  });
}

/** The covariances of some coefficients, row after row. */
export function coefficientCovariance(design: Design, model: Model, chosen: readonly number[]): Float64Array {
  const { coefficients, refits, rows, sums, scores } = model;
  const pick = (values: Float64Array): Float64Array => Float64Array.from(chosen, (at) => values[at]!);
  if (design.replicates !== null) return replicateCovariance(design.replicates, refits.map(pick), pick(coefficients));
  const gradients = chosen.map((at) => gradientOf(model, at));
  return linearCovariance(design, rows, sums, { columns: scores }, gradients);
}
