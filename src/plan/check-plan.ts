import type { Problem } from "../errors.js";
import { DataError } from "../errors.js";
import { condition, variablesOf } from "../load/expression.js";
import type { Column, Table } from "../load/table.js";
import type { Settings } from "../study/settings.js";
import { nearest } from "../words/nearest.js";
import type { Indicator } from "./indicator.js";
import { cellPlace } from "./read-plan.js";

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
      // without a list of choices, the rows of a withheld group would say which values occur in it
      return (
        (column.kind === "code" && column.choices === true) || (indicator.level !== null && column.kind !== "text")
      );
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
  const place = (header: string): Problem["place"] =>
    cellPlace(settings.files.plan, indicator.row, header, indicator.cells);
  const add = (code: string, holes: Problem["holes"], header: string): void => {
    problems.push({ code, holes: { id: indicator.id, ...holes }, place: place(header) });
  };
  const table = tables.get(indicator.unit);
  if (table === undefined) {
    add("planUnknownUnit", { name: indicator.unit, known: [...tables.keys()].join(", ") }, "unit");
    return problems;
  }
  const columnOf = (name: string, header: string): Column | undefined => {
    const column = table.columns.get(name);
    if (column === undefined) add("planUnknownColumn", { name, near: hint(name, table.columns.keys()) }, header);
    if (column?.identifying !== true) return column;
    add("planIdentifying", { name }, header);
    return undefined;
  };
  const value = (column: Column | undefined, wanted: string, header: string): void => {
    const values = column === undefined ? undefined : valuesOf(column);
    if (values !== undefined && !values.includes(wanted))
      add("planUnknownValue", { value: wanted, name: column!.name, known: values.slice(0, 12).join(", ") }, header);
  };
  const question = columnOf(indicator.question, "question");
  if (question !== undefined && !fits(indicator, question))
    add("planWrongType", { name: indicator.question, kind: indicator.kind }, "kind");
  if (indicator.level !== null) value(question, indicator.level, "level");
  const below = indicator.denominator === null ? undefined : columnOf(indicator.denominator, "denominator");
  if (below !== undefined && below.kind !== "number")
    add("planWrongType", { name: below.name, kind: indicator.kind }, "denominator");
  for (const name of new Set(indicator.by.flat())) columnOf(name, "by");
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
      // the condition itself is printed, and it may hold somebody's name
      for (const name of variablesOf(indicator.population)) columnOf(name, "population");
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place: place("population") })));
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
