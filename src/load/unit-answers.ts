import { DataError, type Problem } from "../errors.js";
import type { Settings } from "../study/settings.js";
import { inferColumn } from "./column.js";
import { wasAsked } from "./expression.js";
import { isIdentifying, isTelling } from "./identifying.js";
import { type Parsed, parseAnswers } from "./parse-answers.js";
import type { Question } from "./questionnaire.js";
import { type Column, MISSING, type Table } from "./table.js";
import { cellAt, type UnitSheet } from "./unit-sheet.js";

/** A unit whose answers are read: its table, and who was asked what. */
export interface UnitAnswers {
  readonly sheet: UnitSheet;
  readonly table: Table;
  /** for each question, 1 for the rows that were asked */
  readonly asked: ReadonlyMap<string, Uint8Array>;
  /** the rows that a condition of the form lets in; null if it lets in all */
  readonly limits: (condition: string) => Uint8Array | null;
  /** an answer as the form's conditions see it, looked for in the unit and those that it is inside */
  readonly value: (name: string) => ((row: number) => string) | undefined;
  readonly problems: readonly Problem[];
  readonly coped: readonly Problem[];
}

/** So many problems of one column are listed; the rest are counted. */
const LISTED = 5;

function limited(problems: readonly Problem[], name: string): readonly Problem[] {
  if (problems.length <= LISTED) return problems;
  const holes = { count: problems.length - LISTED, name };
  const { file, sheet } = problems[0]!.place;
  const place = { ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }) };
  return [...problems.slice(0, LISTED), { code: "moreProblems", holes, place }];
}

/**
 * Which rows a condition lets in; null if it lets in all. One that cannot be understood is noted, and lets in nobody: its blanks count as
 * not asked.
 */
function conditionsOver(
  size: number,
  value: UnitAnswers["value"],
  coped: Problem[],
): (condition: string) => Uint8Array | null {
  const known = new Map<string, Uint8Array | null>();
  return (condition) => {
    const before = known.get(condition);
    if (before !== undefined) return before;
    let rows: Uint8Array;
    try {
      rows = wasAsked(condition, size, value);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      coped.push({ code: "conditionNotRead", holes: { condition: condition.slice(0, 200) }, place: {} });
      rows = new Uint8Array(size);
    }
    const limits = rows.includes(0) ? rows : null;
    known.set(condition, limits);
    return limits;
  };
}

/** Conditions as one text. */
function together(conditions: readonly string[]): { relevant?: string } {
  if (conditions.length === 0) return {};
  return { relevant: conditions.length === 1 ? conditions[0]! : conditions.map((text) => `(${text})`).join(" and ") };
}

/** Turns the blanks of rows that were not asked into "not asked"; gives how many answered all the same. */
function settle(missing: Uint8Array, asked: Uint8Array): number {
  let uncalled = 0;
  for (let row = 0; row < missing.length; row++) {
    if (asked[row] === 1) continue;
    if (missing[row] === MISSING.noAnswer) missing[row] = MISSING.notAsked;
    else uncalled++;
  }
  return uncalled;
}

/** The columns that no question explains: the design's, the weights, what was computed later. */
function otherColumns(unit: UnitSheet): readonly Column[] {
  return unit.matched.others.map((column) => {
    const name = unit.headers[column]!;
    const inferred = inferColumn(
      name,
      Array.from(unit.rows, (_, row) => cellAt(unit, row, column)),
    );
    return isTelling(name) ? { ...inferred, identifying: true } : inferred;
  });
}

/** Notes that differ only in the question that they are about, as one that names them all. */
function gathered(notes: readonly Problem[]): readonly Problem[] {
  const found = new Map<string, { note: Problem; names: (string | number)[] }>();
  for (const note of notes) {
    const key = JSON.stringify([note.code, { ...note.holes, name: "" }]);
    const before = found.get(key);
    if (before === undefined) found.set(key, { note, names: [note.holes.name!] });
    else before.names.push(note.holes.name!);
  }
  return [...found.values()].map(({ note, names }) => ({ ...note, holes: { ...note.holes, name: names.join(", ") } }));
}

/** Reads every answer of a unit; `parent` is the unit that it is inside, and the row of it that each row belongs to. */
export function readAnswers(
  unit: UnitSheet,
  declared: Settings["missing"],
  parent: { readonly answers: UnitAnswers; readonly rows: Int32Array } | null,
): UnitAnswers {
  const size = unit.rows.length;
  const place = { file: unit.file, sheet: unit.sheet.name };
  const problems: Problem[] = [];
  const coped: Problem[] = [];
  const parsed = new Map<Question, Parsed>();
  for (const question of unit.questions) {
    const answers = parseAnswers(unit, question, declared);
    if (answers === null) continue;
    parsed.set(question, answers);
    problems.push(...limited(answers.problems, question.name));
  }
  coped.push(...gathered([...parsed.values()].flatMap((answers) => answers.coped)));
  const own = new Map([...parsed].map(([question, { raw }]) => [question.name, raw]));
  const value: UnitAnswers["value"] = (name) => {
    const raw = own.get(name);
    if (raw !== undefined) return (row) => raw[row]!;
    const above = parent?.answers.value(name);
    return above === undefined ? undefined : (row) => above(parent!.rows[row]!);
  };
  const limits = conditionsOver(size, value, coped);
  const asked = new Map<string, Uint8Array>();
  const columns = new Map<string, Column>();
  let uncalled = 0;
  for (const [question, { missing, make }] of parsed) {
    const { name, label } = question;
    // a condition that held for every row limits nothing: consent, once those without it are dropped
    const conditions = question.conditions.filter((condition) => limits(condition) !== null);
    const rows = Uint8Array.from({ length: size }, (_, row) =>
      conditions.every((condition) => limits(condition)![row] === 1) ? 1 : 0,
    );
    asked.set(name, rows);
    uncalled += settle(missing, rows);
    const identifying = isIdentifying(question) ? { identifying: true } : {};
    columns.set(name, make({ name, label, missing, ...together(conditions), ...identifying }));
  }
  if (uncalled > 0) coped.push({ code: "answeredUnasked", holes: { count: uncalled, unit: unit.unit }, place });
  for (const column of otherColumns(unit)) if (!columns.has(column.name)) columns.set(column.name, column);
  const table: Table = {
    unit: unit.unit,
    size,
    columns,
    source: { ...place, rows: unit.rows.map((row) => row + 1) },
    ...(parent === null ? {} : { parent: parent.rows, household: householdOf(parent.answers.table, parent.rows) }),
  };
  return { sheet: unit, table, asked, limits, value, problems, coped };
}

/** The household of each row: its parent's, or the parent itself if that is a household. */
function householdOf(parent: Table, rows: Int32Array): Int32Array {
  const above = parent.household;
  return above === undefined ? rows : rows.map((row) => above[row]!);
}
