import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { type Adjustment, adjusted } from "./adjust.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import { comparedColumn, groupingColumn, indexAmong } from "./compared.js";
import { difference } from "./difference.js";
import type { Estimate, Estimates, Options } from "./estimate.js";
import { groupRatioOf } from "./estimator.js";
import { checked } from "./find-column.js";
import { estimateKey } from "./key.js";

/** What a ratio of two groups is asked. */
export interface GroupRatioOptions extends Options {
  /** the column whose values are compared */
  readonly between: string;
  /** the value that is divided by, and the one that is divided */
  readonly a: string;
  readonly b: string;
  /** for the ratio of proportions: the answer; absent: of means */
  readonly level?: string;
}

/** What a comparison of every pair of groups is asked. */
export interface CompareOptions extends Options {
  /** the column whose values are compared */
  readonly between: string;
  /** the groups, in the order of the pairs; defaults to every value that the domain has, in code-point order */
  readonly groups?: readonly string[];
  /** b minus a ("difference", the default) or b over a ("ratio") */
  readonly scale?: "difference" | "ratio";
  /** how p is adjusted for the number of pairs; defaults to "holm" */
  readonly adjust?: Adjustment;
  /** for proportions: the answer; absent: of means */
  readonly level?: string;
}

/**
 * A mean, or the share of an answer when `level` is given, on side b over that on side a: _twice as likely_. Its interval and test
 * are made on the log scale, where a ratio of 2 and one of 1/2 are equally far from 1 (the delta method: the standard error of the
 * logarithm is se / ratio); t and p are of the ratio being 1.
 *
 * @returns a row a group; without an interval where a side's mean is 0 or they have different signs
 * @throws {DataError} as `difference`
 * @example
 * groupRatio(households, "water_source", { level: "truck", between: "displaced", a: "no", b: "yes" });
 */
export function groupRatio(design: Design, variable: string, options: GroupRatioOptions): Estimates {
  const { between, a, b, level, ...rest } = checked(options);
  const compared = comparedColumn(design, "groupRatio", variable, level);
  const sides = Int8Array.from(indexAmong(design, between, [b, a]), (index) => (index < 0 ? 0 : index === 0 ? 1 : -1));
  const estimator = groupRatioOf(compared.values, sides);
  const asked = { statistic: "groupRatio", variable, options: rest, estimator, usable: compared.usable } as const;
  const question = {
    ...asked,
    between: Object.freeze({ column: between, a, b }),
    ...(level === undefined ? {} : { level }),
  };
  const onSides = groupsOf(design, rest).map(({ by, rows }) => ({ by, rows: rows.filter((row) => sides[row] !== 0) }));
  return Object.freeze(onSides.map((group) => answer(design, group, question)));
}

/** The values of a column that the domain's rows have, in code-point order. */
function groupsAmong(design: Design, options: CompareOptions): readonly string[] {
  const { codes, values } = toCodes(groupingColumn(design, options.between));
  const found = new Set(
    groupsOf(design, options).flatMap(({ rows }) => Array.from(new Set(rows.map((row) => codes[row]!)))),
  );
  return values.filter((_, code) => found.has(code));
}

/** The same rows with their p adjusted for how many they are; the key says so, for it is another number. */
function withAdjusted(rows: readonly Estimate[], adjust: Adjustment): Estimate[] {
  const values = adjusted(
    rows.map((row) => row.p ?? null),
    adjust,
  );
  return rows.map((row, at) =>
    Object.freeze({ ...row, key: estimateKey({ ...row, adjust }), adjust, pAdjusted: values[at]! }),
  );
}

/**
 * Every pair of groups compared, each with what the two share in its error, and with `pAdjusted` for how many pairs they are. Of k
 * groups there are k (k − 1) / 2 pairs, b later than a. Each group of `by` is a family of its own.
 *
 * @returns for each group of `by` a row a pair
 * @throws {DataError} as `difference`
 * @example
 * compare(households, "size", { between: "municipality", adjust: "bh" });
 */
export function compare(design: Design, variable: string, options: CompareOptions): Estimates {
  const { groups, scale = "difference", adjust = "holm", ...rest } = options;
  const names = groups ?? groupsAmong(design, options);
  const pairs = names.flatMap((b, at) => names.slice(0, at).map((a) => ({ a, b })));
  const ask = scale === "ratio" ? groupRatio : difference;
  const answers = pairs.map((pair) => ask(design, variable, { ...rest, ...pair }));
  const families = (answers[0] ?? []).map((_, family) => answers.map((rows) => rows[family]!));
  return Object.freeze(families.flatMap((family) => withAdjusted(family, adjust)));
}
