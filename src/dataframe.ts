import { DataFrame } from "danfojs-node";
import type { Estimate } from "./estimate/estimate.js";
import { dayText } from "./load/day.js";
import { type Column, MISSING, type Table } from "./load/table.js";
import type { Released } from "./policy/released.js";

/** A column of a data frame under its name. */
type Series = readonly [name: string, values: readonly (number | string | boolean | null)[]];

/** A column as danfojs holds it: numbers with NaN where missing, values of choices as text with null, a choice a column of 1 and 0. */
function seriesOf(column: Column): Series[] {
  const { name, missing } = column;
  const answered = (row: number): boolean => missing[row] === MISSING.answered;
  if (column.kind === "multiple")
    return column.levels.map(({ value }, level) => [
      `${name}/${value}`,
      Array.from(column.chosen[level]!, (chosen, row) => (answered(row) ? chosen : Number.NaN)),
    ]);
  if (column.kind === "code")
    return [[name, Array.from(column.codes, (code, row) => (answered(row) ? column.levels[code]!.value : null))]];
  if (column.kind === "text") return [[name, column.values.map((value, row) => (answered(row) ? value : null))]];
  const value = (each: number): number | string => (column.isDate === true ? dayText(each) : each);
  const none = column.isDate === true ? null : Number.NaN;
  return [[name, Array.from(column.values, (each, row) => (answered(row) ? value(each) : none))]];
}

/** The cells of an estimate: groups, limits and sides each in a column of their own; what is null or withheld stays null. */
function cellsOf(row: Estimate | Released): Record<string, number | string | boolean | null> {
  const { by, ci, between, where, contrast, against, margin, ciEquivalence: inner, ...rest } = row;
  const condition = where === null || typeof where === "string" ? where : JSON.stringify(where);
  const sides = between === undefined ? {} : { between: between.column, a: between.a, b: between.b };
  const weights =
    contrast === undefined ? {} : { between: contrast.column, contrast: JSON.stringify(contrast.coefficients) };
  const figure = against === undefined ? {} : { against: against.value, againstSe: against.se, source: against.source };
  const within = margin === undefined ? {} : { marginLow: margin[0], marginHigh: margin[1] };
  const equivalence =
    inner === undefined ? {} : { lowEquivalence: inner?.[0] ?? null, highEquivalence: inner?.[1] ?? null };
  const compared = { ...sides, ...weights, ...figure, ...within, ...equivalence };
  return { ...by, ...compared, where: condition, ...rest, low: ci?.[0] ?? null, high: ci?.[1] ?? null };
}

function seriesOfRows(rows: readonly (Estimate | Released)[]): Series[] {
  const cells = rows.map(cellsOf);
  const names = new Set(cells.flatMap((each) => Object.keys(each)));
  return [...names].map((name) => [name, cells.map((each) => each[name] ?? null)]);
}

/** The type that danfojs goes by; told, because it would guess one from the first rows. */
function typeOf(values: Series[1]): string {
  const first = values.find((value) => value !== null);
  return typeof first === "boolean" ? "boolean" : typeof first === "number" ? "float32" : "string";
}

/**
 * A table or a list of estimates as a danfojs data frame, to explore with `groupby`, `sortValues`, `describe`. Nothing is computed
 * in it that is published. Its "float32" is only a name: numbers keep all their digits.
 *
 * @throws {Error} if there are no rows, for danfojs has no frame without them
 */
export function toDataFrame(data: Table | readonly (Estimate | Released)[]): DataFrame {
  const series = "columns" in data ? [...data.columns.values()].flatMap(seriesOf) : seriesOfRows(data);
  if (series.length === 0) throw new Error("toDataFrame requires at least one row");
  const dtypes = series.map(([, values]) => typeOf(values));
  return new DataFrame(Object.fromEntries(series), { dtypes });
}
