import { toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { domainMask } from "../design/domain.js";
import { orderBy } from "../design/order.js";
import { placeOf } from "../design/row-problems.js";
import { type Problem, refuse } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Options } from "./estimate.js";

/** Some rows of a design that an estimate is about. */
export interface Group {
  /** the columns' values, as strings; null when nothing was grouped */
  readonly by: Readonly<Record<string, string>> | null;
  /** the rows of the domain that are in the group and have a positive weight, in the order of the design */
  readonly rows: Int32Array;
}

/** The columns that cannot make groups. */
function groupingProblems(design: Design, by: readonly string[]): Problem[] {
  return by.flatMap((name): Problem[] => {
    const column = design.table.columns.get(name);
    if (column === undefined) return [unknownColumn(name, design.table)];
    if (column.kind !== "multiple") return [];
    return [{ code: "multipleInBy", holes: { name }, place: placeOf(design.table) }];
  });
}

/**
 * The groups of a design's domain, in code-point order of their values; a row whose group column is missing is in none. Without
 * columns there is one group, which may be empty.
 *
 * @throws {DataError} if a column is not there or has several values a row, or the domain cannot be told
 */
export function groupsOf(design: Design, options: Options): readonly Group[] {
  const by = [...new Set(options.by ?? [])];
  refuse(groupingProblems(design, by));
  const where = options.where === undefined ? null : domainMask(design.table, options.where);
  const columns = by.map((name) => toCodes(design.table.columns.get(name)!));
  const isIn = (row: number): boolean =>
    design.weights[row]! > 0 &&
    design.domain?.[row] !== 0 &&
    where?.[row] !== 0 &&
    columns.every(({ codes }) => codes[row]! >= 0);
  const rows = design.order.filter(isIn);
  if (by.length === 0) return [{ by: null, rows }];
  const ordered = columns.reduceRight<Int32Array>((list, each) => orderBy(list, each.codes, each.values.length), rows);
  const groups: Group[] = [];
  for (let from = 0; from < ordered.length; ) {
    const first = ordered[from]!;
    const isSame = (row: number): boolean => columns.every(({ codes }) => codes[row] === codes[first]);
    let to = from + 1;
    while (to < ordered.length && isSame(ordered[to]!)) to++;
    const values = by.map((name, at) => [name, columns[at]!.values[columns[at]!.codes[first]!]!]);
    groups.push({ by: Object.freeze(Object.fromEntries(values)), rows: ordered.subarray(from, to) });
    from = to;
  }
  return groups;
}
