import type { Released } from "../policy/released.js";
import { whereText } from "../present/where-text.js";
import { plainText } from "../words/plain-text.js";
import { reportText } from "../words/report-texts.js";
import type { Run } from "./run.js";

/**
 * A number for machines: 12 significant digits, a decimal point, no groups; blank where there is none.
 *
 * @example
 * machineNumber(0.1 + 0.2); // => "0.3"
 */
export function machineNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "";
  const rounded = Number(value.toPrecision(12));
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/**
 * A text that a spreadsheet takes for a text: one that begins like a formula gets an apostrophe before it. A code that is
 * a plain number, such as -99, stays as it is.
 */
function cellText(text: string): string {
  const plain = plainText(text);
  const isFormula = /^\s*[=+\-@\t\r]/.test(plain) && !/^-\d+(\.\d+)?$/.test(plain);
  const safe = isFormula ? `'${plain}` : plain;
  return /[",\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The columns of estimates.csv: a name, and the cell of a row. */
const columns: readonly (readonly [string, (row: Released) => string])[] = [
  ["id", (row) => cellText(row.id)],
  ["key", (row) => cellText(row.key)],
  ["unit", (row) => cellText(row.unit)],
  ["statistic", (row) => cellText(row.statistic)],
  ["variable", (row) => cellText(row.variable)],
  ["level", (row) => cellText(row.level ?? "")],
  [
    "between",
    ({ between }) => (between === undefined ? "" : cellText(`${between.column}: ${between.a} > ${between.b}`)),
  ],
  ["by", (row) => cellText(whereText(row.by))],
  ["where", (row) => cellText(whereText(row.where))],
  ["part", (row) => cellText(row.part ?? "")],
  ["confidence", (row) => machineNumber(row.confidence)],
  ["n", (row) => machineNumber(row.n)],
  ["households", (row) => machineNumber(row.households)],
  ["psu", (row) => machineNumber(row.psu)],
  ["cases", (row) => machineNumber(row.cases)],
  ["nMissing", (row) => machineNumber(row.nMissing)],
  ["weightMissing", (row) => machineNumber(row.weightMissing)],
  ["estimate", (row) => machineNumber(row.estimate)],
  ["se", (row) => machineNumber(row.se)],
  ["cv", (row) => machineNumber(row.cv)],
  ["ciLow", (row) => machineNumber(row.ci?.[0])],
  ["ciHigh", (row) => machineNumber(row.ci?.[1])],
  ["df", (row) => machineNumber(row.df)],
  ["nEff", (row) => machineNumber(row.nEff)],
  ["deff", (row) => machineNumber(row.deff)],
  ["t", (row) => machineNumber(row.t)],
  ["p", (row) => machineNumber(row.p)],
  ["precision", (row) => row.precision ?? ""],
  ["withheld", (row) => (row.withheld ? "1" : "0")],
  ["reason", (row) => cellText(row.reason ?? "")],
];

/**
 * All released estimates for machines: a row an estimate, one value a column, blank where there is none, `withheld` 1 or
 * 0. The first column of invented data says so in each row. UTF-8 with the mark by which Excel knows it, lines ended as
 * RFC 4180 has it.
 */
export function reportCsv(run: Run): string {
  const mark = run.synthetic ? [cellText(reportText("synthetic", "es"))] : [];
  const head = [...(run.synthetic ? ["mark"] : []), ...columns.map(([name]) => name)];
  const lines = run.estimates.map((row) => [...mark, ...columns.map(([, cell]) => cell(row))]);
  return `\ufeff${[head, ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}
