import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { domainMask } from "../design/domain.js";
import { orderBy } from "../design/order.js";
import { placeOf } from "../design/row-problems.js";
import { type Problem, refuse } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Options } from "./estimate.js";
import { rowsWith } from "./rows-with.js";

/** Some rows of a design that an estimate is about. */
export interface Group {
  /** the columns' values, as strings; null when nothing was grouped */
  readonly by: Readonly<Record<string, string>> | null;
  /** the rows of the domain that are in the group and have a positive weight, in the order of the design */
  readonly rows: Int32Array;
}

/** So many groupings of a design are kept: a plan asks the same few of every indicator. */
const KEPT = 8;

const known = new WeakMap<Design, Map<string, readonly Group[]>>();

/** The columns that cannot make groups. */
function groupingProblems(design: Design, by: readonly string[]): Problem[] {
  return by.flatMap((name): Problem[] => {
    const column = design.table.columns.get(name);
    if (column === undefined) return [unknownColumn(name, design.table)];
    if (column.kind !== "multiple") return [];
    return [{ code: "multipleInBy", holes: { name }, place: placeOf(design.table) }];
  });
}

/** The rows of the domain with a positive weight, in the order of the design. */
function domainRows(design: Design, where: Options["where"]): Int32Array {
  const { weights, domain, order } = design;
  const asked = where === undefined ? null : domainMask(design.table, where);
  const isIn = new Uint8Array(weights.length);
  for (let row = 0; row < isIn.length; row++)
    isIn[row] =
      weights[row]! > 0 && (domain === null || domain[row] !== 0) && (asked === null || asked[row] !== 0) ? 1 : 0;
  return rowsWith(order, isIn);
}

/** Rows split by columns, in the order of their values. */
function split(design: Design, all: Int32Array, by: readonly string[]): readonly Group[] {
  const columns = by.map((name) => toCodes(design.table.columns.get(name)!));
  const hasAll = new Uint8Array(design.table.size).fill(1);
  for (const { codes } of columns) for (let row = 0; row < hasAll.length; row++) if (codes[row]! < 0) hasAll[row] = 0;
  const rows = rowsWith(all, hasAll);
  const ordered = columns.reduceRight<Int32Array>((list, each) => orderBy(list, each.codes, each.values.length), rows);
  const begins = new Uint8Array(ordered.length);
  for (const { codes } of columns)
    for (let at = 1; at < ordered.length; at++) if (codes[ordered[at]!] !== codes[ordered[at - 1]!]) begins[at] = 1;
  const groups: Group[] = [];
  for (let from = 0; from < ordered.length; ) {
    const first = ordered[from]!;
    const next = begins.indexOf(1, from + 1);
    const to = next < 0 ? ordered.length : next;
    const values = by.map((name, at) => [name, columns[at]!.values[columns[at]!.codes[first]!]!]);
    groups.push({ by: Object.freeze(Object.fromEntries(values)), rows: ordered.subarray(from, to) });
    from = to;
  }
  return groups;
}

/**
 * The groups of a design's domain, in code-point order of their values; a row whose group column is missing is in none. Without
 * columns there is one group, which may be empty; with `total` that one comes after the others.
 *
 * @throws {DataError} if a column is not there or has several values a row, or the domain cannot be told
 */
export function groupsOf(design: Design, options: Options): readonly Group[] {
  const by = [...new Set(options.by ?? [])];
  const before = known.get(design) ?? new Map<string, readonly Group[]>();
  known.set(design, before);
  const asked = JSON.stringify([by, options.where ?? null, options.total === true]);
  const found = before.get(asked);
  if (found !== undefined) return found;
  refuse(groupingProblems(design, by));
  const rows = domainRows(design, options.where);
  const all = by.length === 0 || options.total === true ? [{ by: null, rows }] : [];
  const groups = Object.freeze([...(by.length === 0 ? [] : split(design, rows, by)), ...all]);
  if (before.size >= KEPT) before.delete(before.keys().next().value!);
  before.set(asked, groups);
  return groups;
}
