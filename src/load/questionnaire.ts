import { DataError, type Problem } from "../errors.js";
import type { Texts } from "../words/catalogue.js";
import { nearest } from "../words/nearest.js";
import { readChoices } from "./choices.js";
import { formRows } from "./form-sheet.js";
import { toLanguage } from "./language.js";
import type { QuestionKind } from "./question-type.js";
import { readSurvey } from "./survey-sheet.js";
import type { Level } from "./table.js";
import { readWorkbook, type Sheet } from "./workbook.js";

/** A question of the form. */
export interface Question {
  readonly name: string;
  readonly kind: QuestionKind;
  readonly label: Texts;
  /** for questions with choices; absent if the form does not hold its list */
  readonly choices?: readonly Level[];
  /** the names of the groups and repeats that it is in, the outermost first */
  readonly path: readonly string[];
  /** the repeat that it is asked in; null: once for each submission */
  readonly repeat: string | null;
  /** the conditions that must all hold for it to be asked: those of its groups, the outermost first, and its own */
  readonly conditions: readonly string[];
  readonly required: boolean;
  readonly constraint?: string;
  readonly calculation?: string;
}

/** A part of the form that is asked several times, once for each person for instance. */
export interface Repeat {
  readonly name: string;
  readonly label: Texts;
  /** the repeat that it is inside; null: the submission */
  readonly of: string | null;
  /** its own and those of all its groups */
  readonly conditions: readonly string[];
}

/** A form: what was asked, of whom, with which choices. */
export interface Questionnaire {
  readonly file: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly repeats: readonly Repeat[];
  /** the codes of the languages of its labels, in the form's order */
  readonly languages: readonly string[];
  /** what was not as it should be and was read all the same */
  readonly coped: readonly Problem[];
}

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
}

/** The sheet of the questions, with the columns that it cannot do without. */
function surveySheet(sheets: readonly Sheet[], file: string): Sheet {
  const survey = sheetNamed(sheets, "survey");
  if (survey === undefined) {
    const known = sheets.map(({ name }) => name);
    const near = nearest("survey", known)
      .map((name) => `"${name}"`)
      .join(", ");
    const holes = { known: known.map((name) => `"${name}"`).join(", "), near };
    throw new DataError([{ code: "notAForm", holes, place: { file } }]);
  }
  const { headers, rows } = formRows(survey, "es");
  const place = { file, sheet: survey.name };
  const lacking = ["type", "name"].filter((header) => !headers.has(header));
  if (lacking.length > 0)
    throw new DataError(lacking.map((name) => ({ code: "missingColumn", holes: { name }, place })));
  if (rows.length === 0) throw new DataError([{ code: "noRows", holes: {}, place }]);
  return survey;
}

/**
 * Reads a questionnaire: an XLSForm with its sheets `survey`, `choices` and `settings`.
 *
 * @throws {DataError} if the file is no workbook, has no `survey` sheet with `type` and `name`, or no questions
 */
export function readQuestionnaire(file: string): Questionnaire {
  const sheets = readWorkbook(file);
  const survey = surveySheet(sheets, file);
  const settings = sheetNamed(sheets, "settings");
  const setting = settings === undefined ? undefined : formRows(settings, "es").rows[0];
  const own = toLanguage(setting?.cell("default_language") || "es");
  const coped: Problem[] = sheets
    .filter(({ name }) => !["survey", "choices", "settings"].includes(name.trim().toLowerCase()))
    .map(({ name }) => ({ code: "sheetIgnored", holes: {}, place: { file, sheet: name } }));
  const choices = sheetNamed(sheets, "choices");
  const lists = choices === undefined ? new Map() : readChoices(formRows(choices, own).rows, file, coped);
  const form = formRows(survey, own);
  const { questions, repeats } = readSurvey(form.rows, lists, file, coped);
  if (questions.length === 0)
    throw new DataError([{ code: "noQuestions", holes: {}, place: { file, sheet: survey.name } }]);
  return { file, title: setting?.cell("form_title") ?? "", questions, repeats, languages: form.languages, coped };
}
