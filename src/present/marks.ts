import type { Released } from "../policy/released.js";
import { reportText } from "../words/report-texts.js";
import { reasonText } from "./columns.js";
import { formatConfidence } from "./format.js";
import { INK, type Look, PRECISION, WITHHELD } from "./theme.js";
import { isPoints, isShare, shown } from "./values.js";
import { plotlyText } from "./wrap.js";

/** A row's number on the chart's scale: shares in per cent. */
export function plotted(row: Released, value: number): number {
  return isShare(row) || isPoints(row) ? value * 100 : value;
}

/** How far the whiskers of a row reach to each side; 0 where there is none. */
export function whiskers(row: Released): readonly [number, number] {
  const [low, high] = row.ci ?? [null, null];
  const value = plotted(row, row.estimate ?? 0);
  return [
    low === null ? 0 : Math.max(0, value - plotted(row, low)),
    high === null ? 0 : Math.max(0, plotted(row, high) - value),
  ];
}

/**
 * The whiskers of bars as a trace of their own, dark over a light edge, so that they read on every fill. `along` is the
 * axis of the values.
 */
export function whiskerTraces(
  rows: readonly Released[],
  places: readonly number[],
  along: "x" | "y",
): readonly Readonly<Record<string, unknown>>[] {
  const reach = rows.map(whiskers);
  const values = rows.map((row) => plotted(row, row.estimate!));
  const bars = {
    type: "data",
    symmetric: false,
    array: reach.map(([, high]) => high),
    arrayminus: reach.map(([low]) => low),
  };
  const looks = [
    { color: "rgba(255,255,255,0.85)", thickness: 4.2, width: 5 },
    { color: INK, thickness: 1.5, width: 4 },
  ];
  return looks.map((look) => ({
    type: "scatter",
    mode: "markers",
    x: along === "x" ? values : places,
    y: along === "x" ? places : values,
    marker: { size: 1, opacity: 0 },
    [`error_${along}`]: { ...bars, ...look },
    hoverinfo: "skip",
    showlegend: false,
  }));
}

/** A hexadecimal colour mixed with white: `part` 1 is the colour itself. */
export function paler(color: string, part: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel * part + 255 * (1 - part)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** How bars of one look are filled: paler where precision is lower, outlined in full colour, hatched by their group. */
export function fill(look: Look, rows: readonly (Released | null)[]): Readonly<Record<string, unknown>> {
  const strength = (row: Released | null) => (row?.precision ? PRECISION[row.precision].fill : 1);
  return {
    color: rows.map((row) => paler(look.color, strength(row))),
    line: { color: look.color, width: 1.2 },
    pattern: { shape: look.pattern, size: 6, solidity: 0.18, fillmode: "overlay", fgcolor: "#ffffff", fgopacity: 0.75 },
  };
}

/** A trace that draws nothing and shows the look in the legend in full strength. */
export function legendTrace(name: string, look: Look): Readonly<Record<string, unknown>> {
  const marker = { ...fill(look, [null]), color: look.color };
  return { type: "bar", x: [null], y: [null], name: plotlyText(name), marker, showlegend: true, hoverinfo: "skip" };
}

/** What stands beside a bar: the number and its symbols, or why there is none. */
export function valueText(row: Released, language: string): string {
  const { estimate, marks } = shown(row, language);
  if (row.withheld) return plotlyText(`${WITHHELD} ${reportText("withheld", language)}`);
  if (estimate === null) return plotlyText(`— ${reasonText(row, language) ?? ""}`);
  return plotlyText(marks === "" ? estimate : `${estimate} ${marks}`);
}

/** What a reader sees who points at a bar: what it is, the estimate, the interval, CV, n. */
export function hoverText(row: Released, titles: readonly string[], language: string): string {
  const values = shown(row, language);
  const confidence = formatConfidence(row.confidence, language);
  const [first, ...rest] = titles.filter((title) => title !== "");
  return [
    ...(first === undefined ? [] : [`<b>${plotlyText(first)}</b>`]),
    ...rest.map(plotlyText),
    valueText(row, language),
    ...(values.interval === null
      ? []
      : [plotlyText(`${reportText("interval", language, { confidence })}: ${values.interval}`)]),
    ...(values.cv === null ? [] : [plotlyText(`CV ${values.cv}`)]),
    ...(row.precision === null ? [] : [plotlyText(reportText(row.precision, language))]),
    ...(values.n === null ? [] : [plotlyText(reportText("counted", language, { n: values.n }))]),
    ...(row.part === undefined ? [] : [plotlyText(reportText("notGeneralisable", language))]),
  ].join("<br>");
}

/** Whether a row has a bar: it is neither withheld nor without an estimate. */
export function isDrawn(row: Released): boolean {
  return !row.withheld && row.estimate !== null;
}
