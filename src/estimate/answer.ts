import type { Design } from "../design/design.js";
import { placeOf } from "../design/row-problems.js";
import { DataError } from "../errors.js";
import { tTwoSided } from "../math/distributions.js";
import type { Sums } from "./add-up.js";
import type { Group } from "./by.js";
import { type Counted, count } from "./count.js";
import { degreesOfFreedom } from "./degrees.js";
import type { Estimate, Options, Reason, Where } from "./estimate.js";
import type { Estimator } from "./estimator.js";
import { type CiMethod, fisherInterval, interval, logInterval, proportionInterval } from "./interval.js";
import { type Asked, estimateKey } from "./key.js";
import { type Spread, spread } from "./spread.js";

/** One question put to one group of rows. */
export interface Question {
  readonly statistic: Estimate["statistic"];
  readonly variable: string;
  readonly level?: string;
  readonly prob?: number;
  readonly between?: NonNullable<Estimate["between"]>;
  readonly contrast?: NonNullable<Estimate["contrast"]>;
  readonly options: Options;
  readonly estimator: Estimator;
  /** for each row of the table 1 if it has a usable answer */
  readonly usable: Uint8Array;
  /** for a proportion, whose first column says who has the level: how its interval is made */
  readonly share?: { readonly ciMethod: CiMethod };
  /** the scale on which any other interval is made, logarithm or Fisher's z; absent: that of the data */
  readonly scale?: "log" | "fisher";
}

/** The numbers of a row that may be null. */
type Numbers = Pick<Estimate, "estimate" | "se" | "cv" | "ci" | "df" | "nEff" | "deff" | "reason"> & {
  readonly t?: number | null;
  readonly p?: number | null;
};

/** Whether a statistic sets groups against each other, and so has a test. */
function isComparison(statistic: Estimate["statistic"]): boolean {
  return statistic === "difference" || statistic === "contrast" || statistic === "groupRatio";
}

/** A row with no more than an estimate, if that. */
function without(
  reason: Reason,
  statistic: Estimate["statistic"],
  estimate: number | null,
  df: number | null,
): Numbers {
  const test = isComparison(statistic) ? { t: null, p: null } : {};
  return { estimate, se: null, cv: null, ci: null, df, nEff: null, deff: null, ...test, reason };
}

/** The condition as it was asked, or null if it is none. */
function whereOf({ where }: Options): Where | null {
  if (where === undefined || typeof where === "string") return where ?? null;
  return Object.keys(where).length === 0 ? null : Object.freeze({ ...where });
}

/** The part without known probabilities that all rows are in, or undefined if they were drawn; a mixture is refused. */
export function partOf(
  design: Design,
  rows: Int32Array,
  { statistic, variable }: Pick<Question, "statistic" | "variable">,
): string | undefined {
  if (design.parts.length === 0 || rows.length === 0) return undefined;
  const part = design.partOf[rows[0]!]!;
  const other = rows.find((row) => design.partOf[row] !== part);
  if (other === undefined) return design.parts[part];
  const mixed = design.parts[part] ?? design.parts[design.partOf[other]!]!;
  const holes = { statistic, variable, part: mixed };
  throw new DataError([{ code: "mixedParts", holes, place: placeOf(design.table) }]);
}

/** Design effect and effective number of answers. */
function efficiency(value: number, sums: Sums, found: Spread, isShare: boolean): Pick<Numbers, "deff" | "nEff"> {
  const { n, weight } = sums;
  const { variance, simple } = found;
  // one answer for everybody: as Korn and Graubard do, all answers count
  if (isShare && (value === 0 || value === 1)) return { deff: null, nEff: n };
  if (simple === null) return { deff: null, nEff: null };
  const nEff = isShare ? (value * (1 - value)) / variance : (n * simple) / variance;
  // weights that add up to no more than the sample have lost the size of the population
  const deff = weight <= n * (1 + 1e-9) ? null : variance / (simple * (1 - n / weight));
  return { deff, nEff: Math.min(n, nEff) };
}

/** Why one of the numbers is null, or a proportion has a bound for an interval; the weightiest first. */
function reasonOf(
  value: number,
  isShare: boolean,
  found: Spread,
  numbers: Pick<Numbers, "deff" | "cv" | "ci">,
): Reason | null {
  if (isShare && value === 0) return "nobody";
  if (isShare && value === 1) return "everybody";
  if (found.isFixed) return "fixed by calibration";
  if (found.simple === null) return "no variation";
  if (numbers.cv === null) return "estimate is zero";
  if (numbers.ci === null) return "estimate is negative";
  return numbers.deff === null ? "weights sum to no more than n" : null;
}

/** Standard error, interval, degrees of freedom, design effect and test of an estimate. */
function numbersOf(design: Design, rows: Int32Array, question: Question, sums: Sums, value: number): Numbers {
  const { statistic, estimator, share, scale, options } = question;
  const df = degreesOfFreedom(design, rows, sums);
  if (df <= 0 && !sums.isCensus) return without("no degrees of freedom", statistic, value, df);
  const confidence = options.confidence ?? 0.95;
  const found = spread(design, rows, sums, estimator);
  if (Number.isNaN(found.variance)) return without("a replicate is empty", statistic, value, df);
  const se = Math.sqrt(found.variance);
  const cv = value === 0 ? null : se / Math.abs(value);
  const isShare = share !== undefined;
  const ci =
    isShare && !sums.isCensus
      ? proportionInterval(value, se, df, sums.n, confidence, share.ciMethod)
      : statistic === "groupRatio" || scale === "log"
        ? logInterval(value, se, df, confidence)
        : (scale === "fisher" ? fisherInterval : interval)(value, se, df, confidence);
  const distance = statistic === "groupRatio" ? (value > 0 ? Math.log(value) * value : null) : value;
  const t = se === 0 || distance === null ? null : distance / se;
  const test = isComparison(statistic) ? { t, p: t === null ? null : tTwoSided(t, df) } : {};
  const { deff, nEff } = efficiency(value, sums, found, isShare);
  const reason = reasonOf(value, isShare, found, { deff, cv, ci });
  return { estimate: value, se, cv, ci: Object.freeze(ci), df, nEff, deff, ...test, reason };
}

/** All that can be said of the rows that were added up. */
function numbers(design: Design, rows: Int32Array, question: Question, sums: Sums, part: string | undefined): Numbers {
  const { statistic, estimator } = question;
  const isNobody = sums.n === 0 && !isComparison(statistic);
  const value = isNobody ? "nobody answered" : estimator.value(sums.totals);
  if (typeof value === "string") return without(value, statistic, null, null);
  if (part === undefined) return numbersOf(design, rows, question, sums, value);
  // what was not drawn with known probabilities stands for nobody else, so it has no total, and it is compared with nothing
  const alone = statistic === "total" || isComparison(statistic) ? null : value;
  return without("not a probability sample", statistic, alone, null);
}

/**
 * The row that answers a question about a group, every field of the contract filled.
 *
 * @param counted what the group's rows come to, where one pass has told it for several questions
 * @throws {DataError} if the group mixes a part without known probabilities with other rows
 */
export function answer(design: Design, group: Group, question: Question, counted?: Counted): Estimate {
  const { statistic, variable, level, prob, between, contrast, options, usable, estimator, share } = question;
  const part = partOf(design, group.rows, question);
  const found = counted ?? count(design, group.rows, usable, estimator, share !== undefined);
  const { rows, sums, missing, cases } = found;
  const asked: Asked = {
    unit: design.table.unit,
    statistic,
    variable,
    ...(level === undefined ? {} : { level }),
    ...(prob === undefined ? {} : { prob }),
    ...(between === undefined ? {} : { between }),
    ...(contrast === undefined ? {} : { contrast }),
    by: group.by,
    where: whereOf(options),
    ...(part === undefined ? {} : { part }),
  };
  return Object.freeze({
    key: estimateKey(asked),
    ...asked,
    confidence: options.confidence ?? 0.95,
    n: sums.n,
    households: sums.households,
    psu: sums.psu,
    ...(cases === undefined ? {} : { cases: cases.n, casesHouseholds: cases.households }),
    nMissing: missing.n,
    weightMissing: missing.n === 0 ? 0 : missing.weight / (missing.weight + sums.weight),
    ...numbers(design, rows, question, sums, part),
  });
}
