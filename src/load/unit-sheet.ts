import type { Problem } from "../errors.js";
import type { UnitSettings } from "../study/settings.js";
import { cellText } from "./column.js";
import { type Matched, matchHeaders } from "./headers.js";
import type { Question, Questionnaire, Repeat } from "./questionnaire.js";
import { errorCells, findSheet, headerProblems } from "./table-file.js";
import { type Cell, cellAddress, type Sheet } from "./workbook.js";

/** The sheet of a unit of analysis, with the questions that it answers. */
export interface UnitSheet {
  readonly unit: string;
  readonly settings: UnitSettings;
  readonly file: string;
  readonly sheet: Sheet;
  readonly headers: readonly string[];
  readonly repeat: Repeat | null;
  readonly questions: readonly Question[];
  readonly matched: Matched;
  /** the rows of the sheet that are read, counted from 0 with the header */
  readonly rows: Int32Array;
}

/** Spreadsheets cut the name of a sheet here. */
const SHEET_NAME = 31;

/** The repeat that a sheet holds: the one of its name, else the one whose questions it has most of. */
function repeatOf(sheet: Sheet, headers: readonly string[], form: Questionnaire): Repeat | null {
  const same = (name: string): boolean => name === sheet.name || name.slice(0, SHEET_NAME) === sheet.name;
  const named = form.repeats.find(({ name, label }) => [name, ...Object.values(label)].some(same));
  if (named !== undefined) return named;
  const counts = form.repeats.map((repeat) => {
    const questions = form.questions.filter((question) => question.repeat === repeat.name);
    return { repeat, count: matchHeaders(headers, questions).whole.size };
  });
  const best = counts.reduce<{ repeat: Repeat; count: number } | null>(
    (most, next) => (next.count > (most?.count ?? 0) ? next : most),
    null,
  );
  return best?.repeat ?? null;
}

/** The cell of a column in a row that is read. */
export function cellAt(unit: UnitSheet, row: number, column: number): Cell {
  return unit.sheet.rows[unit.rows[row]!]?.[column] ?? null;
}

/** Where a cell is, for a message. */
export function placeOf(unit: UnitSheet, row: number, column: number): Problem["place"] {
  return { file: unit.file, sheet: unit.sheet.name, cell: cellAddress(unit.rows[row]!, column) };
}

/** Finds the sheet of a unit and what its columns hold. */
export function toUnitSheet(
  unit: string,
  settings: UnitSettings,
  form: Questionnaire,
  file: string,
  sheets: readonly Sheet[],
): UnitSheet {
  const sheet = findSheet(file, sheets, settings.sheet);
  const headers = (sheet.rows[0] ?? []).map((cell) => cellText(cell));
  const repeat = settings.of === undefined ? null : repeatOf(sheet, headers, form);
  const questions = form.questions.filter((question) => question.repeat === (repeat?.name ?? null));
  const rows = sheet.rows
    .map((_, index) => index)
    .filter((index) => index > 0 && sheet.rows[index]!.some((cell) => cell !== null));
  const matched = matchHeaders(headers, questions);
  return { unit, settings, file, sheet, headers, repeat, questions, matched, rows: Int32Array.from(rows) };
}

/** The same sheet with some of its rows. */
export function withRows(unit: UnitSheet, keep: (row: number) => boolean): UnitSheet {
  return { ...unit, rows: unit.rows.filter((_, row) => keep(row)) };
}

/** What is wrong with a sheet before its answers are read: names twice, error cells, no rows, a form of another survey. */
export function sheetProblems(unit: UnitSheet): Problem[] {
  const place = { file: unit.file, sheet: unit.sheet.name };
  const problems = [...headerProblems(unit.headers, unit.file, unit.sheet.name), ...errorCells(unit.sheet, unit.file)];
  if (unit.rows.length === 0 && unit.settings.of === undefined) problems.push({ code: "noRows", holes: {}, place });
  return problems;
}
