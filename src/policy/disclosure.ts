import type { Estimate } from "../estimate/estimate.js";
import type { Settings } from "../study/settings.js";

/** An estimate of the plan before it is released: the row of the plan it belongs to, and whether that row is sensitive. */
export interface Planned {
  readonly id: string;
  readonly estimate: Estimate;
  readonly sensitive: boolean;
}

/** The group of a row as one text, with one of its columns left out: the line of a table that adds up to a margin. */
function line(by: Readonly<Record<string, string>>, without: string): string {
  return JSON.stringify(
    Object.entries(by)
      .filter(([column]) => column !== without)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A table of the release: the rows of one indicator by the same columns. */
function family(row: Planned): string {
  return JSON.stringify([row.id, Object.keys(row.estimate.by ?? {}).sort()]);
}

/** Groups the rows of one table; every level of a group stands or falls with its group. */
function groupsOf(rows: readonly Planned[]): Map<string, { by: Readonly<Record<string, string>>; size: number }> {
  const groups = new Map<string, { by: Readonly<Record<string, string>>; size: number }>();
  for (const { estimate } of rows)
    if (estimate.by !== null) groups.set(line(estimate.by, ""), { by: estimate.by, size: estimate.households });
  return groups;
}

/** The groups of one table that may not be shown: those too small, and those that would give one of them away. */
function withheldGroups(rows: readonly Planned[], minimum: number): Set<string> {
  const groups = groupsOf(rows);
  const withheld = new Set([...groups].filter(([, group]) => group.size < minimum).map(([key]) => key));
  // One withheld group in a line that adds up to a published margin is found by subtraction: its smallest neighbour goes
  // too. What that withholds may leave another line with one, so it goes on until no line has exactly one.
  for (let changed = true; changed; ) {
    changed = false;
    const lines = new Map<string, string[]>();
    for (const [key, { by }] of groups)
      for (const column of Object.keys(by)) {
        const name = `${column} ${line(by, column)}`;
        lines.set(name, [...(lines.get(name) ?? []), key]);
      }
    for (const members of lines.values()) {
      if (members.filter((key) => withheld.has(key)).length !== 1) continue;
      const next = members
        .filter((key) => !withheld.has(key))
        .sort((a, b) => groups.get(a)!.size - groups.get(b)!.size || (a < b ? -1 : 1))[0];
      if (next === undefined) continue;
      withheld.add(next);
      changed = true;
    }
  }
  return withheld;
}

/**
 * Which estimates of the plan may not be shown, as a set of their positions in the list. Withheld are the rows of
 * variables that are sensitive and not opened by the group, of groups with fewer responding households than the study's
 * minimum, and of the groups that would give one of those away by subtraction within the same table. Published counts
 * are of *households*, since six persons can be one household.
 */
export function withheldRows(planned: readonly Planned[], settings: Settings["disclosure"]): ReadonlySet<number> {
  const tables = new Map<string, number[]>();
  for (const [index, row] of planned.entries()) tables.set(family(row), [...(tables.get(family(row)) ?? []), index]);
  const withheld = new Set<number>();
  for (const indices of tables.values()) {
    const groups = withheldGroups(
      indices.map((index) => planned[index]!),
      settings.minHouseholds,
    );
    for (const index of indices) {
      const { estimate, sensitive } = planned[index]!;
      const small =
        estimate.by === null ? estimate.households < settings.minHouseholds : groups.has(line(estimate.by, ""));
      if (small || sensitive) withheld.add(index);
    }
  }
  return withheld;
}
