import Papa from "papaparse";

/** What became of one estimate between two runs. */
export type Change = "same" | "moved" | "new" | "gone";

/** One estimate in two runs; `columns` names what moved, `standardErrors` how far the estimate did. */
export interface Compared {
  readonly id: string;
  readonly key: string;
  readonly change: Change;
  readonly columns: readonly string[];
  readonly old?: string;
  readonly new?: string;
  readonly standardErrors?: number;
  /** if true, the reference withheld it and this run shows it: an alarm of its own */
  readonly opened: boolean;
}

/** Numbers that differ by less than this, relatively, are the same: what two processors may make of one formula. */
const TOLERANCE = 1e-9;

type Row = Readonly<Record<string, string>>;

function readRows(csv: string): ReadonlyMap<string, Row> {
  const { data } = Papa.parse<Row>(csv.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
  return new Map(data.map((row) => [`${row.id}\n${row.key}`, row]));
}

/** The columns that hold numbers; all others are codes, in which 01 is not 1. */
const NUMBERS: ReadonlySet<string> = new Set(
  "confidence n households psu cases nMissing weightMissing estimate se cv ciLow ciHigh df nEff deff t p".split(" "),
);

function isSame(column: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (!NUMBERS.has(column)) return false;
  const [x, y] = [Number(a), Number(b)];
  return a !== "" && b !== "" && Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
}

function compareRows(before: Row, after: Row): Compared {
  const columns = Object.keys({ ...before, ...after }).filter(
    (name) => !isSame(name, before[name] ?? "", after[name] ?? ""),
  );
  const [old, now, se] = [Number(before.estimate), Number(after.estimate), Number(before.se)];
  const told = before.estimate !== "" && after.estimate !== "" && se > 0;
  return {
    id: after.id ?? "",
    key: after.key ?? "",
    change: columns.length === 0 ? "same" : "moved",
    columns,
    old: before.estimate ?? "",
    new: after.estimate ?? "",
    ...(told ? { standardErrors: (now - old) / se } : {}),
    opened: before.withheld === "1" && after.withheld !== "1",
  };
}

/**
 * Compares two `estimates.csv`, row by row: same (to a relative 1e-9), moved, new, gone. The order of the rows does not
 * matter.
 */
export function compareEstimates(reference: string, current: string): readonly Compared[] {
  const [before, after] = [readRows(reference), readRows(current)];
  const compared = [...after].map(([key, row]): Compared => {
    const old = before.get(key);
    if (old !== undefined) return compareRows(old, row);
    return { id: row.id ?? "", key: row.key ?? "", change: "new", columns: [], opened: false };
  });
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, row]): Compared => ({ id: row.id ?? "", key: row.key ?? "", change: "gone", columns: [], opened: false }));
  return [...compared, ...gone];
}
