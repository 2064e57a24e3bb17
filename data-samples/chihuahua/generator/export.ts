import type { Answer } from "./answers.js";
import { type Question, questions } from "./form.js";
import type { Answers, Submission } from "./records.js";
import { MARK, readme, type SheetRows, workbook } from "./workbook.js";

/** The columns that a question has in the export: one, and where several can be chosen one more for each choice. */
function headers({ path, several }: Question): string[] {
  return [path, ...(several ?? []).map((choice) => `${path}/${choice}`)];
}

/** The cells of a question's columns; where it was not asked all of them are blank, and a choice not made is 0. */
function cells({ name, several }: Question, answers: Answers): Answer[] {
  const answer = answers[name] ?? null;
  const chosen = answer === null ? null : String(answer).split(" ");
  return [answer, ...(several ?? []).map((choice) => (chosen === null ? null : chosen.includes(choice) ? 1 : 0))];
}

/** Some telephones send numbers as texts: of the incomes every seventh, of the ages every eleventh is one. */
function asSent(answers: Answers, place: number): Answers {
  const sent = { ...answers };
  if (place % 7 === 3 && sent.ingreso_mensual != null) sent.ingreso_mensual = String(sent.ingreso_mensual);
  if (place % 11 === 5 && sent.edad != null) sent.edad = String(sent.edad);
  return sent;
}

const sheetOf = (name: string): readonly Question[] => questions.filter(({ sheet }) => sheet === name);

function mainSheet(all: readonly Submission[]): SheetRows {
  const asked = sheetOf("main");
  const design = ["EST_DIS", "UPM_DIS", "FACTOR"];
  return {
    name: "main",
    rows: [
      [...asked.flatMap(headers), "_id", "_uuid", "_submission_time", "_index", ...design],
      ...all.map(({ sent, uuid, main }, index) => [
        ...asked.flatMap((question) => cells(question, asSent(main, index))),
        270_001 + index,
        uuid,
        new Date(sent * 1000).toISOString().slice(0, 19),
        index + 1,
        ...design.map((column) => main[column] ?? null),
      ]),
    ],
  };
}

/** The sheet of a repeat: its rows name the submission that they belong to. */
function repeatSheet(
  name: string,
  all: readonly Submission[],
  rowsOf: (each: Submission) => readonly Answers[],
  extra: string[],
): SheetRows {
  const asked = sheetOf(name);
  const links = ["_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid"];
  const rows = all.flatMap((submission, parent) =>
    rowsOf(submission).map((answers) => ({ submission, parent, answers })),
  );
  return {
    name,
    rows: [
      [...asked.flatMap(headers), ...links, ...extra],
      ...rows.map(({ submission, parent, answers }, index) => [
        ...asked.flatMap((question) => cells(question, asSent(answers, index))),
        index + 1,
        "main",
        parent + 1,
        270_001 + parent,
        submission.uuid,
        ...extra.map((column) => answers[column] ?? null),
      ]),
    ],
  };
}

/** The answers as KoboToolbox exports them, with the design's columns that a statistics office adds. */
export function survey(all: readonly Submission[]): Uint8Array {
  return workbook(`Encuesta – ${MARK}`, [
    mainSheet(all),
    repeatSheet("personas", all, ({ persons }) => persons, ["FACTOR_PER"]),
    repeatSheet("eventos", all, ({ events }) => events, []),
    readme,
  ]);
}
