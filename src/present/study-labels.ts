import type { Table } from "../load/table.js";
import type { Indicator } from "../plan/indicator.js";
import type { Settings } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";
import type { Labels } from "./block.js";

/** The labels of every column of the tables, and of the values of those that are classified. */
function columnLabels(tables: Iterable<Table>): Pick<Labels, "columns" | "values"> {
  const columns: Record<string, Texts> = Object.create(null) as Record<string, Texts>;
  const values: Record<string, Record<string, Texts>> = Object.create(null) as Record<string, Record<string, Texts>>;
  for (const table of tables)
    for (const column of table.columns.values()) {
      if (column.identifying === true || column.name in columns) continue;
      columns[column.name] = column.label;
      if (column.kind === "code" || column.kind === "multiple")
        values[column.name] = Object.fromEntries(column.levels.map(({ value, label }) => [value, label]));
    }
  return { columns, values };
}

/** What a block needs to be read without the study: labels, source, universes, the plan's titles. */
export interface StudyLabels extends Omit<Labels, "universe"> {
  /** the universe of each unit of analysis */
  readonly universes: Readonly<Record<string, Texts>>;
}

/** The labels of a whole study. */
export function studyLabels(
  tables: ReadonlyMap<string, Table>,
  plan: readonly Indicator[],
  settings: Settings,
): StudyLabels {
  return {
    ...columnLabels(tables.values()),
    source: settings.source,
    universes: Object.fromEntries(Object.entries(settings.units).map(([name, unit]) => [name, unit.universe])),
    indicators: Object.fromEntries(
      plan.map(({ id, title, kind, universe }) => [
        id,
        { label: title, kind, ...(universe === null ? {} : { universe }) },
      ]),
    ),
    parts: Object.fromEntries(
      Object.values(settings.units).flatMap((unit) =>
        (unit.design?.parts ?? []).map(({ name, label }) => [name, label]),
      ),
    ),
    synthetic: settings.synthetic,
  };
}

/** The columns that a row names: what it measures, its groups, its sides. */
function namesIn(row: {
  variable: string;
  by: Readonly<Record<string, string>> | null;
  between?: { column: string };
}): string[] {
  const names = [row.variable, ...row.variable.split("/"), ...Object.keys(row.by ?? {})];
  return row.between === undefined ? names : [...names, row.between.column];
}

/** The part of a study's labels that some rows need: what a block carries with it. */
export function labelsFor(
  rows: readonly (Parameters<typeof namesIn>[0] & { id: string; unit: string })[],
  all: StudyLabels,
): Labels {
  const names = new Set(rows.flatMap(namesIn));
  const ids = new Set(rows.map(({ id }) => id));
  const pick = <T>(from: Readonly<Record<string, T>>, wanted: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(from).filter(([name]) => wanted.has(name)));
  return {
    columns: pick(all.columns, names),
    values: pick(all.values, names),
    source: all.source,
    universe: all.universes[rows[0]?.unit ?? ""] ?? { es: "" },
    indicators: pick(all.indicators, ids),
    ...(all.parts === undefined ? {} : { parts: all.parts }),
    synthetic: all.synthetic,
  };
}
