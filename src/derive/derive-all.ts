import { inherit } from "../load/inherit.js";
import type { Table } from "../load/table.js";
import type { Settings } from "../study/settings.js";
import { derive } from "./derive.js";

/**
 * Makes every derived column of study.json, in the order in which they stand there, so that one may rest on another. A
 * column of a unit is also handed down to the units inside it, as the columns of the questionnaire are.
 */
export function deriveAll(tables: ReadonlyMap<string, Table>, settings: Settings): ReadonlyMap<string, Table> {
  const current = new Map(tables);
  for (const spec of settings.derive) {
    const table = current.get(spec.unit)!;
    const members = spec.members === undefined ? undefined : current.get(spec.members.unit);
    const made = derive(table, spec.name, spec, members);
    current.set(spec.unit, made);
    for (const [name, unit] of Object.entries(settings.units))
      if (unit.of === spec.unit) current.set(name, inherit(current.get(name)!, made));
  }
  return current;
}
