import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Design, toDesign } from "../design/design.js";
import { DataError, type Problem, refuse } from "../errors.js";
import { attempt } from "../load/stages.js";
import { readTableFile } from "../load/table-file.js";
import { type ChisqTest, chisq } from "./chisq.js";
import { correlation } from "./correlation.js";
import { cumulative } from "./cumulative.js";
import { difference } from "./difference.js";
import type { Estimates } from "./estimate.js";
import { type Coefficient, glm } from "./glm.js";
import { mean } from "./mean.js";
import { populationVariance } from "./population-variance.js";
import { proportion } from "./proportion.js";
import { quantile } from "./quantile.js";
import { ratio } from "./ratio.js";
import { type EstimateSpec, questionPath, type RequestSpec, toRequest } from "./request-schema.js";
import { withMultiple } from "./select-multiple.js";
import { total } from "./total.js";

/** The rows that answer one question: of a number, a test or a regression. */
export type AnswerRows = Estimates | readonly ChisqTest[] | readonly Coefficient[];

/** The answer to a request: for each of its questions the rows, in the order asked. */
export interface Answer {
  readonly estimates: readonly { readonly id: string; readonly rows: AnswerRows }[];
}

/** The rows that answer one question. */
function rowsOf(design: Design, asked: EstimateSpec, confidence: number): AnswerRows {
  const { by = [], where, total: withTotal = false } = asked;
  const options = { confidence, by, total: withTotal, ...(where === undefined ? {} : { where }) };
  switch (asked.statistic) {
    case "mean":
      return mean(design, asked.variable, options);
    case "total":
      return total(design, asked.variable, options);
    case "ratio":
      return ratio(design, asked.numerator, asked.denominator, {
        ...options,
        ...(asked.scale === undefined ? {} : { scale: asked.scale }),
      });
    case "quantile":
      return quantile(design, asked.variable, {
        ...options,
        ...(asked.probs === undefined ? {} : { probs: asked.probs }),
      });
    case "cumulative": {
      const { variable, at, ciMethod } = asked;
      return cumulative(design, variable, { ...options, at, ...(ciMethod === undefined ? {} : { ciMethod }) });
    }
    case "variance":
      return populationVariance(design, asked.variable, options);
    case "correlation":
      return correlation(design, asked.x, asked.y, options);
    case "difference": {
      const { between, a, b, level } = asked;
      return difference(design, asked.variable, {
        ...options,
        ...(level === undefined ? {} : { level }),
        between,
        a,
        b,
      });
    }
    case "chisq":
      return chisq(design, asked.rows, asked.columns, options);
    case "glm": {
      const { response, terms, family, level } = asked;
      const rest = { ...(family === undefined ? {} : { family }), ...(level === undefined ? {} : { level }) };
      return glm(design, response, { ...options, terms, ...rest });
    }
    case "proportion": {
      const { variable, level, ciMethod, multiple } = asked;
      const from = multiple === true ? { ...design, table: withMultiple(design.table, variable) } : design;
      const rest = { ...(level === undefined ? {} : { level }), ...(ciMethod === undefined ? {} : { ciMethod }) };
      return proportion(from, variable, { ...options, ...rest });
    }
  }
}

/** The request in a file. */
function readRequest(file: string): RequestSpec {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new DataError([{ code: "missingFile", holes: { file }, place: {} }]);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new DataError([{ code: "notJson", holes: { detail: (error as Error).message }, place: { file } }]);
  }
  const request = toRequest(json, file);
  if ("data" in request) return request;
  throw new DataError(request);
}

/**
 * Answers `perfil estimate request.json`: reads the data and the design that the request names, and computes its estimates. A row
 * is the one that a notebook gets from the same question.
 *
 * @param file the request; its data file is named relative to it
 * @throws {DataError} with everything that is wrong with the request, else with its data, else with its design and its questions, each of
 * these with its path and id
 */
export async function answerRequest(file: string): Promise<Answer> {
  const request = readRequest(file);
  const table = await readTableFile(resolve(dirname(file), request.data), request.sheet);
  const problems: Problem[] = [];
  // under a design that is refused the questions are put to the bare table, so that what is wrong with them is told too
  const design =
    attempt(problems, () => toDesign(table, request.design)) ?? toDesign(table, { singletonPsu: "certainty" });
  const estimates = request.estimates.map((asked, at) => {
    const { id } = asked;
    try {
      return { id, rows: rowsOf(design, asked, request.confidence) };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const path = questionPath(at, id);
      problems.push(...error.problems.map((problem) => ({ ...problem, place: { ...problem.place, path } })));
      return { id, rows: [] };
    }
  });
  refuse(problems);
  return { estimates };
}
