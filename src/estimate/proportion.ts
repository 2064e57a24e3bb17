import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { answersTo } from "./answers.js";
import { groupsOf } from "./by.js";
import type { Estimate, Estimates, Options } from "./estimate.js";
import { meanOf } from "./estimator.js";
import { checked } from "./find-column.js";
import type { CiMethod } from "./interval.js";

/** What a proportion can be asked. */
export interface ProportionOptions extends Options {
  /** only this answer, also if nobody gave it; defaults to every one */
  readonly level?: string;
  /** how the interval is made: on the logit scale (default), Korn and Graubard's ("beta"), or plain ("wald") */
  readonly ciMethod?: CiMethod;
}

/**
 * The share of each answer to a question, between 0 and 1. With several answers allowed the base is who was asked and gave at
 * least one valid code, each choice is its own share of them, and the shares do not add up to 1.
 *
 * A questionnaire's every choice gets a row; in a column that no questionnaire describes, each value that occurs in the group.
 * A share of exactly 0 or 1 has standard error 0, the bound of Korn and Graubard for an interval, and the reason `nobody` or
 * `everybody`.
 *
 * @returns a row a group and level
 * @throws {DataError} if a column is not there or free text, the level is none of the questionnaire's choices, or a part without
 * known probabilities would be mixed in
 * @example
 * proportion(households, "water_source", { by: ["municipality"] });
 */
export function proportion(design: Design, variable: string, options: ProportionOptions = {}): Estimates {
  const { level, ciMethod = "logit", ...rest } = checked(options);
  const answers = answersTo(design, variable, level);
  const groups = groupsOf(design, rest);
  const levels = groups.map(({ rows }) => (level === undefined ? answers.levelsAmong(rows) : [level]));
  const rows = groups.map((): Estimate[] => []);
  // level by level, so that one column at a time says who has it, however many levels there are
  for (const each of new Set(levels.flat())) {
    const has = answers.has(each);
    const question = { statistic: "proportion", variable, level: each, options: rest, usable: answers.usable } as const;
    const asked = { ...question, estimator: meanOf(has), share: { has, ciMethod } };
    for (const [at, group] of groups.entries())
      if (levels[at]!.includes(each)) rows[at]!.push(answer(design, group, asked));
  }
  return Object.freeze(rows.flatMap((list, at) => levels[at]!.map((each) => list.find((row) => row.level === each)!)));
}
