import type { Design } from "../design/design.js";
import { answer } from "./answer.js";
import { groupsOf } from "./by.js";
import type { Estimates, Options } from "./estimate.js";
import { checked, findNumbers, usableRows } from "./find-column.js";
import { centred, correlationOf } from "./moments.js";

/**
 * How closely two columns of numbers go together in the population, between −1 and 1 (Pearson). Rows need both answers. The interval is
 * made on the scale of Fisher's z, which keeps it between −1 and 1.
 *
 * @returns a row a group; null with the reason "no variation" where one of the columns is the same for all
 * @throws {DataError} if a column is not there or no number, or a part without known probabilities would be mixed in
 * @example
 * correlation(households, "size", "rooms");
 */
export function correlation(design: Design, x: string, y: string, options: Options = {}): Estimates {
  const [one, other] = findNumbers(design, "correlation", x, y);
  const second = usableRows(other!);
  const usable = usableRows(one!).map((value, row) => value & second[row]!);
  const estimator = correlationOf(centred(one!.values, usable), centred(other!.values, usable));
  const variable = `${x}*${y}`;
  const asked = { statistic: "correlation", variable, options: checked(options), usable, scale: "fisher" } as const;
  return Object.freeze(groupsOf(design, options).map((group) => answer(design, group, { ...asked, estimator })));
}
