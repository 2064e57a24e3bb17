import type { Released } from "../policy/released.js";
import type { FigureBlock } from "./block.js";
import { type Cells, cellsOf, type Named } from "./cells.js";
import { fill, hoverText, isDrawn, legendTrace, plotted, valueText, whiskers, whiskerTraces } from "./marks.js";
import { baseLayout, CONFIG, note, type PlotlyFigure, syntheticNote, ticksOf, valueAxis } from "./plotly-figure.js";
import { INK } from "./theme.js";
import { isPoints, isShare } from "./values.js";
import { plotlyLines, wrap } from "./wrap.js";

/** Sizes in pixels: the chart's vertical axis counts pixels, so that nothing overlaps at any width. */
const BAR = 18;
const STEP = 22;
const LINE_HEIGHT = 16;
const GAP = 14;
/** Labels stand over their bars and may be as wide as a phone's screen. */
const LABEL_WIDTH = 46;

/** A bar with its place down the page. */
interface Placed {
  readonly category: Named;
  readonly series: Named;
  readonly row: Released;
  readonly y: number;
}

/** The places of labels and bars, and the height of all. */
interface Places {
  readonly labels: readonly { readonly lines: readonly string[]; readonly y: number }[];
  readonly bars: readonly Placed[];
  readonly height: number;
}

function place({ categories, series, cells }: Cells): Places {
  const labels: Places["labels"][number][] = [];
  const bars: Placed[] = [];
  let y = 4;
  for (const category of categories) {
    const lines = wrap(category.label, LABEL_WIDTH);
    labels.push({ lines, y });
    y += lines.length * LINE_HEIGHT + 3;
    for (const one of series)
      for (const { row } of cells.filter((cell) => cell.category === category.key && cell.series === one.key)) {
        bars.push({ category, series: one, row, y: y + STEP / 2 });
        y += STEP;
      }
    y += GAP;
  }
  return { labels, bars, height: y };
}

/** The bars of one look as a trace. */
function trace(bars: readonly Placed[], look: Named["look"], language: string): Readonly<Record<string, unknown>> {
  return {
    type: "bar",
    orientation: "h",
    x: bars.map(({ row }) => plotted(row, row.estimate!)),
    y: bars.map((bar) => bar.y),
    width: BAR,
    marker: fill(
      look,
      bars.map(({ row }) => row),
    ),
    hoverinfo: "text",
    hovertext: bars.map(({ row, category, series }) => hoverText(row, [category.label, series.label], language)),
    textposition: "none",
    showlegend: false,
  };
}

/** The numbers beside the bars, after the whisker; where there is no bar, why. */
function numbers(bars: readonly Placed[], language: string): Readonly<Record<string, unknown>> {
  const end = (row: Released) => {
    if (!isDrawn(row)) return 0;
    return Math.max(0, plotted(row, row.estimate!) + whiskers(row)[1]);
  };
  return {
    type: "scatter",
    mode: "text",
    x: bars.map(({ row }) => end(row)),
    y: bars.map((bar) => bar.y),
    text: bars.map(({ row }) => ` ${valueText(row, language)}`),
    textposition: "middle right",
    textfont: { size: 12, color: INK },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  };
}

/** The chart of bars that lie, from rows laid out as lines and series. */
export function lyingBars(block: FigureBlock, cells: Cells, language: string): PlotlyFigure {
  const { labels, bars, height } = place(cells);
  const drawn = bars.filter(({ row }) => isDrawn(row));
  const looks = [
    ...new Set(drawn.map(({ series, category }) => (cells.series.length > 1 ? series.look : category.look))),
  ];
  const lookOf = ({ series, category }: Placed) => (cells.series.length > 1 ? series.look : category.look);
  const ends = drawn.flatMap(({ row }) => {
    const value = plotted(row, row.estimate!);
    const [low, high] = whiskers(row);
    return [value - low, value + high];
  });
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends) || 1;
  const percent = block.rows.some((row) => isShare(row)) ? (language === "en" ? "%" : "\u202f%") : "";
  const points = block.rows.some((row) => isPoints(row)) ? " pp" : "";
  const legend = cells.series.length > 1;
  const below = 26;
  const bottom = block.labels.synthetic ? 46 : 28;
  const top = legend ? 34 : 6;
  return {
    data: [
      ...(legend ? cells.series.map((one) => legendTrace(one.label, one.look)) : []),
      ...looks.map((look) =>
        trace(
          drawn.filter((bar) => lookOf(bar) === look),
          look,
          language,
        ),
      ),
      ...whiskerTraces(
        drawn.map(({ row }) => row),
        drawn.map((bar) => bar.y),
        "x",
      ),
      numbers(bars, language),
    ],
    layout: {
      ...baseLayout(height + top + bottom, { t: top, b: bottom, l: 16, r: 8 }),
      // A quarter of the width stays free for the number beside the longest bar.
      xaxis: {
        ...valueAxis(ticksOf(low, high, 4), percent || points, language),
        range: [low * 1.05, high + (high - low) * 0.36],
      },
      yaxis: { range: [height, 0], visible: false, fixedrange: true },
      annotations: [
        ...labels.map(({ lines, y }) =>
          note(plotlyLines(lines), {
            xref: "paper",
            yref: "y",
            x: 0,
            y,
            xanchor: "left",
            yanchor: "top",
            align: "left",
          }),
        ),
        ...syntheticNote(block.labels.synthetic, below, language),
      ],
    },
    config: CONFIG,
  };
}

/**
 * Bars of a share, mean or total by answer or group, displaced and non-displaced side by side, with their intervals as
 * whiskers. Withheld rows have no bar: the text says that they are withheld.
 */
export function barsFigure(block: FigureBlock, language: string): PlotlyFigure {
  return lyingBars(block, cellsOf(block.rows, block.labels, language), language);
}
