import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { type Answers, answersTo } from "./answers.js";
import { type Group, groupsOf } from "./by.js";
import type { Counted } from "./count.js";
import type { Estimates, Options } from "./estimate.js";
import { type Estimator, shareOf } from "./estimator.js";
import { checked } from "./find-column.js";
import type { CiMethod } from "./interval.js";
import { countLevels } from "./levels.js";

/** What a proportion can be asked. */
export interface ProportionOptions extends Options {
  /** only this answer, also if nobody gave it; defaults to every one */
  readonly level?: string;
  /** how the interval is made: on the logit scale (default), Korn and Graubard's ("beta"), Wilson's, or plain ("wald") */
  readonly ciMethod?: CiMethod;
}

/** So many answers are added up in one pass; a column of thousands of numbers would take a place a unit for each. */
const IN_ONE_PASS = 100;

/** What the group's rows come to for each of several levels, where one pass tells it. */
function countedBy(
  design: Design,
  group: Group,
  { one, usable }: Answers,
  levels: readonly string[],
): (level: string) => Counted | undefined {
  if (one === undefined || levels.length === 0 || one.values.length > IN_ONE_PASS) return () => undefined;
  const counted = countLevels(design, group, usable, one.codes, one.values.length);
  return (level) => (one.values.includes(level) ? counted(one.values.indexOf(level)) : undefined);
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
  const has = new Map<string, Estimator>();
  const estimatorOf = (each: string): Estimator => {
    const found = has.get(each) ?? shareOf(() => answers.has(each), design.table.size);
    has.set(each, found);
    return found;
  };
  const rows = groupsOf(design, rest).flatMap((group) => {
    const levels = level === undefined ? answers.levelsAmong(group.rows) : [level];
    const counted = countedBy(design, group, answers, levels);
    return levels.map((each) => {
      const question = {
        statistic: "proportion",
        variable,
        level: each,
        options: rest,
        usable: answers.usable,
      } as const;
      const estimator = estimatorOf(each);
      return answer(design, group, { ...question, estimator, share: { ciMethod } }, counted(each));
    });
  });
  return Object.freeze(rows);
}
