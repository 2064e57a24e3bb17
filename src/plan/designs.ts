import { type Design, type DesignSpec, toDesign } from "../design/design.js";
import type { Column, Table } from "../load/table.js";
import { WEIGHT } from "../load/weights.js";
import type { Settings } from "../study/settings.js";

/** The name of the column that holds the household of each row of a unit inside it. */
const HOUSEHOLD = "_household";

/** The household of each row as a column, so that it can be a sampling unit. */
function withHousehold(table: Table): Table {
  const codes = table.household!;
  const levels = Array.from({ length: codes.reduce((a, b) => Math.max(a, b), -1) + 1 }, (_, value) => ({
    value: String(value),
    label: {},
  }));
  const missing = new Uint8Array(table.size);
  const column: Column = { kind: "code", name: HOUSEHOLD, label: {}, missing, codes, levels, identifying: true };
  return { ...table, columns: new Map([...table.columns, [HOUSEHOLD, column]]) };
}

/**
 * The design of each unit of analysis. A unit inside another keeps the primary units and strata of the sampled one (its
 * rows have inherited those columns); where households were drawn one by one, they are the primary units of their
 * members, who are never independent of one another. Its weight is the household's times its own factor.
 *
 * @throws {DataError} if a weight is missing, a stratum has a single primary unit, …: see `toDesign`
 */
export function toDesigns(settings: Settings, tables: ReadonlyMap<string, Table>): ReadonlyMap<string, Design> {
  const root = Object.values(settings.units).find((unit) => unit.of === undefined)!;
  const { weights, ...drawn } = root.design ?? { weights: null };
  return new Map(
    [...tables].map(([unit, table]) => {
      const isInside = settings.units[unit]?.of !== undefined;
      const weight: Partial<DesignSpec> = weights === null ? {} : { weights: isInside ? WEIGHT : weights };
      if (!isInside || (drawn.clusters ?? []).length > 0) return [unit, toDesign(table, { ...drawn, ...weight })];
      return [unit, toDesign(withHousehold(table), { ...drawn, ...weight, clusters: [HOUSEHOLD] })];
    }),
  );
}
