import type { Released } from "../policy/released.js";
import type { Labels } from "./block.js";
import { groupColumns, groupLabel, own, partLabel, valueLabel } from "./labels.js";

/** A bar of a pyramid: whose (panel), of which side and which band of ages. */
export interface AgeCell {
  readonly panel: string;
  readonly panelLabel: string;
  readonly side: string;
  readonly sideLabel: string;
  readonly age: string;
  readonly ageLabel: string;
  readonly row: Released;
}

/** A band of ages from a code such as `00_04` or `80_mas`. */
function bandLabel(code: string): string {
  const [, low, high] = /^(\d+)(?:[-_a](\d+))?/.exec(code) ?? [];
  if (low === undefined) return code;
  const from = String(Number(low));
  return high === undefined ? `${from}+` : `${from}–${Number(high)}`;
}

/** Whether a column's name says that it is the sex of a person. */
function isSex(column: string): boolean {
  return /^(sex|sexo|g[eé]nero|gender)(_|$)/i.test(column);
}

/** The columns of the rows' groups by what they are to a pyramid. */
function roles(rows: readonly Released[]): { sex: string | null; age: string | null; panels: readonly string[] } {
  const columns = groupColumns(rows);
  const size = (column: string) => new Set(rows.map((row) => own(row.by ?? {}, column))).size;
  const sex = columns.find(isSex) ?? null;
  const rest = columns.filter((column) => column !== sex);
  // Ages are the answers of a share; of a total they are the group column with most values.
  const age = rows.some((row) => row.level !== undefined)
    ? null
    : ([...rest].sort((a, b) => size(b) - size(a))[0] ?? null);
  return { sex, age, panels: rest.filter((column) => column !== age) };
}

/**
 * Reads rows as a pyramid. The side is a group column named for sex, else what stands before the first `_` of an answer
 * such as `mujer_00_04`; the age is the answer, else the group column with most values; each other group is a panel.
 */
export function agesOf(rows: readonly Released[], labels: Labels, language: string): readonly AgeCell[] {
  const { sex, age, panels } = roles(rows);
  return rows.map((row) => {
    const level = row.level ?? "";
    const cut = level.indexOf("_");
    const split = sex === null && cut > 0;
    const side = sex === null ? (split ? level.slice(0, cut) : "") : (own(row.by ?? {}, sex) ?? "");
    const band = age === null ? (split ? level.slice(cut + 1) : level) : (own(row.by ?? {}, age) ?? "");
    const column = age ?? row.variable;
    const known = own(own(labels.values, column), band);
    const sexColumn = sex ?? Object.keys(labels.values).find(isSex) ?? "";
    const words = panels.map((panel) => groupLabel(labels, row, panel, language));
    const part = row.part === undefined ? [] : [partLabel(labels, row.part, language)];
    return {
      panel: JSON.stringify([...panels.map((panel) => own(row.by ?? {}, panel) ?? ""), row.part ?? ""]),
      panelLabel: [...new Set([...words, ...part])].join(" · "),
      side,
      sideLabel: valueLabel(labels, sexColumn, side, language),
      age: band,
      ageLabel: known === undefined ? bandLabel(band) : valueLabel(labels, column, band, language),
      row,
    };
  });
}
