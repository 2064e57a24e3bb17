import type { Released } from "../policy/released.js";
import { reportText } from "../words/report-texts.js";
import type { Labels } from "./block.js";
import type { HeadColumn } from "./columns.js";
import { indicatorLabel } from "./labels.js";

/** Consecutive rows of one indicator. */
export interface Section {
  readonly id: string;
  readonly rows: readonly Released[];
}

/** The rows in runs of one indicator, in their order. */
export function sections(rows: readonly Released[]): readonly Section[] {
  const runs: { id: string; rows: Released[] }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.id === row.id) last.rows.push(row);
    else runs.push({ id: row.id, rows: [row] });
  }
  return runs;
}

/** Whether every indicator of several has one row: then each row is headed by its indicator, and none needs a title. */
export function areSingle(runs: readonly Section[]): boolean {
  return runs.length > 1 && runs.every((run) => run.rows.length === 1);
}

/** Whether a row's label says more than its indicator's title does: a lone yes and `Total` do not. */
function adds(text: string, row: Released, labels: Labels, language: string): boolean {
  const said = ["", reportText("total", language), indicatorLabel(labels, row.id, language)];
  return !said.includes(text) && !/^(s[ií]|yes)$/i.test(text);
}

/** A column's text, with the indicator's title where the row is the only one of its indicator. */
function withTitle(head: HeadColumn, runs: readonly Section[], labels: Labels, language: string): HeadColumn {
  const alone = new Set(runs.filter((run) => run.rows.length === 1).flatMap((run) => run.rows));
  const text = (row: Released): string => {
    const own = head.text(row);
    if (!alone.has(row)) return own;
    const title = indicatorLabel(labels, row.id, language);
    if (!adds(own, row, labels, language)) return title;
    return runs.length === 1 ? own : `${title}: ${own}`;
  };
  return { ...head, text };
}

/**
 * The head columns of a table in sections: an indicator with a single row has its title in that row, so that it stands
 * there once.
 */
export function sectionHeads(
  runs: readonly Section[],
  heads: readonly HeadColumn[],
  labels: Labels,
  language: string,
): readonly HeadColumn[] {
  if (!areSingle(runs)) {
    const [first, ...rest] = heads;
    return [withTitle(first!, runs, labels, language), ...rest];
  }
  const rows = runs.flatMap((run) => run.rows);
  const indicator: HeadColumn = {
    title: reportText("indicator", language),
    text: (row) => indicatorLabel(labels, row.id, language),
  };
  return [indicator, ...heads.filter((head) => rows.some((row) => adds(head.text(row), row, labels, language)))];
}
