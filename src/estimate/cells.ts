import type { Design } from "../design/design.js";
import { Sum } from "../math/sum.js";
import { addUp, type Sums, unitStarts, weightsOf } from "./add-up.js";

/** Rows added up by the cell of a table that each is in. */
export interface CellSums {
  /** for each cell the weight of its rows, in all and for each sampling unit */
  readonly sums: Sums;
  /** for each cell a column that is 1 in its rows; asked for only where the sums do not do */
  readonly columns: () => readonly Float64Array[];
}

/**
 * Adds the weights up per sampling unit and cell, in one pass however many cells there are.
 *
 * @param rows rows with a positive weight, in the order of the design
 * @param cellOf the cell of a row, from 0 to `cells` − 1
 */
export function addUpCells(design: Design, rows: Int32Array, cellOf: (row: number) => number, cells: number): CellSums {
  const starts = unitStarts(design, rows);
  const weights = weightsOf(design, rows);
  const units = starts.length - 1;
  const unitTotals = new Float64Array(units * cells);
  // what rounding would lose, as in math/sum
  const lost = new Float64Array(cells);
  const all = Array.from({ length: cells }, () => new Sum());
  for (let unit = 0; unit < units; unit++) {
    const from = unit * cells;
    lost.fill(0);
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      const cell = cellOf(rows[at]!);
      const weight = weights[at]!;
      const before = unitTotals[from + cell]!;
      const next = before + weight;
      const taken = next - before;
      lost[cell]! += before - (next - taken) + (weight - taken);
      unitTotals[from + cell] = next;
    }
    for (let cell = 0; cell < cells; cell++) {
      unitTotals[from + cell]! += lost[cell]!;
      all[cell]!.add(unitTotals[from + cell]!);
    }
  }
  const totals = Float64Array.from(all, (each) => each.value);
  const column = (cell: number): Float64Array => {
    const values = new Float64Array(design.table.size);
    for (const row of rows) if (cellOf(row) === cell) values[row] = 1;
    return values;
  };
  let made: readonly Float64Array[] | null = null;
  return {
    sums: { ...addUp(design, rows, []), totals, unitTotals },
    columns: () => {
      made ??= Array.from({ length: cells }, (_, cell) => column(cell));
      return made;
    },
  };
}
