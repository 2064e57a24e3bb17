import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError } from "../errors.js";
import type { Estimate, Reason } from "./estimate.js";
import { findColumn } from "./find-column.js";
import { interval } from "./interval.js";
import type { Model, ModelOptions } from "./model.js";
import { columnsOf, levelsOf } from "./model-columns.js";
import { predict, predictionVariance } from "./predict.js";
import { type AboutModel, type Fitted, regressions } from "./regressions.js";

/** What marginal predictions are asked. */
export interface MarginalOptions extends ModelOptions {
  /** one of `terms`: what everybody is given in turn */
  readonly term: string;
  /** for a term of numbers, which ones everybody is given */
  readonly values?: readonly number[];
}

/** What the response would be on average if everybody had one level of a term. */
export interface Marginal extends AboutModel, Pick<Estimate, "estimate" | "se" | "ci" | "df"> {
  readonly statistic: "marginal";
  readonly term: string;
  readonly level: string;
  readonly reason: Reason | null;
}

/** The levels, or numbers, that everybody is given, and what each makes of the term's columns. */
function settings(
  design: Design,
  { rows, columns }: Model,
  { term, values = [] }: MarginalOptions,
): [string, Float64Array][] {
  const levels = levelsOf(design, term, rows);
  if (findColumn(design, term).kind === "number") return values.map((value) => [String(value), Float64Array.of(value)]);
  const names = columnsOf(design, term, levels).map(({ level }) => level);
  const own = columns.filter((column) => column.term === term).length;
  return levels.map((level) => [level, Float64Array.from({ length: own }, (_, at) => (names[at] === level ? 1 : 0))]);
}

/** Whether other terms explain a term, so that nobody can be given it by itself. */
function isExplained({ columns, dependent }: Model, term: string): boolean {
  return columns.some((column, at) => column.term === term && dependent[at] === true);
}

/** The rows of one group. */
function rowsOf(design: Design, fitted: Fitted, options: MarginalOptions): Marginal[] {
  const { term } = options;
  const { model, about, key, reason } = fitted;
  return settings(design, model, options).map(([level, setting]) => {
    const row = { key: key(`${term}=${level}`), statistic: "marginal", ...about, term, level } as const;
    const none = { estimate: null, se: null, ci: null, df: null };
    if (!model.isSettled || model.sums.n === 0) return Object.freeze({ ...row, ...none, reason });
    if (isExplained(model, term))
      return Object.freeze({ ...row, ...none, reason: "explained by other terms" as const });
    const prediction = predict(design, model, term, setting);
    const { mean } = prediction;
    if (reason !== null) return Object.freeze({ ...row, ...none, estimate: mean, reason });
    const se = Math.sqrt(predictionVariance(design, model, prediction));
    const ci = Object.freeze(interval(mean, se, model.df, about.confidence));
    return Object.freeze({ ...row, estimate: mean, se, ci, df: model.df, reason: null });
  });
}

/**
 * What a response would be on average if everybody had one level of a term and were otherwise as they are: _households' size by
 * displacement, at the same municipality_. The predictions of a regression are averaged over the rows (predictive margins:
 * Graubard and Korn 1999, _Biometrics_ 55); the error holds that of the coefficients and that of who was drawn.
 *
 * @returns a row a group and level, on the scale of the response; for a term of numbers a row for each of `values`
 * @throws {DataError} as `glm`; or if the term is none of the regression's
 * @example
 * marginal(households, "size", { terms: ["displaced", "municipality"], term: "displaced" });
 */
export function marginal(design: Design, response: string, options: MarginalOptions): readonly Marginal[] {
  const { term, terms } = options;
  if (!terms.includes(term)) {
    const known = terms.map((each) => `"${each}"`).join(", ");
    throw new DataError([{ code: "unknownTerm", holes: { name: term, known }, place: placeOf(design.table) }]);
  }
  const isNumber = findColumn(design, term).kind === "number";
  if (isNumber && (options.values ?? []).length === 0)
    throw new DataError([{ code: "noValues", holes: { name: term }, place: placeOf(design.table) }]);
  const fitted = regressions(design, "marginal", response, options);
  return Object.freeze(fitted.flatMap((each) => rowsOf(design, each, options)));
}
