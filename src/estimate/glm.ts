import type { Design } from "../design/design.js";
import { tTwoSided } from "../math/distributions.js";
import type { Estimate, Reason } from "./estimate.js";
import { interval } from "./interval.js";
import { coefficientVariances, type ModelOptions } from "./model.js";
import { type AboutModel, type Fitted, regressions } from "./regressions.js";

/** A standard error this small against its coefficient is what rounding leaves of none. */
const NONE = 1e-12;

/** One coefficient of a regression. */
export interface Coefficient extends AboutModel, Pick<Estimate, "estimate" | "se" | "ci" | "df"> {
  readonly statistic: "glm";
  /** `(Intercept)`, a column of numbers, or a column and its level written together */
  readonly term: string;
  readonly t: number | null;
  readonly p: number | null;
  readonly reason: Reason | null;
}

/** The numbers of a coefficient. */
function numbers(
  fitted: Fitted,
  at: number,
  variance: number,
): Pick<Coefficient, "estimate" | "se" | "ci" | "t" | "p" | "reason"> {
  const { model, reason, about } = fitted;
  const none = { se: null, ci: null, t: null, p: null };
  const isFitted = model.isSettled && model.dependent[at] === false;
  if (!isFitted)
    return { estimate: null, ...none, reason: model.isSettled ? (reason ?? "explained by other terms") : reason };
  const estimate = model.coefficients[at]!;
  if (reason !== null) return { estimate, ...none, reason };
  const root = Math.sqrt(variance);
  const se = root < NONE * Math.abs(estimate) ? 0 : root;
  const ci = Object.freeze(interval(estimate, se, model.df, about.confidence));
  const t = se === 0 ? null : estimate / se;
  const p = t === null ? null : tTwoSided(t, model.df);
  return { estimate, se, ci, t, p, reason: t === null ? "no sampling error" : null };
}

/**
 * A regression: how the mean of a response moves with several columns at once, linear (`gaussian`), logistic (`binomial`, of a
 * share's log odds) or of a count's logarithm (`poisson`). Coefficients solve the weighted likelihood equations; their covariance is
 * the design's, by linearisation (Binder 1983), and holds whether or not the model is true.
 *
 * Rows need an answer to the response and to every term. Of a term with choices the first level in code-point order among these
 * rows is what the others are compared with. A coefficient is tested by Student's t with the primary units less strata, plus one, less
 * the coefficients as degrees of freedom.
 *
 * @returns a row a group and coefficient, on the family's own scale; null with a reason where other terms explain the column, or the
 * data push a coefficient towards infinity
 * @throws {DataError} if a column is not there or cannot be used, no term is named, the response holds what the family does not allow,
 * or a part without known probabilities would be mixed in
 * @example
 * glm(households, "size", { terms: ["displaced", "rooms"] });
 * glm(households, "water_source", { level: "truck", family: "binomial", terms: ["displaced", "municipality"] });
 */
export function glm(design: Design, response: string, options: ModelOptions): readonly Coefficient[] {
  const rows = regressions(design, "glm", response, options).flatMap((fitted): Coefficient[] => {
    const { model, about, key, reason } = fitted;
    const variances = reason === null ? coefficientVariances(design, model) : model.coefficients;
    const df = reason === null || reason === "no degrees of freedom" ? model.df : null;
    return model.columns.map(({ name }, at) =>
      Object.freeze({
        key: key(name),
        statistic: "glm",
        ...about,
        term: name,
        df,
        ...numbers(fitted, at, variances[at]!),
      }),
    );
  });
  return Object.freeze(rows);
}
