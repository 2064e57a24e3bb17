import type { Problem } from "../errors.js";
import type { Settings } from "../study/settings.js";
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

/** Which rows agreed, by the study's question of consent. */
export function consentOf(
  unit: UnitSheet,
  consent: Settings["consent"],
): { agreed: Uint8Array; problems: readonly Problem[] } {
  const everyone = new Uint8Array(unit.rows.length).fill(1);
  if (consent === null) return { agreed: everyone, problems: [] };
  const column = unit.matched.whole.get(consent.question) ?? unit.headers.indexOf(consent.question);
  if (column < 0) {
    const near = nearest(consent.question, unit.headers)
      .map((name) => `"${name}"`)
      .join(", ");
    const holes = { name: consent.question, near };
    const code = near === "" ? "unknownColumn" : "unknownColumnNear";
    return { agreed: everyone, problems: [{ code, holes, place: { file: "study.json", path: "consent.question" } }] };
  }
  const question = unit.questions.find(({ name }) => name === consent.question);
  const labels = (question?.choices ?? [])
    .filter(({ value }) => consent.yes.includes(value))
    .flatMap(({ label }) => Object.values(label));
  const yes = new Set([...consent.yes, ...labels]);
  return { agreed: everyone.map((_, row) => (yes.has(cellText(cellAt(unit, row, column))) ? 1 : 0)), problems: [] };
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
