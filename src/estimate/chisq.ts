import { type Codes, toCodes } from "../design/codes.js";
import type { Design } from "../design/design.js";
import { fUpper } from "../math/distributions.js";
import { partOf } from "./answer.js";
import { type Group, groupsOf } from "./by.js";
import { addUpCells } from "./cells.js";
import { groupingColumn } from "./compared.js";
import { answered } from "./count.js";
import { covariance } from "./covariance.js";
import { degreesOfFreedom } from "./degrees.js";
import type { Estimate, Options, Reason } from "./estimate.js";
import { checked, usableRows } from "./find-column.js";
import { estimateKey } from "./key.js";
import { logOdds, raoScott } from "./rao-scott.js";

/** The test of two questions having nothing to do with each other. */
export interface ChisqTest extends Pick<Estimate, "key" | "unit" | "by" | "where" | "n" | "psu" | "nMissing"> {
  readonly statistic: "chisq";
  readonly rows: string;
  readonly columns: string;
  /** the statistic, and the degrees of freedom of its distribution, which need not be whole */
  readonly F: number | null;
  readonly ndf: number | null;
  readonly ddf: number | null;
  readonly p: number | null;
  readonly reason: Reason | null;
}

/** The numbers of a test. */
type Test = Pick<ChisqTest, "F" | "ndf" | "ddf" | "p" | "reason" | "psu">;

function without(reason: Reason): Omit<Test, "psu"> {
  return { F: null, ndf: null, ddf: null, p: null, reason };
}

/** The place of each code of a column among those that some rows have, and how many these are. */
function renumbered(
  { codes, values }: Codes,
  rows: Int32Array,
): { readonly places: Int32Array; readonly count: number } {
  const places = new Int32Array(values.length).fill(-1);
  for (let at = 0; at < rows.length; at++) places[codes[rows[at]!]!] = 0;
  let count = 0;
  for (let code = 0; code < places.length; code++) if (places[code] === 0) places[code] = count++;
  return { places, count };
}

/** The test over the rows that answered both questions. */
function test(design: Design, rows: Int32Array, a: Codes, b: Codes): Test {
  const [first, second] = [renumbered(a, rows), renumbered(b, rows)];
  const columns = second.count;
  const cellOf = (row: number): number => first.places[a.codes[row]!]! * columns + second.places[b.codes[row]!]!;
  const { sums, columns: ofCells } = addUpCells(design, rows, cellOf, first.count * columns);
  const { psu } = sums;
  if (rows.length === 0) return { ...without("nobody answered"), psu };
  if (first.count < 2 || columns < 2) return { ...without("no variation"), psu };
  const df = degreesOfFreedom(design, rows, sums);
  if (df <= 0 && !sums.isCensus) return { ...without("no degrees of freedom"), psu };
  const cells = { rows: first.count, columns, shares: sums.totals.map((total) => total / sums.weight) };
  const found = raoScott(cells, covariance(design, rows, sums, logOdds(cells, ofCells)));
  if (found === undefined) return { ...without("empty cells"), psu };
  const { F, ndf } = found;
  if (F === null) return { ...without("no sampling error"), psu };
  return { F, ndf, ddf: ndf * df, p: fUpper(F, ndf, ndf * df), reason: null, psu };
}

/**
 * Whether two questions have something to do with each other: Pearson's statistic of the weighted table, corrected for the design in
 * the second order of Rao and Scott (1984, _Annals of Statistics_ 12), and compared with an F distribution (Thomas and Rao 1987).
 *
 * Pearson's X² of weighted shares behaves as a sum of δ_i χ²_1, where the δ are the design effects of the table's log odds ratios:
 * the eigenvalues of a matrix Δ. F is X² / tr Δ with tr(Δ)² / tr(Δ²) degrees of freedom, and that many times the primary units less strata below.
 *
 * Rows need both answers. Only values that occur count. No interval, no direction: look at the shares for those.
 *
 * @returns a row a group; null with a reason where a question has one value only, or so many cells are empty that nothing can be told
 * @throws {DataError} if a column is not there or has several values a row, or a part without known probabilities would be mixed in
 * @example
 * chisq(households, "water_source", "displaced", { by: ["municipality"] });
 */
export function chisq(design: Design, rows: string, columns: string, options: Options = {}): readonly ChisqTest[] {
  const [above, beside] = [groupingColumn(design, rows), groupingColumn(design, columns)];
  const both = usableRows(above);
  const second = usableRows(beside);
  const usable = both.map((value, row) => value & second[row]!);
  const [a, b] = [toCodes(above), toCodes(beside)];
  const { where = null } = checked(options);
  const statistic = "chisq";
  const variable = `${rows}×${columns}`;
  const { unit } = design.table;
  const row = ({ by, rows: all }: Group): ChisqTest => {
    const part = partOf(design, all, { statistic, variable });
    const { rows: asked, missing } = answered(design, all, usable);
    const key = estimateKey({ unit, statistic, variable, by, where, ...(part === undefined ? {} : { part }) });
    const found = test(design, asked, a, b);
    const numbers = part === undefined ? found : { ...found, ...without("not a probability sample") };
    return Object.freeze({
      key,
      unit,
      statistic,
      rows,
      columns,
      by,
      where,
      n: asked.length,
      nMissing: missing.n,
      ...numbers,
    });
  };
  return Object.freeze(groupsOf(design, options).map(row));
}
