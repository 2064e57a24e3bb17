import type { Problem } from "../errors.js";
import type { UnitSettings } from "../study/settings.js";
import { cellText } from "./column.js";
import { unknownColumn } from "./expression.js";
import { MISSING, type NumberColumn, type Table } from "./table.js";
import { cellAt, placeOf, type UnitSheet } from "./unit-sheet.js";
import { withColumn } from "./with-column.js";

/** The column in which every weighted table has the weight of its rows. */
export const WEIGHT = "_weight";

const label = { es: "Factor de expansión", en: "Weight" };

/** Whether a row is in a part of the sample without known probabilities: it needs no weight. */
function isUnweighted(table: Table, settings: UnitSettings): (row: number) => boolean {
  const parts = (settings.design?.parts ?? []).filter(({ kind }) => kind === "nonprobability");
  const holds = (name: string, value: string): ((row: number) => boolean) => {
    const column = table.columns.get(name);
    if (column?.kind === "code") return (row) => column.levels[column.codes[row]!]?.value === value;
    return column?.kind === "number" ? (row) => String(column.values[row]) === value : () => false;
  };
  const tests = parts.map(({ where }) => Object.entries(where).map(([name, value]) => holds(name, value)));
  return (row) => tests.some((part) => part.every((test) => test(row)));
}

/**
 * A column's numbers as the cells have them: one text among them makes the whole column one of texts, and a number that
 * elsewhere stands for "don't know" is here a number. NaN where there is none.
 */
function numbersOf(unit: UnitSheet, size: number, name: string): Float64Array {
  const at = unit.headers.indexOf(name);
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
  return Float64Array.from({ length: size }, (_, row) => {
    const text = cellText(cellAt(unit, row, at));
    return isNumber.test(text) && Number.isFinite(Number(text)) ? Number(text) : Number.NaN;
  });
}

/** What is wrong with a column of weights or factors, cell by cell. */
function numberProblems(
  unit: UnitSheet,
  { name, values }: { readonly name: string; readonly values: Float64Array },
  free: (row: number) => boolean,
): Problem[] {
  const at = unit.headers.indexOf(name);
  const problems: Problem[] = [];
  let positive = false;
  for (const [row, value] of values.entries()) {
    const text = cellText(cellAt(unit, row, at));
    if (value > 0) positive = true;
    if (value >= 0 || (text === "" && free(row))) continue;
    const code = text === "" ? "missingWeight" : Number.isNaN(value) ? "weightNotANumber" : "negativeWeight";
    problems.push({ code, holes: { name, value: text }, place: placeOf(unit, row, at) });
  }
  const someone = values.some((_, row) => !free(row));
  const place = { file: unit.file, sheet: unit.sheet.name };
  if (problems.length === 0 && !positive && someone) problems.push({ code: "weightsAllZero", holes: { name }, place });
  const more = { code: "moreProblems", holes: { count: problems.length - 5, name }, place };
  return problems.length > 6 ? [...problems.slice(0, 5), more] : problems;
}

function toWeight(values: Float64Array): NumberColumn {
  const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? MISSING.noAnswer : MISSING.answered));
  return { kind: "number", name: WEIGHT, label, missing, values };
}

/**
 * Gives a table the weight of its rows as the column `_weight`: the study's weight for the sampled unit; for a unit inside another the
 * parent's times its own factor. Without weights the table stays as it is. The columns of the design must be there. `dropped` flags the
 * households that will not be analysed, which need no weight.
 */
export function weigh(
  unit: UnitSheet,
  table: Table,
  parent: Table | null,
  dropped: Uint8Array,
): { table: Table; problems: readonly Problem[] } {
  const { settings } = unit;
  const path = `units.${unit.unit}`;
  const named = (name: string, key: string): Problem[] =>
    table.columns.has(name)
      ? []
      : [{ ...unknownColumn(name, table), place: { file: "study.json", path: `${path}.${key}` } }];
  if (parent !== null) {
    const above = parent.columns.get(WEIGHT);
    const name = settings.factor;
    if (name !== undefined && !table.columns.has(name)) return { table, problems: named(name, "factor") };
    // whom the study gives no weight, or drops, has no factor either
    const free = (row: number): boolean =>
      dropped[table.household![row]!] === 1 || above?.missing[table.parent![row]!] === MISSING.noAnswer;
    const own = name === undefined ? undefined : numbersOf(unit, table.size, name);
    const problems = name === undefined ? [] : numberProblems(unit, { name, values: own! }, free);
    if (above?.kind !== "number") return { table, problems };
    const values = Float64Array.from(
      table.parent!,
      (row, index) => above.values[row]! * (own === undefined ? 1 : own[index]!),
    );
    return { table: withColumn(table, toWeight(values)), problems };
  }
  const design = settings.design ?? { weights: null };
  const problems = (["strata", "clusters", "fpc"] as const).flatMap((key) =>
    (design[key] ?? []).flatMap((name) => named(name, `design.${key}`)),
  );
  if (design.weights === null) return { table, problems };
  const name = design.weights;
  if (!table.columns.has(name)) return { table, problems: [...problems, ...named(name, "design.weights")] };
  const unweighted = isUnweighted(table, settings);
  const values = numbersOf(unit, table.size, name);
  problems.push(...numberProblems(unit, { name, values }, (row) => dropped[row] === 1 || unweighted(row)));
  return { table: withColumn(table, toWeight(values)), problems };
}
