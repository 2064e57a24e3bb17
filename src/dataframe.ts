import * as danfo from "danfojs-node";
import type { Estimate } from "./estimate/estimate.js";
import { dayText } from "./load/day.js";
import { type Column, MISSING, type Table } from "./load/table.js";
import type { Released } from "./policy/released.js";

/** What a cell of a data frame holds. */
export type FrameCell = number | string | boolean | null;

/** The names or positions of rows, or for each row whether it is meant, as a comparison of a column gives it. */
export type FrameRows = Series | readonly (number | string | boolean)[];

// The types are told here and not taken from danfojs: a notebook outside of the project cannot name those, so that a cell which
// keeps a frame would not compile.

/** A column of a danfojs data frame: what exploring needs of it. Nothing changes a column; what changes it gives a new one. */
export interface Series {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly index: readonly (number | string)[];
  readonly values: readonly FrameCell[];
  print(): void;
  toString(): string;
  head(rows?: number): Series;
  tail(rows?: number): Series;
  iloc(rows: FrameRows): Series;
  iat(row: number): FrameCell | undefined;
  /** how many rows have a value */
  count(): number;
  sum(): number;
  mean(): number;
  median(): number;
  std(): number;
  var(): number;
  min(): number;
  max(): number;
  describe(): Series;
  unique(): Series;
  nUnique(): number;
  valueCounts(): Series;
  isNa(): Series;
  dropNa(): Series;
  fillNa(value: number | string | boolean): Series;
  sortValues(options?: { readonly ascending?: boolean }): Series;
  round(digits?: number): Series;
  map(change: (value: FrameCell) => FrameCell): Series;
  add(other: Series | number): Series;
  sub(other: Series | number): Series;
  mul(other: Series | number): Series;
  div(other: Series | number): Series;
  eq(other: Series | number | string | boolean): Series;
  ne(other: Series | number | string | boolean): Series;
  lt(other: Series | number): Series;
  le(other: Series | number): Series;
  gt(other: Series | number): Series;
  ge(other: Series | number): Series;
  and(other: Series): Series;
  or(other: Series): Series;
}

/** The groups of a data frame; what sums them up gives a frame with a row for each. */
export interface GroupedFrame {
  readonly ngroups: number;
  /** some columns only */
  col(columns: readonly string[]): GroupedFrame;
  getGroup(keys: readonly (string | number)[]): DataFrame;
  count(): DataFrame;
  size(): DataFrame;
  sum(): DataFrame;
  mean(): DataFrame;
  std(): DataFrame;
  var(): DataFrame;
  min(): DataFrame;
  max(): DataFrame;
  first(): DataFrame;
  last(): DataFrame;
  /** by column one way of summing up, or several: `{ size: ["mean", "max"] }` */
  agg(ways: Readonly<Record<string, string | readonly string[]>>): DataFrame;
}

/** A danfojs data frame: what exploring needs of it. Nothing changes a frame; what changes it gives a new one. */
export interface DataFrame {
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly index: readonly (number | string)[];
  readonly shape: readonly number[];
  /** row by row */
  readonly values: readonly (readonly FrameCell[])[];
  readonly T: DataFrame;
  print(): void;
  toString(): string;
  head(rows?: number): DataFrame;
  tail(rows?: number): DataFrame;
  column(name: string): Series;
  at(row: string | number, column: string): FrameCell | undefined;
  iat(row: number, column: number): FrameCell | undefined;
  loc(what: { readonly rows?: FrameRows; readonly columns?: readonly string[] }): DataFrame;
  /** by position, or a range of them: `{ rows: ["0:10"], columns: [0, 2] }` */
  iloc(what: { readonly rows?: FrameRows; readonly columns?: readonly (string | number)[] }): DataFrame;
  /** the rows of which a condition holds: `frame.query(frame.column("size").gt(4))` */
  query(condition: Series | readonly boolean[]): DataFrame;
  groupby(columns: readonly string[]): GroupedFrame;
  sortValues(column: string, options?: { readonly ascending?: boolean }): DataFrame;
  sortIndex(options?: { readonly ascending?: boolean }): DataFrame;
  resetIndex(): DataFrame;
  describe(): DataFrame;
  selectDtypes(types: readonly string[]): DataFrame;
  addColumn(name: string, values: Series | readonly FrameCell[]): DataFrame;
  drop(what: { readonly columns?: readonly string[]; readonly index?: readonly (string | number)[] }): DataFrame;
  rename(names: Readonly<Record<string, string>>): DataFrame;
  isNa(): DataFrame;
  /** without the rows (axis 1) or columns (axis 0) that lack a value */
  dropNa(options?: { readonly axis: 0 | 1 }): DataFrame;
  fillNa(value: number | string | boolean): DataFrame;
  toCSV(options?: { readonly sep?: string; readonly header?: boolean }): string;
  /** an object for each row */
  toJSON(): object;
}

/** Two frames to join by the columns that both have. */
export interface MergeSpec {
  readonly left: DataFrame;
  readonly right: DataFrame;
  readonly on: readonly string[];
  /** whose rows stay: those of both, of one, or all; defaults to those of both */
  readonly how?: "inner" | "left" | "right" | "outer";
}

/** A column of a data frame under its name. */
type NamedValues = readonly [name: string, values: readonly FrameCell[]];

/** A column as danfojs holds it: numbers with NaN where missing, values of choices as text with null, a choice a column of 1 and 0. */
function seriesOf(column: Column): NamedValues[] {
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
function cellsOf(row: Estimate | Released): Record<string, FrameCell> {
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

function seriesOfRows(rows: readonly (Estimate | Released)[]): NamedValues[] {
  const cells = rows.map(cellsOf);
  const names = new Set(cells.flatMap((each) => Object.keys(each)));
  return [...names].map((name) => [name, cells.map((each) => each[name] ?? null)]);
}

/** The type that danfojs goes by; told, because it would guess one from the first rows. */
function typeOf(values: NamedValues[1]): string {
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
  return new danfo.DataFrame(Object.fromEntries(series), { dtypes }) as DataFrame;
}

/** Two frames as one, a row for each pair of rows that agree in the columns named. */
export function merge(spec: MergeSpec): DataFrame {
  const { left, right, on, how = "inner" } = spec;
  return danfo.merge({ left: left as danfo.DataFrame, right: right as danfo.DataFrame, on: [...on], how }) as DataFrame;
}
