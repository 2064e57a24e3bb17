import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { checked, findNumbers, usableRows } from "./find-column.js";
import { centred, varianceOf } from "./moments.js";
import { rowsWith } from "./rows-with.js";

/**
 * How much a column of numbers varies in the population: the weighted mean of the squares about the mean, times n / (n − 1) as R's
 * `svyvar` has it. This is a figure of the population, not the error of an estimate: that is its `se`.
 *
 * @returns a row a group, on the scale of the data squared
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * populationVariance(households, "income", { by: ["municipality"] });
 */
export function populationVariance(design: Design, variable: string, options: Options = {}): Estimates {
  const [column] = findNumbers(design, "variance", variable);
  const usable = usableRows(column!);
  const values = centred(column!.values, usable);
  const asked = { statistic: "variance", variable, options: checked(options), usable } as const;
  const rows = groupsOf(design, options).map((group) => {
    const n = rowsWith(group.rows, usable).length;
    return answer(design, group, { ...asked, estimator: varianceOf(values, n) });
  });
  return Object.freeze(rows);
}
