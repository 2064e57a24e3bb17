import type { Released } from "../policy/released.js";
import { reportText } from "../words/report-texts.js";
import type { Labels } from "./block.js";
import { formatConfidence } from "./format.js";
import {
  columnLabel,
  comparisonLabel,
  groupColumns,
  groupLabel,
  indicatorLabel,
  partLabel,
  valueLabel,
} from "./labels.js";
import { type Shown, shown } from "./values.js";

/** A column that says what a row is about. */
export interface HeadColumn {
  readonly title: string;
  readonly text: (row: Released) => string;
}

/** A column of numbers. */
export interface NumberColumnOf {
  readonly name: keyof Shown;
  readonly title: string;
}

/** Whether some indicator has more than one answer among the rows: a yes without its no needs no column for it. */
export function severalLevels(rows: readonly Released[]): boolean {
  const first = new Map<string, string | undefined>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row.level);
  return rows.some((row) => first.get(row.id) !== row.level);
}

/** What tells the rows of one indicator apart: answer, comparison, groups, part of the sample; else its own label. */
export function headColumns(rows: readonly Released[], labels: Labels, language: string): readonly HeadColumn[] {
  const groups = groupColumns(rows);
  const columns: HeadColumn[] = [];
  const answer: HeadColumn = {
    title: reportText("answer", language),
    text: (row) => (row.level === undefined ? "" : valueLabel(labels, row.variable, row.level, language)),
  };
  if (severalLevels(rows)) columns.push(answer);
  if (rows.some((row) => row.prob !== undefined))
    columns.push({ title: reportText("quantile", language), text: (row) => String(row.prob ?? "") });
  if (rows.some((row) => row.between !== undefined || row.contrast !== undefined || row.against !== undefined))
    columns.push({
      title: reportText("comparison", language),
      text: (row) => comparisonLabel(labels, row, language),
    });
  for (const column of groups)
    columns.push({
      title: columnLabel(labels, column, language),
      text: (row) => groupLabel(labels, row, column, language, valueLabel),
    });
  // With groups, a part that has none of its own stands where `Total` would; a part that is all there is stands in the
  // footnote; else it needs a column.
  const parts = new Set(rows.map((row) => row.part));
  if (parts.size > 1 && rows.some((row) => row.part !== undefined && (groups.length === 0 || row.by !== null)))
    columns.push({
      title: reportText("part", language),
      text: (row) =>
        row.part === undefined ? reportText("probabilityPart", language) : partLabel(labels, row.part, language),
    });
  // What changes least often from row to row stands first, as one reads a table of groups.
  const changes = (column: HeadColumn) => {
    const texts = rows.map(column.text);
    return texts.filter((text, index) => index > 0 && text !== texts[index - 1]).length;
  };
  if (columns.length > 0)
    return columns
      .map((column) => [column, changes(column)] as const)
      .sort((a, b) => a[1] - b[1])
      .map(([column]) => column);
  if (rows.some((row) => row.level !== undefined)) return [answer];
  return [{ title: reportText("indicator", language), text: (row) => indicatorLabel(labels, row.id, language) }];
}

/** The columns of numbers: households only where they are not n, p only where there is a test. */
export function numberColumns(rows: readonly Released[], language: string): readonly NumberColumnOf[] {
  const levels = [...new Set(rows.filter((row) => row.ci !== null).map((row) => row.confidence))];
  const interval =
    levels.length === 1
      ? reportText("interval", language, { confidence: formatConfidence(levels[0]!, language) })
      : reportText("intervals", language);
  const cv = rows.some((row) => shown(row, language).cv !== null);
  // Rows that are all of a part without known probabilities have no error, and need no columns to say so.
  const error = rows.every((row) => row.part === undefined || row.se !== null) || rows.some((row) => row.se !== null);
  const p = rows.some((row) => row.p !== undefined && row.p !== null);
  const adjusted = rows.some((row) => row.adjust !== undefined);
  const households = rows.some((row) => row.households !== row.n);
  return [
    { name: "estimate", title: reportText("estimate", language) },
    ...(error ? [{ name: "se", title: reportText("standardError", language) } as const] : []),
    ...(cv ? [{ name: "cv", title: reportText("cv", language) } as const] : []),
    ...(error ? [{ name: "interval", title: interval } as const] : []),
    ...(p ? [{ name: "p", title: reportText(adjusted ? "pAdjusted" : "pValue", language) } as const] : []),
    { name: "n", title: reportText("n", language) },
    ...(households ? [{ name: "households", title: reportText("households", language) } as const] : []),
  ];
}

/** Why a row, or some number of it, is not there; null when nothing needs saying. */
export function reasonText(row: Released, language: string): string | null {
  if (row.withheld) return reportText("withheld", language);
  // a reason for a missing design effect alone is for the annex's reader of the CSV, not for a table that has none
  const isWhole = row.estimate !== null && row.se !== null && row.se > 0 && row.ci !== null;
  return row.reason === null || isWhole ? null : reportText(`reason ${row.reason}`, language);
}
