import type { Released } from "../policy/released.js";
import { reportText } from "../words/report-texts.js";
import { decimalsOf, formatCount, formatCv, formatInterval, formatNumber, formatP, formatShare } from "./format.js";
import { NOT_GENERAL, PRECISION } from "./theme.js";

/** An estimate's numbers as a reader sees them; null where there is none. */
export interface Shown {
  readonly estimate: string | null;
  readonly se: string | null;
  readonly cv: string | null;
  readonly interval: string | null;
  readonly p: string | null;
  readonly n: string | null;
  readonly households: string | null;
  /** the symbol of precision and the sign of what cannot be generalised */
  readonly marks: string;
}

/** Whether a row is a share of something, shown as a percentage. */
export function isShare(row: Released): boolean {
  return row.statistic === "proportion" || row.statistic === "cumulative";
}

/** Whether a row is a difference of shares, shown in percentage points. */
export function isPoints(row: Released): boolean {
  return isGap(row) && row.level !== undefined;
}

/** Whether a row says by how much groups differ, or a group and a figure from elsewhere: 0 is no difference. */
function isGap(row: Released): boolean {
  return row.statistic === "difference" || row.statistic === "contrast";
}

/** How numbers on the scale of a row's estimate are written: its limits and standard error alike. */
function scale(row: Released, language: string): (value: number) => string {
  if (isShare(row)) return (value) => formatShare(value, language);
  if (isPoints(row)) return (value) => formatNumber(value * 100, { decimals: 1, language });
  const decimals = row.statistic === "total" ? 0 : decimalsOf(row.estimate ?? 0, row.se);
  return (value) => formatNumber(value, { decimals, language });
}

/** A difference wears its sign. */
function signed(row: Released, text: string): string {
  return isGap(row) && (row.estimate ?? 0) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The symbols beside an estimate. */
export function marksOf(row: Released): string {
  const precision = row.precision === null ? "" : PRECISION[row.precision].symbol;
  return row.part === undefined ? precision : `${precision}${NOT_GENERAL}`;
}

/** An interval's text without the unit of its lower limit: `57.7–73.8 %`. */
function intervalText(row: Released, number: (value: number) => string, language: string): string | null {
  if (row.ci === null) return null;
  const text = formatInterval(row.ci, number, language);
  return isShare(row) ? text.replace(/[\u202f]?%(?=–)/, "") : text;
}

/**
 * An estimate's numbers in words of one language. A withheld row has none, not even its count.
 */
export function shown(row: Released, language: string): Shown {
  if (row.withheld)
    return { estimate: null, se: null, cv: null, interval: null, p: null, n: null, households: null, marks: "" };
  const number = scale(row, language);
  const estimate = row.estimate === null ? null : signed(row, number(row.estimate));
  const tested = row.pAdjusted ?? row.p ?? null;
  const points = (text: string) => (isPoints(row) ? reportText("points", language, { value: text }) : text);
  return {
    estimate: estimate === null ? null : points(estimate),
    se: row.se === null ? null : number(row.se),
    cv: row.cv === null || isGap(row) || row.statistic === "groupRatio" ? null : formatCv(row.cv, language),
    interval: intervalText(row, number, language),
    p: tested === null ? null : formatP(tested, language),
    n: row.n === null ? null : formatCount(row.n, language),
    households: row.households === null ? null : formatCount(row.households, language),
    marks: marksOf(row),
  };
}
