import { reportText } from "../words/report-texts.js";

/** A narrow space that does not break: between groups of three digits and before the per cent sign in Spanish. */
const NARROW = "\u202f";

/** How many decimals, and for whom. */
export interface NumberFormat {
  readonly decimals: number;
  readonly language: string;
}

/** Decimal digits of a number without an exponent, rounded half away from zero as the number is stored. */
function digits(value: number, decimals: number): string {
  return Math.abs(value) < 1e21 ? Math.abs(value).toFixed(decimals) : BigInt(Math.round(Math.abs(value))).toString();
}

/** Groups of three: in English by commas, in Spanish by narrow spaces from five digits up. */
function grouped(whole: string, language: string): string {
  if (language !== "en" && whole.length < 5) return whole;
  return whole.replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : NARROW);
}

/**
 * A number for people, with the decimal point in both languages.
 *
 * @example
 * formatNumber(-1234.56, { decimals: 1, language: "en" }); // => "−1,234.6"
 */
export function formatNumber(value: number, { decimals, language }: NumberFormat): string {
  const [whole = "0", fraction] = digits(value, decimals).split(".");
  const text = fraction === undefined ? grouped(whole, language) : `${grouped(whole, language)}.${fraction}`;
  // What rounds to zero has no sign.
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A count, without decimals. */
export function formatCount(value: number, language: string): string {
  return formatNumber(value, { decimals: 0, language });
}

/**
 * A share between 0 and 1 as a percentage.
 *
 * @example
 * formatShare(0.583, "en"); // => "58.3%"
 */
export function formatShare(value: number, language: string, decimals: number = 1): string {
  return `${formatNumber(value * 100, { decimals, language })}${language === "en" ? "" : NARROW}%`;
}

/** Where one label of precision ends and the next begins, in per cent. */
const CV_THRESHOLDS = [15, 30];

/**
 * A coefficient of variation, a share of the estimate, as a percentage with one decimal; with more where one would round
 * it up to a threshold of precision that it does not reach.
 *
 * @example
 * formatCv(0.14964, "en"); // => "14.96%"
 */
export function formatCv(cv: number, language: string): string {
  const reaches = (decimals: number) =>
    CV_THRESHOLDS.some((threshold) => cv < threshold / 100 && Number((cv * 100).toFixed(decimals)) >= threshold);
  let decimals = 1;
  while (decimals < 6 && reaches(decimals)) decimals += 1;
  return formatShare(cv, language, decimals);
}

/** A level of confidence, without decimals unless it has some. */
export function formatConfidence(confidence: number, language: string): string {
  return formatShare(confidence, language, Math.abs(confidence * 100 - Math.round(confidence * 100)) < 1e-9 ? 0 : 1);
}

/**
 * A p-value with three decimals; what is smaller says so.
 *
 * @example
 * formatP(0.00002, "en"); // => "< 0.001"
 */
export function formatP(p: number, language: string): string {
  return p < 0.001 ? "< 0.001" : formatNumber(p, { decimals: 3, language });
}

/** An interval by a function that formats its limits; a side that does not exist is said in words. */
export function formatInterval(
  ci: readonly [number | null, number | null],
  limit: (value: number) => string,
  language: string,
): string {
  const [low, high] = ci;
  if (low === null && high === null) return reportText("notApplicable", language);
  if (low === null) return reportText("atMost", language, { value: limit(high!) });
  if (high === null) return reportText("atLeast", language, { value: limit(low) });
  // A dash beside a minus sign reads as two minus signs.
  const between = low < 0 || high < 0 ? ` ${reportText("to", language)} ` : "–";
  return `${limit(low)}${between}${limit(high)}`;
}

/**
 * The decimals of a mean or ratio: three significant digits at most from 10 up, and enough that its standard error is
 * not printed as zero.
 *
 * @example
 * decimalsOf(5234.2, 81); // => 0
 */
export function decimalsOf(value: number, se: number | null): number {
  const size = Math.abs(value);
  let decimals = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  for (let half = 0.5 / [1, 10, 100][decimals]!; decimals < 6 && se !== null && se > 0 && se < half; half /= 10)
    decimals += 1;
  return decimals;
}

const months = {
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/**
 * A date in words from `2022`, `2022-03` or `2022-03-01`; any other text stays as it is.
 *
 * @example
 * formatDate("2022-03-01", "es"); // => "1 de marzo de 2022"
 */
export function formatDate(date: string, language: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  const name = month === undefined ? undefined : months[language === "en" ? "en" : "es"][Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  const words = day === undefined ? [name, year] : [String(Number(day)), name, year];
  return words.join(language === "en" ? " " : " de ");
}
