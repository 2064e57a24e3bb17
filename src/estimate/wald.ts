import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError } from "../errors.js";
import { fUpper } from "../math/distributions.js";
import { inverse, quadratic } from "../math/solve.js";
import type { Reason } from "./estimate.js";
import { coefficientCovariance, type ModelOptions } from "./model.js";
import { type AboutModel, type Fitted, regressions } from "./regressions.js";

/** What a joint test of a regression's term is asked. */
export interface WaldOptions extends ModelOptions {
  /** one of `terms` */
  readonly term: string;
}

/** The test of all coefficients of a term being 0. */
export interface WaldTest extends AboutModel {
  readonly statistic: "wald";
  readonly term: string;
  readonly F: number | null;
  /** how many coefficients are tested */
  readonly ndf: number | null;
  readonly ddf: number | null;
  readonly p: number | null;
  readonly reason: Reason | null;
}

/** The numbers of a test. */
function numbers(
  design: Design,
  { model, reason }: Fitted,
  term: string,
): Pick<WaldTest, "F" | "ndf" | "ddf" | "p" | "reason"> {
  const none = { F: null, ndf: null, ddf: null, p: null };
  if (reason !== null) return { ...none, reason };
  const chosen = model.columns.flatMap((column, at) =>
    column.term === term && model.dependent[at] === false ? [at] : [],
  );
  if (chosen.length === 0) return { ...none, reason: "explained by other terms" };
  const { values, dependent } = inverse(coefficientCovariance(design, model, chosen), chosen.length);
  // fewer primary units than coefficients cannot tell them apart
  if (dependent.includes(true)) return { ...none, reason: "no sampling error" };
  const ndf = chosen.length;
  const coefficients = Float64Array.from(chosen, (at) => model.coefficients[at]!);
  const F = quadratic(values, coefficients) / ndf;
  return { F, ndf, ddf: model.df, p: fUpper(F, ndf, model.df), reason: null };
}

/**
 * Whether a term of a regression matters at all: the joint Wald test of its coefficients, F = β' V⁻¹ β / q with q of them and
 * the regression's degrees of freedom (Korn and Graubard 1990, _The American Statistician_ 44, without their correction).
 *
 * @returns a row a group
 * @throws {DataError} as `glm`; or if the term is none of the regression's
 * @example
 * wald(households, "size", { terms: ["displaced", "municipality"], term: "municipality" });
 */
export function wald(design: Design, response: string, options: WaldOptions): readonly WaldTest[] {
  const { term, terms } = options;
  if (!terms.includes(term)) {
    const known = terms.map((each) => `"${each}"`).join(", ");
    throw new DataError([{ code: "unknownTerm", holes: { name: term, known }, place: placeOf(design.table) }]);
  }
  const rows = regressions(design, "wald", response, options).map((fitted) =>
    Object.freeze({
      key: fitted.key(term),
      statistic: "wald",
      ...fitted.about,
      term,
      ...numbers(design, fitted, term),
    } as const),
  );
  return Object.freeze(rows);
}
