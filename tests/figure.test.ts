import { describe, expect, it } from "vitest";
import type { FigureBlock } from "../src/present/block.js";
import { figureAlt, framedFigure, plotlyFigure } from "../src/present/figure.js";
import { type PlotlyFigure, ticksOf } from "../src/present/plotly-figure.js";
import { wrap } from "../src/present/wrap.js";
import { blocks, estimates, labels } from "./report-fixture.js";

const block = (figure: FigureBlock["figure"], id: string): FigureBlock => ({
  kind: "figure",
  figure,
  id,
  title: { es: "¿Cuántos?", en: "How many?" },
  rows: estimates.filter((row) => row.id === id),
  labels,
});

/** The bars that are drawn: traces of bars with a number in them. */
function bars(figure: PlotlyFigure): readonly Record<string, unknown>[] {
  return figure.data.filter((trace) => trace.type === "bar" && trace.showlegend === false);
}

const all = [
  block("bars", "otra_vez"),
  block("causes", "causas"),
  block("periods", "periodo"),
  block("pyramid", "piramide"),
];

describe("plotlyFigure(block, language)", () => {
  it("draws no bar for a withheld row: six of eight rows have one", () => {
    const figure = plotlyFigure(all[0]!, "es");
    expect(bars(figure).flatMap((trace) => trace.x as number[])).toHaveLength(6);
    const texts = figure.data.flatMap((trace) => (Array.isArray(trace.text) ? (trace.text as string[]) : []));
    expect(texts.filter((text) => text.includes("reservada"))).toHaveLength(2);
    expect(JSON.stringify(figure.data)).not.toMatch(/NaN/);
  });
  it("puts the groups side by side under one label, the same colour throughout", () => {
    const figure = plotlyFigure(all[0]!, "en");
    const legend = figure.data.filter((trace) => trace.showlegend === true).map((trace) => trace.name);
    expect(legend).toEqual(["Indigenous", "Not indigenous"]);
    const notes = figure.layout.annotations as { text: string }[];
    expect(notes.map((note) => note.text)).toContain("Hidalgo del Parral");
  });
  it("sorts causes from the most to the least frequent", () => {
    const figure = plotlyFigure(all[1]!, "es");
    const [trace] = bars(figure);
    expect(trace!.x).toEqual([66.2, 58, 24.1, 18.3, 12.2, 5.5, 4].map((share) => expect.closeTo(share, 10)));
  });
  it("keeps periods in their order with whiskers to the interval's limits", () => {
    const figure = plotlyFigure(all[2]!, "es");
    expect(bars(figure)[0]!.y).toEqual([10.1, 26.2, 37.8, 25.9].map((share) => expect.closeTo(share, 10)));
    const whiskers = figure.data.find((trace) => "error_y" in trace)!.error_y as {
      array: number[];
      arrayminus: number[];
    };
    // By hand: 1.66 × 3.3 points.
    expect(whiskers.array[0]).toBeCloseTo(5.478, 10);
    expect(whiskers.arrayminus[0]).toBeCloseTo(5.478, 10);
  });
  it("mirrors the pyramid: men to the left, women to the right, a panel a group, a dash for what is withheld", () => {
    const figure = plotlyFigure(all[3]!, "es");
    const sides = bars(figure).map((trace) => Math.sign((trace.x as number[])[0]!));
    expect(sides).toEqual([-1, 1, -1, 1]);
    expect(bars(figure).map((trace) => (trace.x as number[]).length)).toEqual([15, 15, 16, 16]);
    const notes = figure.layout.annotations as { text: string }[];
    expect(notes.filter((note) => note.text === "—ᶜ")).toHaveLength(2);
  });
  it("reads a pyramid whose answers hold sex and age together", () => {
    const rows = all[3]!.rows
      .filter((row) => row.by?.grupo === "sin_dfi")
      .map((row) => ({ ...row, level: `${row.by!.sexo}_${row.level}`, by: { grupo: "sin_dfi" } }));
    const figure = plotlyFigure({ ...all[3]!, rows }, "es");
    expect(bars(figure).map((trace) => (trace.x as number[]).length)).toEqual([16, 16]);
    const axis = figure.layout.yaxis as { ticktext: string[] };
    expect(axis.ticktext.at(0)).toBe("0–4");
    expect(axis.ticktext.at(-1)).toBe("75+");
  });
  it("says inside every picture that invented data are invented", () => {
    for (const one of all)
      for (const [language, mark] of [
        ["es", "DATOS SINTÉTICOS – DEMOSTRACIÓN"],
        ["en", "SYNTHETIC DATA – DEMONSTRATION"],
      ] as const) {
        expect(JSON.stringify(plotlyFigure(one, language).layout)).toContain(mark);
        const real = { ...one, labels: { ...labels, synthetic: false } };
        expect(JSON.stringify(plotlyFigure(real, language).layout)).not.toContain(mark);
      }
  });
  it("shows a label that looks like HTML as text", () => {
    const values = { ...labels.values, municipio: { juarez: { es: '<a href="javascript:alert(1)">x</a>' } } };
    const figure = plotlyFigure({ ...all[0]!, labels: { ...labels, values } }, "es");
    expect(JSON.stringify(figure)).not.toContain("<a ");
    expect(JSON.stringify(figure)).toContain("&lt;a href=");
  });
  it("draws rows of which all are withheld or none is left", () => {
    for (const one of all) {
      expect(bars(plotlyFigure({ ...one, rows: [] }, "es")).flatMap((trace) => trace.x)).toEqual([]);
      const none = one.rows.filter((row) => row.withheld);
      expect(JSON.stringify(plotlyFigure({ ...one, rows: none }, "es"))).not.toMatch(/null,null,null|Infinity/);
    }
  });
});

describe("framedFigure(block, language)", () => {
  it("holds title and caption for a notebook, which shows nothing around it", () => {
    const text = JSON.stringify(framedFigure(blocks.causes, "es"));
    expect(text).toContain("<b>¿Por qué salieron?</b>");
    expect(text).toContain("Fuente: ECADEFI");
  });
});

describe("figureAlt(block, language)", () => {
  it("says what kind, of what, with what result", () => {
    expect(figureAlt(all[2]!, "en")).toBe(
      "Column chart by period: How many? Before 2008: 10.1%; 2008–2016: 26.2%; 2017–2020: 37.8%; 2021–2022: 25.9%.",
    );
  });
});

describe("wrap(text, width) and ticksOf(low, high, count)", () => {
  it("loses no word and breaks what is too long", () => {
    expect(wrap("uno dos tres", 7)).toEqual(["uno dos", "tres"]);
    expect(wrap("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(wrap("x".repeat(5000), 40)).toHaveLength(5);
  });
  it("gives round numbers from end to end", () => {
    expect(ticksOf(0, 83, 4)).toEqual([0, 20, 40, 60, 80]);
    expect(ticksOf(-0.12, 0.31, 4)).toEqual([-0.1, 0, 0.1, 0.2, 0.3]);
    expect(ticksOf(0, 0, 4)).toEqual([0]);
  });
});
