import { type Problem, refuse } from "../errors.js";
import type { Table } from "../load/table.js";
import type { Design } from "./design.js";
import { makeReplicates } from "./make-replicates.js";
import { type GivenReplicates, type ReplicateSpec, type Replicates, writtenOut } from "./replicates.js";
import { placeOf } from "./row-problems.js";
import { readWeights } from "./weights.js";

/** What all squares are multiplied with when nobody says: the constants of Wolter (2007), chapters 3 to 5. */
function scaleOf({ type, rho = 0 }: GivenReplicates, count: number): number {
  if (type === "JKn") return 1;
  if (type === "JK1") return (count - 1) / count;
  if (type === "bootstrap") return 1 / (count - 1);
  const step = type === "Fay" ? 1 - rho : 1;
  return 1 / (count * step * step);
}

/** The numbers of a specification that cannot be. */
function numberProblems(table: Table, spec: ReplicateSpec): Problem[] {
  const place = placeOf(table);
  const invalid = (name: string, value: unknown, expected: string): Problem => {
    return { code: "invalidReplicates", holes: { name, value: String(value), expected }, place };
  };
  const problems: Problem[] = [];
  const type = "columns" in spec ? spec.type : spec.make;
  const { rho } = spec;
  if (type === "Fay" && rho === undefined) problems.push({ code: "missingRho", holes: {}, place });
  if (rho !== undefined && !(rho >= 0 && rho < 1)) problems.push(invalid("rho", rho, "0 ≤ rho < 1"));
  if (!("columns" in spec)) {
    const { count, seed } = spec;
    if (count !== undefined && !(Number.isInteger(count) && count >= 2)) problems.push(invalid("count", count, "≥ 2"));
    if (seed !== undefined && !Number.isInteger(seed)) problems.push(invalid("seed", seed, "0, 1, 2, …"));
    return problems;
  }
  const { columns, scale, rscales, df } = spec;
  if (columns.length < 2) problems.push(invalid("columns", columns.length, "≥ 2"));
  if (scale !== undefined && !(scale > 0 && scale < Infinity)) problems.push(invalid("scale", scale, "> 0"));
  if (df !== undefined && !(df > 0)) problems.push(invalid("df", df, "> 0"));
  if (rscales !== undefined && rscales.length !== columns.length)
    problems.push(invalid("rscales", rscales.length, String(columns.length)));
  for (const each of rscales ?? []) if (!(each >= 0 && each < Infinity)) problems.push(invalid("rscales", each, "≥ 0"));
  if (type === "JKn" && scale === undefined && rscales === undefined)
    problems.push({ code: "missingScales", holes: {}, place });
  return problems;
}

/**
 * The replicates of a design, read from their columns or made from strata and primary units.
 *
 * @param design the design, still without replicates
 * @param drawn the rows that a weight is required of
 * @throws {DataError} if a replicate's weight is missing, negative or no number, a number of the specification cannot be, or the
 * strata do not fit the kind that is to be made
 */
export function toReplicates(design: Design, drawn: Int32Array, spec: ReplicateSpec): Replicates {
  const { table } = design;
  refuse(numberProblems(table, spec));
  if (!("columns" in spec)) return makeReplicates(design, spec);
  const problems: Problem[] = [];
  const columns = spec.columns.map((name) => readWeights(table, name, drawn, problems));
  refuse(problems);
  const count = columns.length;
  return Object.freeze({
    count,
    ...writtenOut(columns, table.size),
    scale: spec.scale ?? scaleOf(spec, count),
    rscales: Float64Array.from(spec.rscales ?? new Array<number>(count).fill(1)),
    mse: spec.mse ?? false,
    df: spec.df ?? "rank",
  });
}
