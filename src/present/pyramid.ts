import { reportText } from "../words/report-texts.js";
import { type AgeCell, agesOf } from "./ages.js";
import type { FigureBlock } from "./block.js";
import { formatNumber } from "./format.js";
import { fill, hoverText, isDrawn, legendTrace, plotted, whiskers } from "./marks.js";
import { baseLayout, CONFIG, note, type PlotlyFigure, syntheticNote, ticksOf, valueAxis } from "./plotly-figure.js";
import { GROUPS, INK_SOFT, type Look } from "./theme.js";
import { isShare } from "./values.js";
import { plotlyLines, plotlyText, wrap } from "./wrap.js";

/** Sizes in pixels: of a band of ages, and of what stands over and under a row of panels. */
const BAND = 17;
const HEAD = 56;
const FOOT = 30;

type Attributes = Readonly<Record<string, unknown>>;

/** Men to the left and women to the right, as INEGI draws them; any other codes in their order. */
function sidesOf(cells: readonly AgeCell[]): readonly string[] {
  const sides = [...new Set(cells.map((cell) => cell.side))];
  const women = (side: string) => (/^(m|mujer(es)?|f|female|women|woman)$/i.test(side) ? 1 : 0);
  return sides.length === 2 ? [...sides].sort((a, b) => women(a) - women(b)) : sides;
}

/** Where a bar points says whose it is, so the sides need no hatching. */
function sideLook(side: number): Look {
  return { color: GROUPS[side % GROUPS.length]!.color, pattern: "" };
}

/** One side of one panel. */
function trace(
  cells: readonly AgeCell[],
  side: number,
  ages: readonly string[],
  axis: number,
  language: string,
): Attributes {
  const sign = side === 0 ? -1 : 1;
  const name = axis === 0 ? "" : String(axis + 1);
  const reach = cells.map(({ row }) => whiskers(row));
  const outward = reach.map(([, high]) => high);
  const inward = reach.map(([low]) => low);
  return {
    type: "bar",
    orientation: "h",
    x: cells.map(({ row }) => sign * plotted(row, row.estimate!)),
    y: cells.map((cell) => ages.indexOf(cell.age)),
    width: 0.86,
    xaxis: `x${name}`,
    yaxis: `y${name}`,
    marker: fill(
      sideLook(side),
      cells.map(({ row }) => row),
    ),
    error_x: {
      type: "data",
      symmetric: false,
      color: "#4a545e",
      thickness: 0.9,
      width: 0,
      array: sign < 0 ? inward : outward,
      arrayminus: sign < 0 ? outward : inward,
    },
    hoverinfo: "text",
    hovertext: cells.map((cell) =>
      hoverText(cell.row, [`${cell.sideLabel}, ${cell.ageLabel}`, cell.panelLabel], language),
    ),
    textposition: "none",
    showlegend: false,
  };
}

/** Where a panel stands: up to two side by side, each with the ages at its left. */
function grid(panels: number, bands: number): { rows: number; wide: number; height: number; block: number } {
  const wide = Math.min(2, panels);
  const rows = Math.ceil(panels / wide);
  const block = HEAD + bands * BAND + FOOT;
  return { rows, wide, height: rows * block, block };
}

/**
 * An age and sex pyramid, mirrored, one panel a group, all on one scale. Ages go up; thin lines are the intervals;
 * bands that are withheld or have no estimate carry a dash.
 */
export function pyramidFigure(block: FigureBlock, language: string): PlotlyFigure {
  const cells = agesOf(block.rows, block.labels, language);
  const sides = sidesOf(cells);
  const ages = [...new Set(cells.map((cell) => cell.age))].sort((a, b) => {
    const [left, right] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
    return Number.isNaN(left) || Number.isNaN(right) ? 0 : left - right;
  });
  const labelOf = (age: string) => cells.find((cell) => cell.age === age)!.ageLabel;
  const panels = [...new Set(cells.map((cell) => cell.panel))];
  const drawn = cells.filter(({ row }) => isDrawn(row));
  const most =
    Math.max(
      0,
      ...drawn.map(({ row }) => plotted(row, row.estimate!) + Math.min(whiskers(row)[1], plotted(row, row.estimate!))),
    ) || 1;
  const { rows, wide, height, block: step } = grid(panels.length, ages.length);
  const ticks = ticksOf(0, most, 2).filter((tick) => tick > 0);
  const all = [...[...ticks].reverse().map((tick) => -tick), 0, ...ticks];
  const share = block.rows.some(isShare);
  const axis = valueAxis(all, "", language);
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  const axes: Record<string, Attributes> = {};
  const annotations: Attributes[] = [];
  for (const [index, panel] of panels.entries()) {
    const [down, across] = [Math.floor(index / wide), index % wide];
    const name = index === 0 ? "" : String(index + 1);
    const top = 1 - (down * step + HEAD) / height;
    const bottom = 1 - ((down + 1) * step - FOOT) / height;
    const [left, right] = wide === 1 ? [0.0, 1] : across === 0 ? [0, 0.485] : [0.515, 1];
    axes[`xaxis${name}`] = {
      ...axis,
      domain: [left, right],
      anchor: `y${name}`,
      range: [-most * 1.06, most * 1.06],
      ticktext: all.map((tick) => formatNumber(Math.abs(tick), { decimals, language })),
    };
    axes[`yaxis${name}`] = {
      domain: [bottom, top],
      anchor: `x${name}`,
      range: [-0.6, ages.length - 0.4],
      tickmode: "array",
      tickvals: ages.map((_, age) => age),
      ticktext: ages.map((age) => plotlyText(labelOf(age))),
      tickfont: { size: 10, color: INK_SOFT },
      showticklabels: across === 0,
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    };
    const title = cells.find((cell) => cell.panel === panel)!.panelLabel;
    annotations.push(
      note(`<b>${plotlyLines(wrap(title, wide === 1 ? 44 : 18, 3))}</b>`, {
        xref: "paper",
        yref: "paper",
        x: (left + right) / 2,
        y: top,
        xanchor: "center",
        yanchor: "bottom",
        yshift: 3,
      }),
    );
    for (const cell of cells.filter((one) => one.panel === panel && !isDrawn(one.row)))
      annotations.push(
        note(cell.row.withheld ? "—ᶜ" : "—", {
          xref: `x${name}`,
          yref: `y${name}`,
          x: (sides.indexOf(cell.side) === 0 ? -1 : 1) * most * 0.08,
          y: ages.indexOf(cell.age),
          font: { size: 9, color: INK_SOFT },
        }),
      );
  }
  const unit = share
    ? cells.some((cell) => cell.row.level?.startsWith(`${cell.side}_`))
      ? "percentOfGroup"
      : "percentOfSex"
    : "peopleAxis";
  const margin = {
    t: 30,
    b: block.labels.synthetic ? 44 : 24,
    l: Math.min(110, 14 + 6 * Math.max(...ages.map((age) => labelOf(age).length), 4)),
    r: 8,
  };
  return {
    data: [
      ...sides.map((side, index) => legendTrace(cells.find((cell) => cell.side === side)!.sideLabel, sideLook(index))),
      ...panels.flatMap((panel, index) =>
        sides.map((side, place) =>
          trace(
            drawn.filter((cell) => cell.panel === panel && cell.side === side),
            place,
            ages,
            index,
            language,
          ),
        ),
      ),
    ],
    layout: {
      ...baseLayout(height + margin.t + margin.b, margin),
      ...axes,
      annotations: [
        ...annotations,
        note(plotlyText(reportText(unit, language)), {
          xref: "paper",
          yref: "paper",
          x: 0.5,
          y: 0,
          xanchor: "center",
          yanchor: "top",
          yshift: rows > 0 ? 8 : 0,
          font: { size: 11, color: INK_SOFT },
        }),
        ...syntheticNote(block.labels.synthetic, 26, language),
      ],
    },
    config: CONFIG,
  };
}
