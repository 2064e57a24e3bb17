import type { Problem } from "../errors.js";
import type { Settings } from "../study/settings.js";
import { cellText, inferColumn } from "./column.js";
import { dayNumber } from "./day.js";
import { keptNumbers, missingChoices, missingNumbers } from "./missing.js";
import { parseMultiple } from "./parse-multiple.js";
import { parseOne } from "./parse-one.js";
import type { Question } from "./questionnaire.js";
import { type Column, type ColumnFacts, MISSING } from "./table.js";
import { cellAt, placeOf, type UnitSheet } from "./unit-sheet.js";

/** Cells of a question as they were read. */
export interface Cells {
  /** each answer as the form's conditions see it: choices by name, blank where there is none */
  readonly raw: readonly string[];
  /** a code of `MISSING` for each row; every blank counts as no answer so far */
  readonly missing: Uint8Array;
  readonly problems: readonly Problem[];
  readonly make: (facts: ColumnFacts) => Column;
}

/** The answers to a question, read and not yet told apart into not asked and not answered. */
export interface Parsed extends Cells {
  /** what was decided about codes that may say that there is no answer */
  readonly coped: readonly Problem[];
}

/** A number as people write it down: leading zeros are allowed, since the questionnaire says that it is one. */
const written = /^[-+]?\d+(?:\.\d+)?$/;

/** Numbers and days: what a cell holds must be one, or a code that says why there is none. */
function parseNumbers(unit: UnitSheet, question: Question, codes: ReadonlyMap<number, number>): Cells {
  const column = unit.matched.whole.get(question.name)!;
  const isDate = question.kind === "date";
  const values = new Float64Array(unit.rows.length).fill(Number.NaN);
  const missing = new Uint8Array(unit.rows.length);
  const problems: Problem[] = [];
  const raw = Array.from(unit.rows, (_, row) => {
    const cell = cellAt(unit, row, column);
    const text = cellText(cell);
    if (text === "") {
      missing[row] = MISSING.noAnswer;
      return "";
    }
    const value = isDate ? dayNumber(text) : typeof cell === "number" || written.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value)) {
      const holes = { value: text, name: question.name };
      problems.push({ code: isDate ? "notADate" : "notANumber", holes, place: placeOf(unit, row, column) });
    }
    const kind = codes.get(value);
    if (kind === undefined) values[row] = value;
    else missing[row] = kind;
    return text;
  });
  return {
    raw,
    missing,
    problems,
    make: (facts) => ({ kind: "number", ...facts, values, ...(isDate ? { isDate: true } : {}) }),
  };
}

/** What the form does not classify: free text as it is, anything else by what it holds. */
function parseLoosely(unit: UnitSheet, question: Question): Cells {
  const column = unit.matched.whole.get(question.name)!;
  const cells = Array.from(unit.rows, (_, row) => cellAt(unit, row, column));
  const raw = cells.map(cellText);
  const missing = Uint8Array.from(raw, (text) => (text === "" ? MISSING.noAnswer : MISSING.answered));
  const isText = question.kind === "text" || question.kind === "place" || question.kind === "record";
  const inferred = inferColumn(question.name, cells);
  return {
    raw,
    missing,
    problems: [],
    make: (facts) =>
      isText
        ? { kind: "text", ...facts, values: raw }
        : { ...inferred, ...facts, ...(inferred.identifying === true ? { identifying: true } : {}) },
  };
}

/** Reads a question with choices, some of which may say that there is no answer. */
function parseChoices(
  unit: UnitSheet,
  question: Question,
  declared: Settings["missing"],
  read: typeof parseOne | typeof parseMultiple,
): Parsed {
  const { codes, notes } = missingChoices(question.choices!, declared);
  const coped = notes.map(({ code, value, label }) => ({
    code,
    holes: { value, label, name: question.name },
    place: { file: unit.file, sheet: unit.sheet.name },
  }));
  return { ...read(unit, question, codes), coped };
}

/** Reads a question of numbers; declared codes that stay numbers are counted where they occur. */
function parseCoded(unit: UnitSheet, question: Question, declared: Settings["missing"]): Parsed {
  const codes = missingNumbers(question.constraint ?? "", declared);
  const cells = parseNumbers(unit, question, codes);
  const coped = [...keptNumbers(codes, declared)].flatMap((value): Problem[] => {
    const count = cells.raw.reduce((sum, text) => sum + (text !== "" && Number(text) === value ? 1 : 0), 0);
    const place = { file: unit.file, sheet: unit.sheet.name };
    return count === 0 ? [] : [{ code: "keptAsNumber", holes: { value, count, name: question.name }, place }];
  });
  return { ...cells, coped };
}

/** Reads the answers to a question; null if the sheet has no column for it, or it is a note. */
export function parseAnswers(unit: UnitSheet, question: Question, declared: Settings["missing"]): Parsed | null {
  const { whole, parts } = unit.matched;
  if (question.kind === "note") return null;
  if (
    question.kind === "multiple" &&
    question.choices !== undefined &&
    (whole.has(question.name) || parts.has(question.name))
  )
    return parseChoices(unit, question, declared, parseMultiple);
  if (!whole.has(question.name)) return null;
  if (question.kind === "number") return parseCoded(unit, question, declared);
  if (question.kind === "date") return { ...parseNumbers(unit, question, new Map()), coped: [] };
  if ((question.kind === "one" || question.kind === "rank") && question.choices !== undefined)
    return parseChoices(unit, question, declared, parseOne);
  return { ...parseLoosely(unit, question), coped: [] };
}
