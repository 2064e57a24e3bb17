import { type Problem, refuse } from "../errors.js";
import { Sum } from "../math/sum.js";
import type { NonresponseSpec } from "./calibration-spec.js";
import { type Cells, toCells } from "./cells.js";
import type { Design } from "./design.js";
import { domainMask } from "./domain.js";

/** Classes of who was drawn, and who of them responded. */
export interface ResponseClasses extends Cells {
  /** for each row 1 if it responded */
  readonly responded: Uint8Array;
  readonly rows: Int32Array;
  readonly path: string;
}

/**
 * The classes of a non-response adjustment.
 *
 * @param rows the rows that were drawn, of a positive weight
 * @throws {DataError} if a column is not there, or somebody's class is not known
 */
export function responseClasses(
  design: Design,
  rows: Int32Array,
  spec: NonresponseSpec,
  path: string,
): ResponseClasses {
  const problems: Problem[] = [];
  const cells = toCells(design.table, spec.by, rows, problems);
  refuse(problems);
  return { ...cells!, responded: domainMask(design.table, spec.responded), rows, path };
}

/** For each class the weight of everybody in it, and of who responded. */
export function classTotals(classes: ResponseClasses, weights: Float64Array): { all: number; responded: number }[] {
  const sums = classes.names.map(() => ({ all: new Sum(), responded: new Sum() }));
  for (const row of classes.rows) {
    const into = sums[classes.cellOf[row]!]!;
    into.all.add(weights[row]!);
    if (classes.responded[row] === 1) into.responded.add(weights[row]!);
  }
  return sums.map(({ all, responded }) => ({ all: all.value, responded: responded.value }));
}

/**
 * In each class the weights of who responded are multiplied by the weight of the class over theirs; the others get 0.
 *
 * @throws {DataError} if nobody of a class responded
 */
export function nonresponse(classes: ResponseClasses, weights: Float64Array): Float64Array {
  const totals = classTotals(classes, weights);
  const nobody = totals.flatMap(({ all, responded }, at): Problem[] =>
    all > 0 && responded === 0
      ? [{ code: "classWithoutResponse", holes: { cell: classes.names[at]! }, place: { path: classes.path } }]
      : [],
  );
  refuse(nobody);
  const factor = totals.map(({ all, responded }) => (responded > 0 ? all / responded : 0));
  const adjusted = weights.slice();
  for (const row of classes.rows)
    adjusted[row] = classes.responded[row] === 1 ? weights[row]! * factor[classes.cellOf[row]!]! : 0;
  return adjusted;
}
