import type { Released } from "../policy/released.js";
import type { Labels } from "./block.js";
import { severalLevels } from "./columns.js";
import { comparisonLabel, groupColumns, groupLabel, indicatorLabel, own, valueLabel } from "./labels.js";
import { GROUPS, type Look, PART, TOTAL } from "./theme.js";

/** One way in which rows differ: indicator, answer, comparison or a group column. */
export interface Dimension {
  /** the group column, or null for the others */
  readonly column: string | null;
  readonly key: (row: Released) => string;
  readonly label: (row: Released) => string;
}

/** A bar's place: which line of the chart, and which of the bars in it. */
export interface Cell {
  readonly category: string;
  readonly series: string;
  readonly row: Released;
}

/** A line of the chart, or a group of bars through all lines. */
export interface Named {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
}

/** Rows laid out as lines and series of bars. */
export interface Cells {
  readonly categories: readonly Named[];
  /** one without a label if the lines have one bar each */
  readonly series: readonly Named[];
  readonly cells: readonly Cell[];
}

/** The value of a row in a group column: its own, or that it is a part or a total. */
function groupKey(row: Released, column: string): string {
  return own(row.by ?? {}, column) ?? (row.part === undefined ? "\u0000total" : `\u0000part ${row.part}`);
}

/** The ways in which these rows differ. */
function dimensionsOf(rows: readonly Released[], labels: Labels, language: string): readonly Dimension[] {
  const dimensions: readonly Dimension[] = [
    { column: null, key: (row) => row.id, label: (row) => indicatorLabel(labels, row.id, language) },
    ...(severalLevels(rows)
      ? [
          {
            column: null,
            key: (row: Released) => `${row.variable} ${row.level ?? ""}`,
            label: (row: Released) =>
              row.level === undefined ? "" : valueLabel(labels, row.variable, row.level, language),
          },
        ]
      : []),
    {
      column: null,
      key: (row) => JSON.stringify(row.between ?? null),
      label: (row) => comparisonLabel(labels, row, language),
    },
    ...groupColumns(rows).map((column) => ({
      column,
      key: (row: Released) => groupKey(row, column),
      label: (row: Released) => groupLabel(labels, row, column, language),
    })),
  ];
  return dimensions.filter((dimension) => new Set(rows.map(dimension.key)).size > 1);
}

/** A group's look: the same in every chart of the study, since it goes by the order of the column's values. */
function lookOf(row: Released, column: string | null, labels: Labels): Look {
  if (row.part !== undefined) return PART;
  const value = column === null ? undefined : own(row.by ?? {}, column);
  if (column === null) return GROUPS[0]!;
  if (value === undefined) return TOTAL;
  const place = Object.keys(own(labels.values, column) ?? {}).indexOf(value);
  return GROUPS[Math.max(place, 0) % GROUPS.length]!;
}

/** The group column whose values become bars side by side: the one with fewest values, of two to four. */
function seriesOf(dimensions: readonly Dimension[], rows: readonly Released[]): Dimension | null {
  const size = (dimension: Dimension) => new Set(rows.map(dimension.key)).size;
  const columns = dimensions.filter((dimension) => dimension.column !== null && size(dimension) <= 4);
  const [first] = [...columns].sort((a, b) => size(a) - size(b));
  return dimensions.length < 2 ? null : (first ?? null);
}

/** Distinct things in the order in which they first occur. */
function named(
  rows: readonly Released[],
  key: (row: Released) => string,
  make: (row: Released) => Named,
): readonly Named[] {
  const found = new Map<string, Named>();
  for (const row of rows) if (!found.has(key(row))) found.set(key(row), make(row));
  return [...found.values()];
}

/** Lays rows out as lines and bars: a small group column side by side, all else down the page. */
export function cellsOf(rows: readonly Released[], labels: Labels, language: string): Cells {
  const dimensions = dimensionsOf(rows, labels, language);
  const series = seriesOf(dimensions, rows);
  const others = dimensions.filter((dimension) => dimension !== series);
  const single = others.length === 1 && series === null ? others[0]!.column : null;
  const few = single !== null && new Set(rows.map(others[0]!.key)).size <= 3;
  const category = (row: Released) => JSON.stringify(others.map((dimension) => dimension.key(row)));
  const label = (row: Released) => {
    const text = others.map((dimension) => dimension.label(row)).filter((part) => part !== "");
    return text.length === 0 ? indicatorLabel(labels, row.id, language) : text.join(" · ");
  };
  const group = (row: Released) => series?.key(row) ?? "";
  return {
    categories: named(rows, category, (row) => ({
      key: category(row),
      label: label(row),
      look: few || row.part !== undefined ? lookOf(row, single, labels) : GROUPS[0]!,
    })),
    series: named(rows, group, (row) => ({
      key: group(row),
      label: series?.label(row) ?? "",
      look: lookOf(row, series?.column ?? null, labels),
    })),
    cells: rows.map((row) => ({ category: category(row), series: group(row), row })),
  };
}
