import { lyingBars } from "./bars.js";
import type { FigureBlock } from "./block.js";
import { type Cells, cellsOf } from "./cells.js";
import type { PlotlyFigure } from "./plotly-figure.js";

/** The lines by their first series' estimate, from the largest; without an estimate, last, in their order. */
function sorted(cells: Cells): Cells {
  const [first] = cells.series;
  const size = (key: string) => {
    const found = cells.cells.find((cell) => cell.category === key && cell.series === first?.key);
    return found?.row.estimate ?? Number.NEGATIVE_INFINITY;
  };
  const categories = [...cells.categories].sort((a, b) => {
    const [left, right] = [size(a.key), size(b.key)];
    return left === right ? 0 : right > left ? 1 : -1;
  });
  return { ...cells, categories };
}

/** Bars of a question with several answers, from the most to the least frequent, with intervals. */
export function causesFigure(block: FigureBlock, language: string): PlotlyFigure {
  return lyingBars(block, sorted(cellsOf(block.rows, block.labels, language)), language);
}
