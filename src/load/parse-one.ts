import type { Place, Problem } from "../errors.js";
import { nearest } from "../words/nearest.js";
import { cellText } from "./column.js";
import type { Cells } from "./parse-answers.js";
import type { Question } from "./questionnaire.js";
import { MISSING } from "./table.js";
import { cellAt, placeOf, type UnitSheet } from "./unit-sheet.js";

/** The problem of a value that is not among a question's choices, with the choice most like it. */
export function unknownChoice(value: string, question: Question, place: Place): Problem {
  const near = nearest(
    value,
    (question.choices ?? []).map((choice) => choice.value),
  )[0];
  const holes = { value, name: question.name, near: near ?? "" };
  return { code: near === undefined ? "unknownChoice" : "unknownChoiceNear", holes, place };
}

/** The choice that each text stands for: its name, or its label in one of the form's languages where that is the label of one choice. */
function byText(question: Question): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value } of question.choices!) found.set(value, value);
  const labels = question.choices!.flatMap(({ value, label }) =>
    [...new Set(Object.values(label))].map((text) => [text, value] as const),
  );
  for (const [text, value] of labels)
    if (!found.has(text) && labels.filter(([other]) => other === text).length === 1) found.set(text, value);
  return found;
}

/** Reads a question of one choice, or the first choice of a ranking. */
export function parseOne(unit: UnitSheet, question: Question, codes: ReadonlyMap<string, number>): Cells {
  const column = unit.matched.whole.get(question.name)!;
  const known = byText(question);
  const levels = question.choices!.filter(({ value }) => !codes.has(value));
  const index = new Map(levels.map(({ value }, code) => [value, code]));
  const numbers = new Int32Array(unit.rows.length).fill(-1);
  const missing = new Uint8Array(unit.rows.length);
  const problems: Problem[] = [];
  const raw = Array.from(unit.rows, (_, row) => {
    const text = cellText(cellAt(unit, row, column));
    const first = question.kind === "rank" ? (text.split(/\s+/)[0] ?? "") : text;
    const value = first === "" ? "" : known.get(first);
    if (value === undefined) problems.push(unknownChoice(first, question, placeOf(unit, row, column)));
    const code = index.get(value ?? "");
    if (code !== undefined) numbers[row] = code;
    else missing[row] = codes.get(value ?? "") ?? MISSING.noAnswer;
    return question.kind === "rank" ? text : (value ?? "");
  });
  return {
    raw,
    missing,
    problems,
    make: (facts) => ({ kind: "code", ...facts, codes: numbers, levels, choices: true }),
  };
}
