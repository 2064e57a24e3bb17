import { basename } from "node:path";
import { DataError, type Problem, refuse } from "../errors.js";
import { errorCells, headerProblems } from "../load/table-file.js";
import { type Cell, cellAddress, readWorkbook } from "../load/workbook.js";
import type { Texts } from "../words/catalogue.js";
import { nearest } from "../words/nearest.js";
import { type Indicator, KINDS, type Kind } from "./indicator.js";

const SHEET = "plan";
const REQUIRED = ["id", "chapter", "question", "kind", "by", "title"] as const;
const OPTIONAL = [
  "title_en",
  "unit",
  "level",
  "denominator",
  "compare",
  "population",
  "universe",
  "universe_en",
  "part",
  "sensitive",
] as const;
type Header = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** A line of the plan's sheet: the text of each column, and the address of each cell for messages. */
interface Line {
  readonly text: (header: Header) => string;
  readonly place: (header: Header) => Problem["place"];
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

function toText(cell: Cell | undefined): string {
  return cell === undefined || cell === null ? "" : String(cell).normalize("NFC").trim();
}

function toTexts(es: string, en: string): Texts {
  return en === "" ? { es } : { es, en };
}

/** `total; grupo; grupo + municipio` → [[], ["grupo"], ["grupo", "municipio"]]. */
function toDisaggregations(text: string): readonly (readonly string[])[] {
  if (text === "") return [[]];
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (part.toLowerCase() === "total" ? [] : part.split("+").map((column) => column.trim())));
}

/** `grupo: sin_dfi > con_dfi` → the column and its two sides; undefined if it is not of that form. */
function toComparison(text: string): NonNullable<Indicator["compare"]> | undefined {
  const match = /^([^:]+):([^>]+)>(.+)$/.exec(text);
  return match === null ? undefined : { column: match[1]!.trim(), a: match[2]!.trim(), b: match[3]!.trim() };
}

function toIndicator(line: Line, problems: Problem[]): Indicator {
  const { text, place } = line;
  for (const header of REQUIRED)
    if (text(header) === "" && header !== "by")
      problems.push({ code: "missingPlanCell", holes: { column: header }, place: place(header) });
  const kind = text("kind") as Kind;
  if (text("kind") !== "" && !KINDS.includes(kind))
    problems.push({ code: "unknownKind", holes: { kind, known: KINDS.join(", ") }, place: place("kind") });
  const compare = text("compare") === "" ? null : toComparison(text("compare"));
  if (compare === undefined || (kind === "difference" && compare === null))
    problems.push({ code: "invalidComparison", holes: { value: text("compare") }, place: place("compare") });
  if (kind === "ratio" && text("denominator") === "")
    problems.push({ code: "missingPlanCell", holes: { column: "denominator" }, place: place("denominator") });
  const sensitive = text("sensitive").toLowerCase();
  if (!["", "no", "yes", "si", "sí"].includes(sensitive))
    problems.push({ code: "invalidYesNo", holes: { value: sensitive }, place: place("sensitive") });
  const orNull = (header: Header): string | null => (text(header) === "" ? null : text(header));
  return {
    id: text("id"),
    chapter: text("chapter"),
    title: toTexts(text("title"), text("title_en")),
    kind,
    unit: text("unit") === "" ? "household" : text("unit"),
    question: text("question"),
    denominator: orNull("denominator"),
    level: orNull("level"),
    compare: compare ?? null,
    by: toDisaggregations(text("by")),
    population: orNull("population"),
    universe: text("universe") === "" ? null : toTexts(text("universe"), text("universe_en")),
    part: orNull("part"),
    sensitive: !["", "no"].includes(sensitive),
    row: line.row,
    cells: line.cells,
  };
}

/**
 * Where each header stands; one that is missing, stands twice or is nearly the name of an optional column is a problem.
 * Columns of other names are people's notes.
 */
function toHeaders(cells: readonly Cell[], file: string, problems: Problem[]): ReadonlyMap<string, number> {
  const names = cells.map((cell) => toText(cell).toLowerCase());
  problems.push(...headerProblems(names, file, SHEET));
  const headers = new Map(names.map((name, index): [string, number] => [name, index]).filter(([name]) => name !== ""));
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  const others = [...headers.keys()].filter((name) => !known.includes(name));
  for (const name of REQUIRED)
    if (!headers.has(name)) {
      const near = nearest(name, others).join(", ");
      const holes = { name, near: near === "" ? "" : ` (${near}?)` };
      problems.push({ code: "missingPlanColumn", holes, place: { file, sheet: SHEET } });
    }
  // a misspelt "population" would quietly speak of everybody
  const absent = OPTIONAL.filter((name) => !headers.has(name));
  for (const name of others) {
    const near = nearest(name, absent);
    const place = { file, sheet: SHEET, cell: cellAddress(0, headers.get(name)!) };
    if (near.length > 0) problems.push({ code: "unknownPlanColumn", holes: { name, near: near.join(", ") }, place });
  }
  return headers;
}

/** Where a value of the plan stands: its cell, or the row of a column that the sheet does not have. */
export function cellPlace(
  file: string,
  row: number,
  header: string,
  cells: Readonly<Record<string, string>>,
): Problem["place"] {
  const cell = cells[header];
  return { file, sheet: SHEET, ...(cell === undefined ? { column: header, row } : { cell }) };
}

/**
 * Reads the analysis plan: the sheet `plan` of a workbook, an indicator a row. Only the form is checked here; whether
 * its names exist in the data is the question of `planProblems`.
 *
 * @throws {DataError} with every problem, each with its cell
 */
export function readPlan(path: string): readonly Indicator[] {
  const file = basename(path);
  const sheets = readWorkbook(path);
  const sheet = sheets.find(({ name }) => name.toLowerCase() === SHEET);
  if (sheet === undefined) {
    const holes = { name: SHEET, known: sheets.map(({ name }) => name).join(", ") };
    throw new DataError([{ code: "missingPlanSheet", holes, place: { file } }]);
  }
  if (sheet.rows.length === 0) throw new DataError([{ code: "emptyPlan", holes: {}, place: { file, sheet: SHEET } }]);
  const problems: Problem[] = [];
  const headers = toHeaders(sheet.rows[0]!, file, problems);
  refuse(problems);
  // a cell that shows #REF! is read as blank, and a blank population is everybody
  problems.push(...errorCells(sheet, file));
  const plan: Indicator[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of sheet.rows.entries()) {
    if (index === 0 || cells.every((cell) => toText(cell) === "")) continue;
    const addresses = [...headers].map(([name, column]): [string, string] => [name, cellAddress(index, column)]);
    const line: Line = {
      row: index + 1,
      cells: Object.fromEntries(addresses),
      text: (header) => toText(cells[headers.get(header) ?? -1]),
      place: (header) => cellPlace(file, index + 1, header, line.cells),
    };
    const indicator = toIndicator(line, problems);
    const before = seen.get(indicator.id);
    if (before !== undefined && indicator.id !== "")
      problems.push({ code: "duplicateId", holes: { id: indicator.id, row: before }, place: line.place("id") });
    seen.set(indicator.id, line.row);
    plan.push(indicator);
  }
  if (plan.length === 0) problems.push({ code: "emptyPlan", holes: {}, place: { file, sheet: SHEET } });
  refuse(problems);
  return plan;
}
