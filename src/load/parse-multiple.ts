import type { Problem } from "../errors.js";
import { cellText } from "./column.js";
import type { Cells } from "./parse-answers.js";
import { unknownChoice } from "./parse-one.js";
import type { Question } from "./questionnaire.js";
import { type Level, MISSING } from "./table.js";
import { cellAt, placeOf, type UnitSheet } from "./unit-sheet.js";
import type { Cell } from "./workbook.js";

/** Whether a choice was taken, from its own column; null if the cell is blank. */
function flag(cell: Cell): boolean | null | undefined {
  const text = cellText(cell).toLowerCase();
  if (text === "") return null;
  if (text === "1" || text === "true" || text === "1.0") return true;
  return text === "0" || text === "false" || text === "0.0" ? false : undefined;
}

/** Labels one behind the other as choices, as exports with labels write them; null if it is not that. */
function byLabels(text: string, choices: readonly Level[]): readonly string[] | null {
  const labels = choices
    .flatMap(({ value, label }) => Object.values(label).map((words) => [words, value] as const))
    .sort(([a], [b]) => b.length - a.length);
  const found: string[] = [];
  for (let rest = text; rest !== ""; ) {
    const next = labels.find(([words]) => words !== "" && (rest === words || rest.startsWith(`${words} `)));
    if (next === undefined) return null;
    found.push(next[1]);
    rest = rest.slice(next[0].length).trim();
  }
  return found;
}

/** The choices that a cell of the question's own column names; those that are none are problems. */
function fromWords(
  text: string,
  choices: readonly Level[],
  known: ReadonlySet<string>,
  add: (word: string) => void,
): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.every((word) => known.has(word))) return words;
  const labelled = byLabels(text, choices);
  if (labelled !== null) return labelled;
  for (const word of words) if (!known.has(word)) add(word);
  return words.filter((word) => known.has(word));
}

/**
 * Reads a question of several choices from its own column of names, from a column a choice, or both; where the two say different things
 * that is a problem. Who named no choice gave no answer; don't know and refused alone are no answer either.
 */
export function parseMultiple(unit: UnitSheet, question: Question, codes: ReadonlyMap<string, number>): Cells {
  const choices = question.choices!;
  const known = new Set(choices.map(({ value }) => value));
  const levels = choices.filter(({ value }) => !codes.has(value));
  const whole = unit.matched.whole.get(question.name);
  const parts = [...(unit.matched.parts.get(question.name) ?? [])];
  const chosen = levels.map(() => new Uint8Array(unit.rows.length));
  const missing = new Uint8Array(unit.rows.length);
  const problems: Problem[] = [];
  const raw = Array.from(unit.rows, (_, row) => {
    const taken = new Set<string>();
    const text = whole === undefined ? "" : cellText(cellAt(unit, row, whole));
    if (whole !== undefined)
      for (const word of fromWords(text, choices, known, (name) =>
        problems.push(unknownChoice(name, question, placeOf(unit, row, whole))),
      ))
        taken.add(word);
    for (const [choice, column] of parts) {
      const cell = cellAt(unit, row, column);
      const said = flag(cell);
      const place = placeOf(unit, row, column);
      if (said === undefined)
        problems.push({ code: "notZeroOne", holes: { value: cellText(cell), name: question.name }, place });
      else if (whole === undefined) {
        if (said === true) taken.add(choice);
      } else if (said !== null && said !== taken.has(choice))
        problems.push({ code: "choicesDisagree", holes: { name: question.name, choice, value: text }, place });
    }
    const answers = [...taken].filter((value) => !codes.has(value));
    for (const value of answers) chosen[levels.findIndex((level) => level.value === value)]![row] = 1;
    if (answers.length === 0) {
      const excuse = Math.min(...[...taken].map((value) => codes.get(value)!));
      missing[row] = taken.size === 0 ? MISSING.noAnswer : excuse;
    }
    return [...taken].join(" ");
  });
  return { raw, missing, problems, make: (facts) => ({ kind: "multiple", ...facts, chosen, levels }) };
}
