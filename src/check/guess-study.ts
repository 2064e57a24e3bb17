import { dayText } from "../load/day.js";
import type { Question, Questionnaire } from "../load/questionnaire.js";
import { type CodeColumn, MISSING, type Table } from "../load/table.js";
import { pending } from "../study/new-texts.js";
import type { Settings } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";

/** A guess, with what is to be confirmed about it. */
export interface Guess<T> {
  readonly value: T;
  readonly pending: readonly Texts[];
}

const yes = /^(?:yes|si|sí|oui|sim|1|true)$/i;

/** The question that asks for consent: the one named, else one that is called so and has an answer that says yes. */
export function guessConsent(form: Questionnaire, named?: string): Guess<Settings["consent"]> {
  const isAsked = ({ kind, repeat }: Question): boolean => kind === "one" && repeat === null;
  const question = form.questions.find((each) =>
    named === undefined
      ? isAsked(each) && /^(?:consent|consentimiento|acept[ao])/i.test(each.name)
      : each.name === named,
  );
  const choice = question?.choices?.find(({ value, label }) =>
    [value, ...Object.values(label)].some((text) => yes.test(text)),
  );
  if (question === undefined || choice === undefined) return { value: null, pending: [pending.noConsent()] };
  return {
    value: { question: question.name, yes: [choice.value] },
    pending: [pending.consent(question.name, choice.value)],
  };
}

/** First and last day of collection, from when interviews began. */
export function guessDates(table: Table): Guess<Settings["dates"]> {
  const names = ["today", "fecha", "start", "_submission_time", "end"];
  const found = names
    .map((name) => table.columns.get(name))
    .find(
      (column) =>
        column?.kind === "number" && column.isDate === true && column.values.some((day) => !Number.isNaN(day)),
    );
  if (found?.kind !== "number") {
    const day = "1900-01-01";
    return { value: { reference: "1900", collection: [day, day], analysis: day }, pending: [pending.noDates()] };
  }
  const days = found.values.filter((day) => !Number.isNaN(day)).sort();
  const [first, last] = [dayText(days[0]!), dayText(days[days.length - 1]!)];
  const value = { reference: first.slice(0, 4), collection: [first, last] as const, analysis: last };
  return { value, pending: [pending.dates(found.name)] };
}

/** Numbers far from any answer that constraints let in by name, as in `. > 0 or . = -999`. */
export function guessMissing(form: Questionnaire): Guess<Settings["missing"]> {
  const usual = /^(?:-?(?:88|97|98|99|997|998|999|9997|9998|9999))$/;
  const codes = form.questions.flatMap(({ kind, constraint = "" }) =>
    kind === "number" ? [...constraint.matchAll(/\.\s*=\s*['"]?(-?\d+)/g)].map((match) => match[1]!) : [],
  );
  const found = [...new Set(codes.filter((code) => usual.test(code)))].sort();
  return {
    value: { dontKnow: found, refused: [] },
    pending: found.length === 0 ? [] : [pending.missing(found.join(", "))],
  };
}

/** How many rows have each level of a column, the most frequent first. */
export function levelCounts(column: CodeColumn): readonly { readonly value: string; readonly count: number }[] {
  const counts = column.levels.map(({ value }, level) => ({
    value,
    count: column.codes.reduce(
      (sum, code, row) => sum + (code === level && column.missing[row] === MISSING.answered ? 1 : 0),
      0,
    ),
  }));
  return counts.sort((a, b) => b.count - a.count);
}

/** The groups to compare: only a person can say which question they come from; its two largest answers are taken. */
export function guessGroups(table: Table, named?: string): Guess<Settings["groups"]> {
  const column = named === undefined ? undefined : table.columns.get(named);
  if (column?.kind !== "code") return { value: null, pending: [pending.noGroups()] };
  const [first, second] = levelCounts(column);
  if (first === undefined || second === undefined) return { value: null, pending: [pending.noGroups()] };
  return {
    value: { column: column.name, focus: second.value, reference: first.value },
    pending: [pending.groups(column.name, second.value, first.value)],
  };
}
