import type { Question } from "./questionnaire.js";

/** Which columns of a sheet hold which questions. */
export interface Matched {
  /** question → its column */
  readonly whole: ReadonlyMap<string, number>;
  /** for questions of several choices: question → choice → its column of ones and zeros */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** the columns that belong to no question */
  readonly others: readonly number[];
  /** questions whose column was found by a name that is not quite its own: question → header */
  readonly loosely: ReadonlyMap<string, string>;
}

interface Target {
  readonly question: string;
  readonly choice?: string;
}

const loose = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The names under which exports may write a question: its own, with its groups before it, and its labels. */
function namesOf(question: Question): readonly string[] {
  const names = [question.name];
  for (let from = question.path.length - 1; from >= 0; from--) {
    const path = [...question.path.slice(from), question.name];
    names.push(path.join("/"), path.join("."));
  }
  return names;
}

/** Every header that may stand for a question or one of its choices; own names win over labels, and a label of two says nothing. */
function targets(questions: readonly Question[]): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  const labels = new Map<string, Target | null>();
  const add = (names: readonly string[], target: Target): void => {
    for (const name of names) if (!found.has(name)) found.set(name, target);
  };
  const addLabels = (names: readonly string[], target: Target): void => {
    for (const name of new Set(names)) labels.set(name, labels.has(name) ? null : target);
  };
  for (const question of questions) {
    const names = namesOf(question);
    const texts = Object.values(question.label);
    add(names, { question: question.name });
    addLabels(texts, { question: question.name });
    if (question.kind !== "multiple") continue;
    for (const { value, label } of question.choices ?? []) {
      const target = { question: question.name, choice: value };
      add(
        names.flatMap((name) => [`${name}/${value}`, `${name}.${value}`]),
        target,
      );
      const choiceTexts = [value, ...Object.values(label)];
      addLabels(
        [...names, ...texts].flatMap((name) => choiceTexts.map((text) => `${name}/${text}`)),
        target,
      );
    }
  }
  for (const [name, target] of labels) if (target !== null && !found.has(name)) found.set(name, target);
  return found;
}

/** Finds the column of each question of a unit among the headers of its sheet. */
export function matchHeaders(headers: readonly string[], questions: readonly Question[]): Matched {
  const known = targets(questions);
  const whole = new Map<string, number>();
  const parts = new Map<string, Map<string, number>>();
  const unmatched: number[] = [];
  for (const [column, header] of headers.entries()) {
    const target = known.get(header) ?? known.get(header.replace(/\s+/g, " "));
    if (target === undefined) {
      if (header !== "") unmatched.push(column);
    } else if (target.choice === undefined) {
      if (!whole.has(target.question)) whole.set(target.question, column);
      else unmatched.push(column);
    } else {
      const choices = parts.get(target.question) ?? new Map<string, number>();
      parts.set(target.question, choices.set(target.choice, column));
    }
  }
  const loosely = new Map<string, string>();
  const absent = questions.filter(({ name }) => !whole.has(name) && !parts.has(name));
  const others = unmatched.filter((column) => {
    const header = headers[column]!;
    const found = absent.find(({ name }) => !whole.has(name) && loose(name) === loose(header));
    if (found === undefined) return true;
    whole.set(found.name, column);
    loosely.set(found.name, header);
    return false;
  });
  return { whole, parts, others, loosely };
}
