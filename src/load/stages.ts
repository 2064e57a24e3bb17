import { DataError, type Problem, refuse } from "../errors.js";
import type { Settings } from "../study/settings.js";
import { formFit } from "./form-fit.js";
import type { Questionnaire } from "./questionnaire.js";
import { consentOf, countOf } from "./response.js";
import { link } from "./roster.js";
import { sheetProblems, toUnitSheet, type UnitSheet, withRows } from "./unit-sheet.js";
import type { Sheet } from "./workbook.js";

/** A unit on its way: which rows of the unit that it is inside its rows belong to. */
export interface Stage {
  readonly sheet: UnitSheet;
  readonly of: string | null;
  readonly rows: Int32Array;
}

/** The units so that each comes after the one that it is inside. */
function inOrder(settings: Settings): readonly (readonly [string, string | null])[] {
  const left = Object.entries(settings.units).map(([name, unit]) => [name, unit.of ?? null] as const);
  const order: (readonly [string, string | null])[] = [];
  for (let round = 0; round <= left.length; round++)
    for (const unit of left)
      if (!order.includes(unit) && (unit[1] === null || order.some(([name]) => name === unit[1]))) order.push(unit);
  return order;
}

/** What a function gives, or its problems added to a list. */
export function attempt<T>(problems: Problem[], make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/**
 * Ties the sheets together and drops the rows of those who did not agree, and whatever hangs on them. `root` is the sheet of the first unit
 * with every row, and `agreed` has a flag for each of these.
 */
export function toStages(
  settings: Settings,
  form: Questionnaire,
  file: string,
  sheets: readonly Sheet[],
): { stages: ReadonlyMap<string, Stage>; root: UnitSheet; agreed: Uint8Array } {
  const problems: Problem[] = [];
  const names = new Set(sheets.map(({ name }) => name));
  const whole = new Map<string, UnitSheet>();
  for (const [unit] of inOrder(settings)) {
    const sheet = attempt(problems, () => toUnitSheet(unit, settings.units[unit]!, form, file, sheets));
    if (sheet === null) continue;
    whole.set(unit, sheet);
    problems.push(...sheetProblems(sheet), ...formFit(sheet).problems);
  }
  const stages = new Map<string, Stage>();
  /** row of the sheet → row that is kept, −1 for dropped */
  const renumbered = new Map<string, Int32Array>();
  let agreed: Uint8Array = new Uint8Array();
  for (const [unit, of] of inOrder(settings)) {
    const sheet = whole.get(unit);
    const parent = of === null ? undefined : whole.get(of);
    if (sheet === undefined || (of !== null && parent === undefined)) continue;
    let up = new Int32Array(sheet.rows.length).fill(-1);
    if (of === null) {
      const consent = consentOf(sheet, settings.consent);
      problems.push(...consent.problems);
      agreed = consent.agreed;
    } else {
      const linked = link(sheet, parent!, names);
      problems.push(...linked.problems);
      up = linked.rows.map((row) => renumbered.get(of)?.[row] ?? -1);
    }
    const keep = (row: number): boolean => (of === null ? agreed[row] === 1 : up[row]! >= 0);
    let next = 0;
    renumbered.set(
      unit,
      Int32Array.from(sheet.rows, (_, row) => (keep(row) ? next++ : -1)),
    );
    stages.set(unit, { sheet: withRows(sheet, keep), of, rows: up.filter((_, row) => keep(row)) });
  }
  refuse(problems);
  if (countOf(agreed) === 0)
    throw new DataError([{ code: "nobodyConsented", holes: { rows: agreed.length }, place: { file } }]);
  const [rootName] = inOrder(settings).find(([, of]) => of === null)!;
  return { stages, root: whole.get(rootName)!, agreed };
}
