import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError } from "../errors.js";
import { partOf } from "./answer.js";
import { groupsOf } from "./by.js";
import { answered } from "./count.js";
import type { Estimate, Reason, Statistic } from "./estimate.js";
import { checked } from "./find-column.js";
import { estimateKey } from "./key.js";
import { type Model, type ModelOptions, responseOf, toModel } from "./model.js";
import { usableTerms } from "./model-columns.js";

/** What a row about a regression says of the regression. */
export interface AboutModel
  extends Pick<Estimate, "key" | "unit" | "by" | "where" | "confidence" | "n" | "psu" | "nMissing"> {
  readonly response: string;
  readonly family: NonNullable<ModelOptions["family"]>;
  readonly terms: readonly string[];
}

/** A regression of one group, or why there is none. */
export interface Fitted {
  readonly about: Omit<AboutModel, "key">;
  /** the key of a row about some part of the regression */
  readonly key: (part: string) => string;
  readonly model: Model;
  /** why its coefficients do not exist, or have no error */
  readonly reason: Reason | null;
}

/** Why a regression has no coefficients, or no errors. */
function reasonOf(model: Model, part: string | undefined): Reason | null {
  if (model.sums.n === 0) return "nobody answered";
  if (!model.isSettled) return "no convergence";
  if (part !== undefined) return "not a probability sample";
  return model.df <= 0 ? "no degrees of freedom" : null;
}

/**
 * Fits the regression to each group. Rows need an answer to the response and to every term.
 *
 * @throws {DataError} as `glm`
 */
export function regressions(
  design: Design,
  statistic: Statistic,
  response: string,
  options: ModelOptions,
): readonly Fitted[] {
  const { family = "gaussian", where = null, level, confidence = 0.95 } = checked(options);
  const terms = [...new Set(options.terms)];
  if (terms.length === 0) throw new DataError([{ code: "noTerms", holes: {}, place: placeOf(design.table) }]);
  const { values, usable: first } = responseOf(design, response, options);
  const second = usableTerms(design, terms);
  const usable = first.map((value, row) => value & second[row]!);
  const { unit } = design.table;
  const variable = `${response}~${[...terms].join("+")}`;
  return groupsOf(design, options).map(({ by, rows: all }) => {
    const part = partOf(design, all, { statistic, variable });
    const { rows, missing } = answered(design, all, usable);
    const model = toModel(design, values, rows, options);
    const { n, psu } = model.sums;
    const asked = {
      unit,
      statistic,
      variable: `${variable}~${family}`,
      by,
      where,
      ...(part === undefined ? {} : { part }),
    };
    return {
      about: { unit, response, family, terms, by, where, confidence, n, psu, nMissing: missing.n },
      key: (about: string) => estimateKey({ ...asked, level: level === undefined ? about : `${level}/${about}` }),
      model,
      reason: reasonOf(model, part),
    };
  });
}
