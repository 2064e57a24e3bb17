import { condition } from "../load/expression.js";
import { type Column, type ColumnFacts, MISSING, type Table } from "../load/table.js";
import type { DerivedSettings } from "../study/settings.js";

const yesNo = [
  { value: "si", label: { es: "Sí", en: "Yes" } },
  { value: "no", label: { es: "No", en: "No" } },
];

/** For each household: members for whom the condition holds, does not hold, and cannot be told. */
function tally(size: number, members: Table, holds: Int8Array): { yes: Float64Array; no: Float64Array; unknown: Float64Array } {
  const yes = new Float64Array(size);
  const no = new Float64Array(size);
  const unknown = new Float64Array(size);
  for (let row = 0; row < members.size; row++) {
    const counts = holds[row] === 1 ? yes : holds[row] === 0 ? no : unknown;
    const household = members.household![row]!;
    counts[household] = counts[household]! + 1;
  }
  return { yes, no, unknown };
}

/**
 * A household value made from its members. `any` is yes as soon as one member fits, even if others cannot be told;
 * `all` is no as soon as one does not; `count` and `share` need every member told, for a number that leaves some out
 * would be too small.
 */
export function householdValue(
  table: Table,
  members: Table,
  facts: Omit<ColumnFacts, "missing">,
  rule: NonNullable<DerivedSettings["members"]>,
): Column {
  const { yes, no, unknown } = tally(table.size, members, condition(rule.when, members));
  const missing = new Uint8Array(table.size);
  if (rule.how === "any" || rule.how === "all") {
    const codes = new Int32Array(table.size).fill(-1);
    for (let row = 0; row < table.size; row++) {
      const [decides, other] = rule.how === "any" ? [yes[row]!, 0] : [no[row]!, 1];
      if (decides > 0) codes[row] = other;
      else if (unknown[row]! > 0 || yes[row]! + no[row]! === 0) missing[row] = MISSING.noAnswer;
      else codes[row] = 1 - other;
    }
    return { ...facts, kind: "code", missing, codes, levels: yesNo, choices: true };
  }
  const values = new Float64Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const told = yes[row]! + no[row]!;
    const value = unknown[row]! > 0 ? Number.NaN : rule.how === "count" ? yes[row]! : yes[row]! / told;
    values[row] = value;
    if (Number.isNaN(value)) missing[row] = MISSING.noAnswer;
  }
  return { ...facts, kind: "number", missing, values };
}
