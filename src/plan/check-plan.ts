import type { Problem } from "../errors.js";
import { DataError } from "../errors.js";
import { condition } from "../load/expression.js";
import type { Column, Table } from "../load/table.js";
import type { Settings } from "../study/settings.js";
import { nearest } from "../words/nearest.js";
import type { Indicator } from "./indicator.js";

/** The values that a column can take, where it is classified. */
function valuesOf(column: Column): readonly string[] | undefined {
  return column.kind === "code" || column.kind === "multiple" ? column.levels.map(({ value }) => value) : undefined;
}

function hint(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near.length === 0 ? "" : ` (${near.join(", ")}?)`;
}

/** What a kind of indicator needs its column to be. */
function fits(indicator: Indicator, column: Column): boolean {
  switch (indicator.kind) {
    case "share":
      return column.kind === "code" || column.kind === "number";
    case "multiple":
      return column.kind === "multiple";
    case "difference":
      return indicator.level === null ? column.kind === "number" : column.kind !== "text";
    default:
      return column.kind === "number";
  }
}

/** The problems of one row: every name it uses must exist, and its column must be of the right type. */
function rowProblems(indicator: Indicator, tables: ReadonlyMap<string, Table>, settings: Settings): Problem[] {
  const problems: Problem[] = [];
  const place = { file: settings.files.plan, sheet: "plan", row: indicator.row };
  const add = (code: string, holes: Problem["holes"], column: string): void => {
    problems.push({ code, holes: { id: indicator.id, ...holes }, place: { ...place, column } });
  };
  const table = tables.get(indicator.unit);
  if (table === undefined) {
    add("planUnknownUnit", { name: indicator.unit, known: [...tables.keys()].join(", ") }, "unit");
    return problems;
  }
  const columnOf = (name: string, header: string): Column | undefined => {
    const column = table.columns.get(name);
    if (column === undefined) add("planUnknownColumn", { name, near: hint(name, table.columns.keys()) }, header);
    return column;
  };
  const value = (column: Column | undefined, wanted: string, header: string): void => {
    const values = column === undefined ? undefined : valuesOf(column);
    if (values !== undefined && !values.includes(wanted))
      add("planUnknownValue", { value: wanted, name: column!.name, known: values.slice(0, 12).join(", ") }, header);
  };
  const question = columnOf(indicator.question, "question");
  if (question?.identifying === true) add("planIdentifying", { name: indicator.question }, "question");
  else if (question !== undefined && !fits(indicator, question))
    add("planWrongType", { name: indicator.question, kind: indicator.kind }, "kind");
  if (indicator.level !== null) value(question, indicator.level, "level");
  if (indicator.denominator !== null) columnOf(indicator.denominator, "denominator");
  for (const name of new Set(indicator.by.flat()))
    if (columnOf(name, "by")?.identifying === true) add("planIdentifying", { name }, "by");
  if (indicator.compare !== null) {
    const column = columnOf(indicator.compare.column, "compare");
    for (const side of [indicator.compare.a, indicator.compare.b]) value(column, side, "compare");
  }
  const parts = Object.values(settings.units).flatMap((unit) => unit.design?.parts ?? []);
  const open = parts.filter(({ kind }) => kind === "nonprobability").map(({ name }) => name);
  if (indicator.part !== null && !open.includes(indicator.part))
    add("planUnknownPart", { name: indicator.part, known: open.join(", ") }, "part");
  if (indicator.population !== null)
    try {
      condition(indicator.population, table);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place: { ...place, column: "population" } })));
    }
  return problems;
}

/** Every name in the plan that the data do not have, every column of the wrong type: all of them at once. */
export function planProblems(
  plan: readonly Indicator[],
  tables: ReadonlyMap<string, Table>,
  settings: Settings,
): readonly Problem[] {
  return plan.flatMap((indicator) => rowProblems(indicator, tables, settings));
}
