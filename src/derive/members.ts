import { condition } from "../load/expression.js";
import { type Column, type ColumnFacts, MISSING, type Table } from "../load/table.js";
import type { DerivedSettings } from "../study/settings.js";
import { missingLike } from "./missing-like.js";

const yesNo = [
  { value: "si", label: { es: "Sí", en: "Yes" } },
  { value: "no", label: { es: "No", en: "No" } },
];

/** The members of each household for whom the condition holds, does not hold, and cannot be told, and why it cannot. */
interface Tally {
  readonly yes: Float64Array;
  readonly no: Float64Array;
  readonly unknown: Float64Array;
  /** the kind of missing of the first member who cannot be told */
  readonly why: Uint8Array;
}

function tally(size: number, members: Table, when: string, among: string | undefined): Tally {
  const holds = condition(when, members);
  const asked = among === undefined ? null : condition(among, members);
  const missing = missingLike(members, [when]);
  const [yes, no, unknown] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const why = new Uint8Array(size).fill(MISSING.noAnswer);
  for (let row = 0; row < members.size; row++) {
    if (asked !== null && asked[row] !== 1) continue;
    const counts = holds[row] === 1 ? yes : holds[row] === 0 ? no : unknown;
    const household = members.household![row]!;
    if (counts === unknown && unknown[household] === 0) why[household] = missing(row);
    counts[household] = counts[household]! + 1;
  }
  return { yes, no, unknown, why };
}

/**
 * A household value made from its members. `any` is yes as soon as one member fits, even if others cannot be told;
 * `all` is no as soon as one does not; `count` and `share` need every member told, for a number that leaves some out
 * would be too small. With `among`, only the members for whom it holds are asked about.
 */
export function householdValue(
  table: Table,
  members: Table,
  facts: Omit<ColumnFacts, "missing">,
  rule: NonNullable<DerivedSettings["members"]>,
): Column {
  const { yes, no, unknown, why } = tally(table.size, members, rule.when, rule.among);
  const missing = new Uint8Array(table.size);
  if (rule.how === "any" || rule.how === "all") {
    const codes = new Int32Array(table.size).fill(-1);
    for (let row = 0; row < table.size; row++) {
      const [decides, other] = rule.how === "any" ? [yes[row]!, 0] : [no[row]!, 1];
      if (decides > 0) codes[row] = other;
      else if (unknown[row]! > 0 || yes[row]! + no[row]! === 0) missing[row] = why[row]!;
      else codes[row] = 1 - other;
    }
    return { ...facts, kind: "code", missing, codes, levels: yesNo, choices: true };
  }
  const values = new Float64Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const told = yes[row]! + no[row]!;
    const value = unknown[row]! > 0 ? Number.NaN : rule.how === "count" ? yes[row]! : yes[row]! / told;
    values[row] = value;
    if (Number.isNaN(value)) missing[row] = why[row]!;
  }
  return { ...facts, kind: "number", missing, values };
}
