import { max, mean, min, quantileSorted } from "simple-statistics";
import { type Column, MISSING, type MissingKind, type Table } from "../load/table.js";
import type { Texts } from "../words/catalogue.js";

/** What a column holds, each row counted once: for getting to know the data, never for publishing. */
export interface Description {
  readonly name: string;
  readonly label: Texts;
  readonly kind: Column["kind"];
  /** how many rows of each kind: answered, not asked, no answer, don't know, refused */
  readonly rows: Readonly<Record<MissingKind, number>>;
  /** of numbers (a date is days since 1970-01-01); null if nobody answered or the column is none */
  readonly numbers: {
    readonly min: number;
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
    readonly max: number;
    readonly mean: number;
  } | null;
  /** how many rows chose each level, in the order of the column; null if it has none */
  readonly levels: readonly { readonly value: string; readonly label: Texts; readonly count: number }[] | null;
}

function numbersOf(column: Column): Description["numbers"] {
  if (column.kind !== "number") return null;
  const answered = column.values.filter((_, row) => column.missing[row] === MISSING.answered).sort();
  if (answered.length === 0) return null;
  const values = Array.from(answered);
  const quarter = (share: number): number => quantileSorted(values, share);
  return {
    min: min(values),
    lower: quarter(0.25),
    median: quarter(0.5),
    upper: quarter(0.75),
    max: max(values),
    mean: mean(values),
  };
}

function levelsOf(column: Column): Description["levels"] {
  if (column.kind === "multiple")
    return column.levels.map((level, index) => ({
      ...level,
      count: column.chosen[index]!.reduce((sum, chosen) => sum + chosen, 0),
    }));
  if (column.kind !== "code") return null;
  const counts = new Int32Array(column.levels.length);
  for (const [row, code] of column.codes.entries())
    if (column.missing[row] === MISSING.answered) counts[code] = counts[code]! + 1;
  return column.levels.map((level, index) => ({ ...level, count: counts[index]! }));
}

/**
 * What a column holds, unweighted: how many answered and why the others did not, quartiles and mean of numbers, counts of levels.
 *
 * @throws {Error} if the table has no such column
 */
export function describe(table: Table, column: string): Description {
  const found = table.columns.get(column);
  if (found === undefined) throw new Error(`unknown column: "${column}"`);
  const rows = { answered: 0, notAsked: 0, noAnswer: 0, dontKnow: 0, refused: 0 };
  const kinds = Object.keys(MISSING) as MissingKind[];
  for (const code of found.missing) rows[kinds[code]!]++;
  const { name, label, kind } = found;
  return { name, label, kind, rows, numbers: numbersOf(found), levels: levelsOf(found) };
}
