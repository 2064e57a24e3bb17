import { readTable, type TextTable } from "./tables.js";

/** The questionnaire's sheet `survey`, a row an item, in the order in which it is asked. */
export const survey: TextTable = readTable("survey.csv");

/** The questionnaire's sheet `choices`. */
export const choices: TextTable = readTable("choices.csv");

/** A question of the form, with the sheet and the column of the export where its answers stand. */
export interface Question {
  readonly name: string;
  /** groups and name joined by `/` */
  readonly path: string;
  /** the repeat it is in, or `main` */
  readonly sheet: string;
  /** the names of its choices, where several can be chosen */
  readonly several: readonly string[] | null;
}

function severalOf(type: string): readonly string[] | null {
  if (!type.startsWith("select_multiple ")) return null;
  const list = type.slice("select_multiple ".length);
  return choices.lines.filter(({ list_name }) => list_name === list).map(({ name }) => name!);
}

function findQuestions(): readonly Question[] {
  const open: { readonly name: string; readonly repeat: boolean }[] = [];
  const found: Question[] = [];
  for (const line of survey.lines) {
    const [type, name] = [line.type!, line.name!];
    if (type.startsWith("begin_")) open.push({ name, repeat: type === "begin_repeat" });
    else if (type.startsWith("end_")) open.pop();
    else if (type !== "note")
      found.push({
        name,
        path: [...open.map((group) => group.name), name].join("/"),
        sheet: open.find(({ repeat }) => repeat)?.name ?? "main",
        several: severalOf(type),
      });
  }
  return found;
}

/** The questions in the order of the form. */
export const questions: readonly Question[] = findQuestions();
