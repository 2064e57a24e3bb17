import type { Problem } from "../errors.js";
import type { PartSpec, Settings } from "../study/settings.js";
import { nearest } from "../words/nearest.js";
import { cellText } from "./column.js";
import { MISSING } from "./table.js";
import type { UnitAnswers } from "./unit-answers.js";
import { cellAt, type UnitSheet } from "./unit-sheet.js";

/** What became of the interviews that were tried: counts of the first unit's rows as they stand in the file. */
export interface Response {
  /** rows of the file */
  readonly selected: number;
  /** of these, who agreed to be interviewed; without a question of consent, all */
  readonly consented: number;
  readonly refused: number;
  /** agreed, but the interview ends early: see `isBrokenOff` */
  readonly brokenOff: number;
  /** agreed and were interviewed to the end: the rows that are analysed */
  readonly interviewed: number;
}

/** What became of the interviews of one part of the sample. */
export interface PartResponse {
  /** null: the rows that are in no part */
  readonly part: PartSpec | null;
  readonly response: Response;
}

/** Whether a cell of a column holds one of a question's choices, by name or label; null if there is no such column. */
function holdsOneOf(unit: UnitSheet, name: string, values: readonly string[]): ((row: number) => boolean) | null {
  const column = unit.matched.whole.get(name) ?? unit.headers.indexOf(name);
  if (column < 0) return null;
  const question = unit.questions.find((each) => each.name === name);
  const labels = (question?.choices ?? [])
    .filter(({ value }) => values.includes(value))
    .flatMap(({ label }) => Object.values(label));
  const texts = new Set([...values, ...labels]);
  return (row) => texts.has(cellText(cellAt(unit, row, column)));
}

/** Which rows agreed, by the study's question of consent. */
export function consentOf(
  unit: UnitSheet,
  consent: Settings["consent"],
): { agreed: Uint8Array; problems: readonly Problem[] } {
  const everyone = new Uint8Array(unit.rows.length).fill(1);
  if (consent === null) return { agreed: everyone, problems: [] };
  const said = holdsOneOf(unit, consent.question, consent.yes);
  if (said === null) {
    const near = nearest(consent.question, unit.headers)
      .map((name) => `"${name}"`)
      .join(", ");
    const holes = { name: consent.question, near };
    const code = near === "" ? "unknownColumn" : "unknownColumnNear";
    return { agreed: everyone, problems: [{ code, holes, place: { file: "study.json", path: "consent.question" } }] };
  }
  return { agreed: everyone.map((_, row) => (said(row) ? 1 : 0)), problems: [] };
}

/**
 * Which interviews were broken off: more than half of the required questions that the form would have asked of the household are blank, or
 * a part of the form that everyone is asked (a repeat that no condition keeps anyone from, such as the list of members) has no rows.
 */
export function brokenOff(root: UnitAnswers, inside: readonly { sheet: UnitSheet; rows: Int32Array }[]): Uint8Array {
  const { table, sheet, asked } = root;
  const required = sheet.questions.filter(({ name, required }) => required && table.columns.has(name));
  const listed = inside
    .filter(({ sheet: { repeat } }) => repeat?.conditions.every((condition) => root.limits(condition) === null))
    .map(({ rows }) => new Set(rows));
  return Uint8Array.from({ length: table.size }, (_, row) => {
    const put = required.filter(({ name }) => asked.get(name)?.[row] !== 0);
    const blank = put.filter(({ name }) => table.columns.get(name)!.missing[row] === MISSING.noAnswer);
    return blank.length * 2 > put.length || listed.some((rows) => !rows.has(row)) ? 1 : 0;
  });
}

/** How many rows are flagged. */
export function countOf(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

/** Counts the rows of a file, or those among them that are `within`; `broken` has a flag for each row that agreed. */
export function responseOf(agreed: Uint8Array, broken: Uint8Array, within?: Uint8Array): Response {
  const ended = { refused: 0, brokenOff: 0, interviewed: 0 };
  let next = 0;
  for (const [row, said] of agreed.entries()) {
    const outcome = said !== 1 ? "refused" : broken[next++] === 1 ? "brokenOff" : "interviewed";
    if (within === undefined || within[row] === 1) ended[outcome]++;
  }
  const consented = ended.brokenOff + ended.interviewed;
  return { selected: consented + ended.refused, consented, ...ended };
}

/**
 * The same counts for each part of the sample, the rows in no part last; empty if the sample is not in parts, or if they go by a column that
 * the file does not have, so that nobody knows which part a refusal belongs to. `unit` has every row of the file.
 */
export function responseByPart(
  unit: UnitSheet,
  parts: readonly PartSpec[],
  agreed: Uint8Array,
  broken: Uint8Array,
): readonly PartResponse[] {
  const tests = parts.map(({ where }) => Object.entries(where).map(([name, value]) => holdsOneOf(unit, name, [value])));
  if (tests.flat().includes(null)) return [];
  const partOf = agreed.map((_, row) => tests.findIndex((all) => all.every((test) => test!(row))) + 1);
  const inPart = (index: number): Uint8Array => partOf.map((each) => (each === index ? 1 : 0));
  const named = parts.map((part, index) => ({ part, response: responseOf(agreed, broken, inPart(index + 1)) }));
  const rest = { part: null, response: responseOf(agreed, broken, inPart(0)) };
  const found = rest.response.selected === 0 ? named : [...named, rest];
  return found.length > 1 ? found : [];
}
