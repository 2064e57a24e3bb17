import { type Problem, refuse } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Table } from "../load/table.js";
import { toCodes } from "./codes.js";
import type { DesignPart } from "./design.js";
import { placeOf, rowProblems } from "./row-problems.js";

/** Which part of the sample each row is in. */
export interface PartRows {
  /** the names of the parts without known probabilities */
  readonly names: readonly string[];
  /** for each row an index into `names`, −1 elsewhere */
  readonly partOf: Int32Array;
  /** for each row 1 if it is in a part that was taken in full */
  readonly census: Uint8Array;
}

/** The name of a part; one without a name is called by what tells its rows. */
function nameOf(part: DesignPart): string {
  return (
    part.name ??
    Object.entries(part.where)
      .map(([column, value]) => `${column}=${value}`)
      .join(",")
  );
}

/** For each row whether all columns hold the values that tell the part. */
function rowsOf(table: Table, part: DesignPart): Uint8Array {
  const mask = new Uint8Array(table.size).fill(1);
  for (const [name, value] of Object.entries(part.where)) {
    const { codes, values } = toCodes(table.columns.get(name)!);
    const wanted = values.indexOf(value);
    for (let row = 0; row < table.size; row++) if (wanted < 0 || codes[row] !== wanted) mask[row] = 0;
  }
  return mask;
}

/**
 * Finds the rows of each part of the sample. A row in no part belongs to the probability sample.
 *
 * @throws {DataError} if a part goes by a column that is not there or has several values a row, or a row is in two parts
 */
export function findParts(table: Table, parts: readonly DesignPart[]): PartRows {
  if (parts.length === 0)
    return { names: [], partOf: new Int32Array(table.size).fill(-1), census: new Uint8Array(table.size) };
  const problems: Problem[] = [];
  for (const name of new Set(parts.flatMap((part) => Object.keys(part.where)))) {
    const column = table.columns.get(name);
    if (column === undefined) problems.push(unknownColumn(name, table));
    else if (column.kind === "multiple")
      problems.push({ code: "multipleInDesign", holes: { name, role: "parts" }, place: placeOf(table) });
  }
  refuse(problems);
  const masks = parts.map((part) => rowsOf(table, part));
  const special = parts.flatMap((part, index) => (part.kind === "nonprobability" ? [index] : []));
  const partOf = new Int32Array(table.size).fill(-1);
  const census = new Uint8Array(table.size);
  const twice: number[] = [];
  for (let row = 0; row < table.size; row++) {
    const within = masks.flatMap((mask, index) => (mask[row] === 1 ? [index] : []));
    if (within.length > 1) twice.push(row);
    partOf[row] = special.indexOf(within[0] ?? -1);
    census[row] = within.length > 0 && parts[within[0]!]!.kind === "census" ? 1 : 0;
  }
  const column = Object.keys(parts[0]?.where ?? {})[0] ?? "";
  const both = (row: number): [DesignPart, DesignPart] =>
    parts.filter((_, index) => masks[index]![row] === 1).slice(0, 2) as [DesignPart, DesignPart];
  refuse(
    rowProblems(table, column, "rowInTwoParts", Int32Array.from(twice), (row) => {
      const [a, b] = both(row);
      return { a: nameOf(a), b: nameOf(b) };
    }),
  );
  return { names: special.map((index) => nameOf(parts[index]!)), partOf, census };
}
