import type { Design } from "../design/design.js";
import { domainMask } from "../design/domain.js";
import { groupsOf } from "../estimate/by.js";
import { MISSING } from "../load/table.js";
import type { Indicator } from "./indicator.js";

/** The rows that an estimate rests on, for those who must know whom a number is about. */
export interface DomainRows {
  readonly by: Readonly<Record<string, string>> | null;
  /** for each row of the unit 1 if it is in the group and gave an answer */
  readonly rows: Uint8Array;
  /** for a difference the rows of its two sides; `rows` is then both together */
  readonly sides?: readonly [Uint8Array, Uint8Array];
}

/** The rows that answered everything that the indicator needs. */
function answered(indicator: Indicator, design: Design): (row: number) => boolean {
  const names = [indicator.question, ...(indicator.denominator === null ? [] : [indicator.denominator])];
  const missing = names.map((name) => design.table.columns.get(name)!.missing);
  return (row) => missing.every((kinds) => kinds[row] === MISSING.answered);
}

/** The rows behind each group of an indicator, by one of its disaggregations. */
export function domainRows(indicator: Indicator, design: Design, by: readonly string[]): readonly DomainRows[] {
  const where = indicator.population === null ? {} : { where: indicator.population };
  const isUsable = answered(indicator, design);
  const { compare } = indicator;
  const masks =
    compare === null
      ? null
      : [compare.a, compare.b].map((side) => domainMask(design.table, { [compare.column]: side }));
  return groupsOf(design, { by, ...where }).map((group) => {
    const flags = (mask?: Uint8Array): Uint8Array => {
      const rows = new Uint8Array(design.table.size);
      for (const row of group.rows) if (isUsable(row) && mask?.[row] !== 0) rows[row] = 1;
      return rows;
    };
    if (masks === null) return { by: group.by, rows: flags() };
    const [a, b] = [flags(masks[0]), flags(masks[1])];
    return { by: group.by, rows: a.map((flag, row) => (flag === 1 ? 1 : b[row]!)), sides: [a, b] as const };
  });
}
