import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import { barsFigure } from "./bars.js";
import type { FigureBlock, FigureKind } from "./block.js";
import { caption, footnotes } from "./caption.js";
import { causesFigure } from "./causes.js";
import { rowLabel } from "./labels.js";
import { periodsFigure } from "./periods.js";
import { note, type PlotlyFigure } from "./plotly-figure.js";
import { pyramidFigure } from "./pyramid.js";
import { INK, INK_SOFT } from "./theme.js";
import { shown } from "./values.js";
import { plotlyLines, wrap } from "./wrap.js";

const kinds: Readonly<Record<FigureKind, (block: FigureBlock, language: string) => PlotlyFigure>> = {
  bars: barsFigure,
  causes: causesFigure,
  periods: periodsFigure,
  pyramid: pyramidFigure,
};

/** A figure block as plotly draws it, without title and caption: they stand around it as text that wraps. */
export function plotlyFigure(block: FigureBlock, language: string): PlotlyFigure {
  return kinds[block.figure](block, language);
}

/** The same figure complete in itself, for a notebook: title, message and caption are inside the picture. */
export function framedFigure(block: FigureBlock, language: string): PlotlyFigure {
  const figure = plotlyFigure(block, language);
  const layout = figure.layout as { height: number; margin: { t: number; b: number }; annotations: readonly object[] };
  const title = wrap(inLanguage(block.title, language), 70);
  const message = block.message === undefined ? [] : wrap(inLanguage(block.message, language), 84);
  const notes = footnotes(block.rows, block.labels, language).map(({ sign, text }) => `${sign} ${text}`.trim());
  const lines = wrap([...notes, ...caption(block.rows, block.labels, language)].join(" "), 100, 12);
  const over = title.length * 22 + message.length * 18 + 14;
  const under = lines.length * 15 + 8;
  const text = [`<b>${plotlyLines(title)}</b>`, ...(message.length === 0 ? [] : [plotlyLines(message)])].join("<br>");
  const place = { xref: "paper", yref: "paper", x: 0, xanchor: "left", align: "left" };
  return {
    ...figure,
    layout: {
      ...figure.layout,
      height: layout.height + over + under,
      margin: { ...layout.margin, t: layout.margin.t + over, b: layout.margin.b + under },
      annotations: [
        ...layout.annotations,
        note(text, { ...place, y: 1, yanchor: "bottom", yshift: layout.margin.t, font: { size: 14, color: INK } }),
        note(plotlyLines(lines), {
          ...place,
          y: 0,
          yanchor: "top",
          yshift: -layout.margin.b,
          font: { size: 11, color: INK_SOFT },
        }),
      ],
    },
  };
}

/** How many values the alternative text says before it refers to the table. */
const SPOKEN = 6;

/** A figure in words, for those who do not see it: what kind, of what, with what result. */
export function figureAlt(block: FigureBlock, language: string): string {
  const kind = `alt${block.figure.charAt(0).toUpperCase()}${block.figure.slice(1)}`;
  const title = inLanguage(block.title, language);
  const message = block.message === undefined ? [] : [inLanguage(block.message, language)];
  const values = block.rows.slice(0, SPOKEN).map((row) => {
    const { estimate } = shown(row, language);
    const text = estimate ?? (row.withheld ? reportText("withheld", language) : "—");
    return `${rowLabel(block.labels, row, language)}: ${text}`;
  });
  const rest = block.rows.length - SPOKEN;
  const more = rest > 0 ? [reportText("altMore", language, { count: rest })] : [];
  const sentences = [`${reportText(kind, language)}: ${title}`, ...message, [...values, ...more].join("; ")];
  return sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
}
