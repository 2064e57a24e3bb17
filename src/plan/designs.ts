import { type Design, type DesignSpec, toDesign } from "../design/design.js";
import type { Table } from "../load/table.js";
import type { Settings } from "../study/settings.js";

/** The name of the column that holds a row's weight once the factors of the units inside one another are multiplied. */
export const WEIGHT = "_weight";

/**
 * The design of each unit of analysis. A unit inside another keeps the primary units and strata of the sampled one (its
 * rows have inherited those columns); its weight is the household's times its own factor.
 *
 * @throws {DataError} if a weight is missing, a stratum has a single primary unit, …: see `toDesign`
 */
export function toDesigns(settings: Settings, tables: ReadonlyMap<string, Table>): ReadonlyMap<string, Design> {
  const root = Object.values(settings.units).find((unit) => unit.of === undefined)!;
  const { weights, ...drawn } = root.design ?? { weights: null };
  return new Map(
    [...tables].map(([unit, table]) => {
      const weight = unit in settings.units && settings.units[unit]!.of !== undefined ? WEIGHT : weights;
      const spec: DesignSpec = { ...drawn, ...(weights === null || weight === null ? {} : { weights: weight }) };
      return [unit, toDesign(table, spec)];
    }),
  );
}
