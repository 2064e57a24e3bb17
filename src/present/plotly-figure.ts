import { reportText } from "../words/report-texts.js";
import { formatNumber } from "./format.js";
import { FONT, INK, INK_SOFT, LINE } from "./theme.js";
import { plotlyText } from "./wrap.js";

/** What plotly.js draws: only attributes that 2.20 to 4.x have in common. */
export interface PlotlyFigure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
}

/** No toolbar, no logo, follows its width; in a notebook as in the report. */
export const CONFIG: Readonly<Record<string, unknown>> = {
  displayModeBar: false,
  displaylogo: false,
  responsive: true,
};

/** An annotation whose text stands as it is. */
export function note(text: string, rest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { text, showarrow: false, font: { size: 12, color: INK }, ...rest };
}

/** The line inside the picture that says that the data are invented; `below` is its distance under the plot. */
export function syntheticNote(
  synthetic: boolean,
  below: number,
  language: string,
): readonly Readonly<Record<string, unknown>>[] {
  if (!synthetic) return [];
  const place = { xref: "paper", yref: "paper", x: 1, y: 0, xanchor: "right", yanchor: "top", yshift: -below };
  return [
    note(`<b>${plotlyText(reportText("synthetic", language))}</b>`, { ...place, font: { size: 10, color: INK_SOFT } }),
  ];
}

/** What all charts have in common. */
export function baseLayout(
  height: number,
  margin: { t: number; b: number; l: number; r: number },
): Readonly<Record<string, unknown>> {
  return {
    height,
    margin: { ...margin, pad: 0 },
    autosize: true,
    font: { family: FONT, size: 12, color: INK },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    barmode: "overlay",
    hovermode: "closest",
    hoverlabel: { align: "left", bgcolor: "#ffffff", bordercolor: LINE, font: { color: INK, size: 12 } },
    dragmode: false,
    // Above the plot, from the left: never over a bar. A click would hide bars but not their numbers, so it does nothing.
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      y: 1,
      yanchor: "bottom",
      traceorder: "normal",
      itemclick: false,
      itemdoubleclick: false,
      font: { size: 12 },
    },
  };
}

/** An axis of numbers with a light grid and our own tick labels. */
export function valueAxis(
  ticks: readonly number[],
  suffix: string,
  language: string,
): Readonly<Record<string, unknown>> {
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  const decimals = step >= 1 || step === 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9));
  return {
    tickmode: "array",
    tickvals: ticks,
    ticktext: ticks.map((tick) => `${formatNumber(tick, { decimals, language })}${suffix}`),
    showgrid: true,
    gridcolor: "#e6eaee",
    gridwidth: 1,
    zeroline: true,
    zerolinecolor: "#8b97a3",
    zerolinewidth: 1,
    tickfont: { size: 11, color: INK_SOFT },
    fixedrange: true,
    automargin: false,
  };
}

/**
 * About `count` round numbers from `low` to `high`.
 *
 * @example
 * ticksOf(0, 83, 4); // => [0, 20, 40, 60, 80]
 */
export function ticksOf(low: number, high: number, count: number): readonly number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = Number(`1e${Math.floor(Math.log10(span / count))}`);
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => span / size <= count + 0.5) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
