import { levelCounts } from "../check/guess-study.js";
import { looksSensitive } from "../check/sensitive-names.js";
import type { Question, Questionnaire } from "../load/questionnaire.js";
import { type Column, MISSING, type Table } from "../load/table.js";
import type { Kind } from "./indicator.js";

/** A line of a plan as its sheet holds it. */
export interface PlanLine {
  readonly id: string;
  readonly chapter: string;
  readonly question: string;
  readonly kind: Kind;
  readonly by: string;
  readonly title: string;
  readonly title_en: string;
  readonly unit: string;
  readonly part: string;
}

/** Questions about how the interview went and who was asked, not about the household. */
const aside =
  /^(?:consent|enum|interview|encuest|entrevist|survey_modality|modality|resp_|respondent|informante|proxy|direct_proxy|today|start|end|final|instance)/i;
/** A question that says where or in what setting the household lives: what a first look is broken down by. */
const place = /^(?:setting|ambito|urban\w*|area|municipio|estado|region|departamento|admin_?[12])$/i;

/** Where a household lives and how it was drawn: what a sample is described by, not what it found. */
const frame = /^(?:admin_?\d\w*|cluster\w*|stratum|strata|estrato\w*|upm\w*|psu\w*|caregiver_available)$/i;
/** How large a household is belongs to every first look. */
const always = /^(?:hh_?size|household_size|tamano\w*|tam_hogar|num_personas|total_personas)$/i;

/** About this many lines on households, and on persons, are enough for a first look. */
const HOUSEHOLD_LINES = 14;
const PERSON_LINES = 5;

function answers(column: Column): number {
  return column.missing.reduce((sum, code) => sum + (code === MISSING.answered ? 1 : 0), 0);
}

/** How a column is summed up, if it can be: a share of each answer, of several answers, or a mean. */
function kindOf(column: Column): Kind | null {
  if (column.kind === "number") return column.isDate === true ? null : "mean";
  if (column.kind === "multiple") return column.levels.length <= 20 ? "multiple" : null;
  if (column.kind !== "code") return null;
  const taken = levelCounts(column).filter(({ count }) => count > 0).length;
  return taken >= 2 && column.levels.length <= 12 ? "share" : null;
}

/** A question that may be shown and says something: not who or where, not sensitive, answered by enough. */
function isWorthwhile(question: Question, table: Table, closed: ReadonlySet<string>): boolean {
  const column = table.columns.get(question.name);
  if (
    column === undefined ||
    column.identifying === true ||
    closed.has(question.name) ||
    [aside, place, frame].some((pattern) => pattern.test(question.name))
  )
    return false;
  if (question.kind !== "one" && question.kind !== "multiple" && question.kind !== "number") return false;
  return (
    !looksSensitive(question) &&
    answers(column) >= Math.max(Math.min(30, table.size), table.size * 0.3) &&
    kindOf(column) !== null
  );
}

/** So many questions, taken in turn from each part of the form, in its order. */
function spread(questions: readonly Question[], count: number): readonly Question[] {
  const parts = new Map<string, Question[]>();
  for (const question of questions) {
    const part = question.path.join("/");
    parts.set(part, [...(parts.get(part) ?? []), question]);
  }
  const chosen = new Set(questions.filter(({ name }) => always.test(name)));
  for (let round = 0; chosen.size < count && round < questions.length; round++)
    for (const part of parts.values()) if (part[round] !== undefined && chosen.size < count) chosen.add(part[round]!);
  return questions.filter((question) => chosen.has(question));
}

/** A label that fits a title: whole words, no colon at the end. */
function title(text: string): string {
  const short = text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s+\S*$/, "")}…`;
  return short.replace(/\s*[:：]\s*$/, "");
}

/** The column that a first look is broken down by: the groups if they are known, else the setting. */
function breakdown(table: Table, groups: string | null): string | null {
  if (groups !== null) return groups;
  const found = [...table.columns.values()].find((column) => {
    if (column.kind !== "code" || column.identifying === true || !place.test(column.name)) return false;
    const taken = levelCounts(column).filter(({ count }) => count > 0);
    // forms made from a template may give every place the same label, which would show bars that nobody can tell apart
    const labels = new Set(column.levels.map(({ label }) => Object.values(label)[0]));
    const isTold = labels.size === column.levels.length;
    return isTold && taken.length >= 2 && taken.length <= 6 && taken.every(({ count }) => count >= 20);
  });
  return found?.name ?? null;
}

/** What a draft rests on beside the tables. */
export interface DraftFacts {
  readonly closed: readonly string[];
  readonly groups: string | null;
  /** the part of the sample that the rows describe, if it has no known probabilities */
  readonly part: string | null;
}

/**
 * A first plan: distributions of about twenty questions from every part of the form and of the list of persons, for people to change. Not
 * identifying, not sensitive, answered by at least three rows in ten.
 */
export function draftPlan(
  form: Questionnaire,
  tables: ReadonlyMap<string, Table>,
  facts: DraftFacts,
): readonly PlanLine[] {
  const closed = new Set(facts.closed);
  const [root] = tables.values();
  const group = breakdown(root!, facts.groups);
  const lines = (unit: string, repeat: string | null, count: number): PlanLine[] => {
    const table = tables.get(unit);
    if (table === undefined) return [];
    const questions = form.questions.filter((each) => each.repeat === repeat && isWorthwhile(each, table, closed));
    return spread(questions, count).map((question): PlanLine => {
      const kind = kindOf(table.columns.get(question.name)!)!;
      const byGroup = group !== null && question.name !== group;
      const label = question.label;
      return {
        id: question.name,
        chapter: "01",
        question: question.name,
        kind,
        by: byGroup ? `total; ${group}` : "total",
        title: title(label.es ?? label.en ?? Object.values(label)[0] ?? question.name),
        title_en: title(label.en ?? ""),
        unit,
        part: facts.part ?? "",
      };
    });
  };
  const repeat = form.repeats.find(({ name }) =>
    form.questions.some((question) => question.repeat === name && tables.get("person")?.columns.has(question.name)),
  );
  const households = lines("household", null, HOUSEHOLD_LINES);
  const persons = repeat === undefined ? [] : lines("person", repeat.name, PERSON_LINES);
  const taken = new Set(households.map(({ id }) => id));
  return [...households, ...persons.map((line) => (taken.has(line.id) ? { ...line, id: `person_${line.id}` } : line))];
}
