import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { Labels } from "./block.js";
import { formatNumber } from "./format.js";

/** The value of a record's own key; a column may be called `constructor`. */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The label of a column, or its name. */
export function columnLabel(labels: Labels, column: string, language: string): string {
  const texts = own(labels.columns, column);
  return texts === undefined ? column : inLanguage(texts, language) || column;
}

/** The label of a value of a column, or the value. */
export function valueLabel(labels: Labels, column: string, value: string, language: string): string {
  const texts = own(own(labels.values, column), value);
  return texts === undefined ? value : inLanguage(texts, language) || value;
}

/** A value as it can stand alone: a yes or no is said with the question that it answers. */
export function spokenLabel(labels: Labels, column: string, value: string, language: string): string {
  const label = valueLabel(labels, column, value, language);
  return /^(s[ií]|no|yes)$/i.test(label) ? `${columnLabel(labels, column, language)}: ${label}` : label;
}

/** The label of a row's indicator, or its id. */
export function indicatorLabel(labels: Labels, id: string, language: string): string {
  const indicator = own(labels.indicators, id);
  return indicator === undefined ? id : inLanguage(indicator.label, language) || id;
}

/** The label of the part of the sample that a row describes. */
export function partLabel(labels: Labels, part: string, language: string): string {
  const texts = own(labels.parts, part);
  return texts === undefined ? part : inLanguage(texts, language) || part;
}

/** The columns of the rows' groups, in the order in which they first occur. */
export function groupColumns(rows: readonly Released[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.by ?? {})))];
}

/**
 * A row's value in a group column; where it has none, its part of the sample or `Total`. `say` names a value: under the
 * column's title its label is enough, elsewhere it has to stand alone.
 */
export function groupLabel(
  labels: Labels,
  row: Released,
  column: string,
  language: string,
  say: typeof valueLabel = spokenLabel,
): string {
  const value = own(row.by ?? {}, column);
  if (value !== undefined) return say(labels, column, value, language);
  return row.part === undefined ? reportText("total", language) : partLabel(labels, row.part, language);
}

/** What a contrast counts each group for: `1 × ash, −1 × elm`. */
function contrastLabel(
  labels: Labels,
  { column, coefficients }: NonNullable<Released["contrast"]>,
  language: string,
): string {
  return Object.entries(coefficients)
    .map(
      ([group, times]) =>
        `${formatNumber(times, { decimals: Number.isInteger(times) ? 0 : 2, language })} × ${valueLabel(labels, column, group, language)}`,
    )
    .join(", ");
}

/** What is compared, in words: the second less, or over, the first; the groups of a contrast; a figure from elsewhere. */
export function comparisonLabel(labels: Labels, row: Released, language: string): string {
  if (row.against !== undefined) return reportText("lessFigure", language, { source: row.against.source });
  if (row.contrast !== undefined) return contrastLabel(labels, row.contrast, language);
  if (row.between === undefined) return "";
  const { column, a, b } = row.between;
  return reportText(row.statistic === "groupRatio" ? "over" : "minus", language, {
    a: valueLabel(labels, column, a, language),
    b: spokenLabel(labels, column, b, language),
  });
}

/** What tells a row from the others of its indicator: answer, comparison, group and part, joined. */
export function rowLabel(labels: Labels, row: Released, language: string): string {
  const groups = Object.entries(row.by ?? {}).map(([column, value]) => spokenLabel(labels, column, value, language));
  const part = row.part === undefined ? [] : [partLabel(labels, row.part, language)];
  // A yes is what the indicator's own label says.
  const plain = row.level === undefined || /^(s[ií]|yes|true|1)$/i.test(row.level);
  const level = plain ? [] : [valueLabel(labels, row.variable, row.level ?? "", language)];
  const parts = [...level, comparisonLabel(labels, row, language), ...groups, ...part].filter((text) => text !== "");
  return parts.length === 0 ? reportText("total", language) : parts.join(" · ");
}
