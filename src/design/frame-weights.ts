import { type Problem, refuse } from "../errors.js";
import { MISSING, type NumberColumn, type Table } from "../load/table.js";
import type { Margin } from "./calibration-spec.js";
import { cellTerm, givenCells } from "./term-totals.js";

/** The name of the column that sampling weights made from a frame are put in, unless another is given. */
const NAME = "frame_weight";

/** Where weights made from a sample frame come from. */
export interface FrameSpec extends Margin {
  /** the name of the new column; defaults to "frame_weight" */
  readonly name?: string;
}

/**
 * A table with a column of sampling weights made from the sample frame: in each stratum how many the frame has over how many rows
 * were drawn (Särndal, Swensson and Wretman 1992, section 3.7). For samples in which every unit of a stratum had the same chance.
 *
 * @throws {DataError} if a stratum of the sample has no count in the frame, or fewer than were drawn; if a stratum of the frame has
 * no rows; or if a row's stratum is not known
 * @example
 * frameWeights(table, { by: ["stratum"], totals: [{ stratum: "urban", total: 4000 }, { stratum: "rural", total: 900 }] });
 */
export function frameWeights(table: Table, spec: FrameSpec): Table {
  const { name = NAME, by } = spec;
  const problems: Problem[] = [];
  const rows = Int32Array.from({ length: table.size }, (_, row) => row);
  const found = cellTerm(table, rows, by, givenCells(spec), "totals", problems);
  refuse(problems);
  const { term, names, totals } = found!;
  const counts = new Float64Array(names.length);
  for (const cell of term.place) counts[cell]!++;
  refuse(
    names.flatMap((cell, at): Problem[] => {
      const [total, count] = [totals[at]!, counts[at]!];
      return total < count ? [{ code: "smallFrame", holes: { cell, total, count }, place: { path: "totals" } }] : [];
    }),
  );
  const column: NumberColumn = {
    kind: "number",
    name,
    label: { es: "Factor de expansión", en: "Sampling weight" },
    rule: {
      es: `población del marco entre filas de la muestra, por ${by.join(", ")}`,
      en: `population of the frame over rows of the sample, by ${by.join(", ")}`,
    },
    missing: new Uint8Array(table.size).fill(MISSING.answered),
    values: Float64Array.from(term.place, (cell) => totals[cell]! / counts[cell]!),
  };
  return { ...table, columns: new Map([...table.columns, [name, column]]) };
}
