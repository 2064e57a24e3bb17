import type { Released } from "../policy/released.js";
import type { FigureBlock } from "./block.js";
import { type Cells, cellsOf, type Named } from "./cells.js";
import { fill, hoverText, isDrawn, legendTrace, plotted, valueText, whiskers, whiskerTraces } from "./marks.js";
import { baseLayout, CONFIG, type PlotlyFigure, syntheticNote, ticksOf, valueAxis } from "./plotly-figure.js";
import { INK } from "./theme.js";
import { isShare } from "./values.js";
import { plotlyLines, wrap } from "./wrap.js";

/** A column of the chart with its place along the axis. */
interface Placed {
  readonly category: Named;
  readonly series: Named;
  readonly row: Released;
  readonly x: number;
}

/** Each period is one unit wide; its columns share eight tenths of it. */
function place({ categories, series, cells }: Cells): readonly Placed[] {
  const width = 0.8 / series.length;
  return cells.map(({ category, series: key, row }) => {
    const left = categories.findIndex((one) => one.key === category);
    const index = series.findIndex((one) => one.key === key);
    const x = left + (index - (series.length - 1) / 2) * width;
    return { category: categories[left]!, series: series[index]!, row, x };
  });
}

function trace(columns: readonly Placed[], width: number, language: string): Readonly<Record<string, unknown>> {
  return {
    type: "bar",
    x: columns.map((column) => column.x),
    y: columns.map(({ row }) => plotted(row, row.estimate!)),
    width: width * 0.86,
    marker: fill(
      columns[0]!.series.look,
      columns.map(({ row }) => row),
    ),
    hoverinfo: "text",
    hovertext: columns.map(({ row, category, series }) => hoverText(row, [category.label, series.label], language)),
    textposition: "none",
    showlegend: false,
  };
}

/** The number over each column; narrow columns leave the unit to the axis. */
function numbers(columns: readonly Placed[], gap: number, language: string): Readonly<Record<string, unknown>> {
  const several = columns.length > 6;
  const text = (row: Released) => {
    if (!isDrawn(row)) return row.withheld ? "—ᶜ" : "—";
    const whole = valueText(row, language);
    return several ? whole.replace(/\u202f?%/, "").replace(" ", "<br>") : whole;
  };
  return {
    type: "scatter",
    mode: "text",
    x: columns.map((column) => column.x),
    y: columns.map(({ row }) => (isDrawn(row) ? plotted(row, row.estimate!) + whiskers(row)[1] + gap : 0)),
    text: columns.map(({ row }) => text(row)),
    textposition: "top center",
    textfont: { size: several ? 11 : 12, color: INK },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  };
}

/**
 * Columns over ordered periods, from left to right in the order of the answers, with their intervals. Withheld rows
 * have no column: the text says that they are withheld.
 */
export function periodsFigure(block: FigureBlock, language: string): PlotlyFigure {
  const cells = cellsOf(block.rows, block.labels, language);
  const columns = place(cells);
  const drawn = columns.filter(({ row }) => isDrawn(row));
  const width = 0.8 / cells.series.length;
  const high = Math.max(0, ...drawn.map(({ row }) => plotted(row, row.estimate!) + whiskers(row)[1])) || 1;
  const legend = cells.series.length > 1;
  const labels = cells.categories.map((category) =>
    wrap(category.label, Math.max(9, Math.floor(48 / cells.categories.length))),
  );
  const below = 10 + Math.max(...labels.map((lines) => lines.length)) * 16;
  const suffix = block.rows.some(isShare) ? (language === "en" ? "%" : "\u202f%") : "";
  const bottom = below + (block.labels.synthetic ? 24 : 8);
  return {
    data: [
      ...(legend ? cells.series.map((one) => legendTrace(one.label, one.look)) : []),
      ...cells.series
        .map((one) => drawn.filter(({ series }) => series === one))
        .filter((group) => group.length > 0)
        .map((group) => trace(group, width, language)),
      ...whiskerTraces(
        drawn.map(({ row }) => row),
        drawn.map((column) => column.x),
        "y",
      ),
      numbers(columns, high * 0.015, language),
    ],
    layout: {
      ...baseLayout(300 + bottom, { t: legend ? 40 : 14, b: bottom, l: 46, r: 8 }),
      xaxis: {
        range: [-0.5, cells.categories.length - 0.5],
        tickmode: "array",
        tickvals: cells.categories.map((_, index) => index),
        ticktext: labels.map(plotlyLines),
        tickangle: 0,
        tickfont: { size: 12, color: INK },
        showgrid: false,
        zeroline: false,
        fixedrange: true,
      },
      // Room over the highest whisker for two lines of text.
      yaxis: { ...valueAxis(ticksOf(0, high, 4), suffix, language), range: [0, high * 1.18] },
      annotations: syntheticNote(block.labels.synthetic, below, language),
    },
    config: CONFIG,
  };
}
