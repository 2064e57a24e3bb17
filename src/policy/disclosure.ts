import type { Estimate } from "../estimate/estimate.js";
import type { Settings } from "../study/settings.js";
import { byCodePoint } from "../words/code-point.js";
import { type RowSet, RowSets } from "./row-sets.js";

/** An estimate of the plan before it is released. */
export interface Planned {
  /** the row of the plan it belongs to */
  readonly id: string;
  readonly estimate: Estimate;
  /** if true, it may not be published whatever its size */
  readonly sensitive: boolean;
  /** the rows of its unit that it rests on, 1 where in; for a difference those of both sides */
  readonly rows: Uint8Array;
  /** for a difference the rows of each side */
  readonly sides?: readonly [Uint8Array, Uint8Array];
  /** for each row of its unit the household it is in */
  readonly households: Int32Array;
}

/** The groups of one disaggregation of an indicator: sets of rows that do not overlap. */
interface Disaggregation {
  readonly groups: readonly RowSet[];
  /** the unions that anybody may know, whether or not this plan publishes them: groups that differ in one column only */
  readonly margins: readonly RowSet[];
}

/** What is asked of the same rows and the same answers can be subtracted; other questions rest on other answers. */
function familyOf({ estimate }: Planned): string {
  return JSON.stringify([estimate.unit, estimate.variable, estimate.part ?? null]);
}

function groupText(by: Readonly<Record<string, string>>, without?: string): string {
  return JSON.stringify(
    Object.entries(by)
      .filter(([column]) => column !== without)
      .sort(([a], [b]) => byCodePoint(a, b)),
  );
}

/** The disaggregations of a family, with what each adds up to along each of its columns. */
function toDisaggregations(members: readonly Planned[], sets: RowSets): readonly Disaggregation[] {
  const tables = new Map<string, Map<string, { by: Readonly<Record<string, string>>; set: RowSet }>>();
  for (const { id, estimate, rows } of members) {
    if (estimate.by === null) continue;
    const name = JSON.stringify([id, Object.keys(estimate.by).sort(byCodePoint)]);
    const table = tables.get(name) ?? new Map();
    table.set(groupText(estimate.by), { by: estimate.by, set: sets.of(rows) });
    tables.set(name, table);
  }
  return [...tables.values()].map((table) => {
    const lines = new Map<string, RowSet[]>();
    for (const { by, set } of table.values())
      for (const column of Object.keys(by)) {
        const line = `${column} ${groupText(by, column)}`;
        lines.set(line, [...(lines.get(line) ?? []), set]);
      }
    return {
      groups: [...table.values()].map(({ set }) => set),
      margins: [...lines.values()].map((groups) => sets.union(groups)),
    };
  });
}

/** What is left of a set when the known groups inside it are taken away, and those groups. */
function remainder(whole: RowSet, groups: readonly RowSet[], known: ReadonlySet<RowSet>, sets: RowSets) {
  const inside = groups.filter((group) => group !== whole && known.has(group) && sets.isInside(group, whole));
  return { inside, rest: inside.length === 0 ? whole : sets.minus(whole, inside) };
}

/**
 * The first set smaller than the minimum that follows from the known ones by subtraction, and the groups that gave it
 * away. What follows is known in turn, so that a margin that is closed here cannot be put together there.
 */
function firstLeak(
  start: readonly RowSet[],
  disaggregations: readonly Disaggregation[],
  minimum: number,
  sets: RowSets,
): readonly RowSet[] | null {
  const known = new Set(start);
  const queue = [...known];
  const learn = (set: RowSet): void => {
    if (set.households === 0 || known.has(set)) return;
    known.add(set);
    queue.push(set);
  };
  for (let whole = queue.shift(); whole !== undefined; whole = queue.shift())
    for (const { groups } of disaggregations) {
      const { inside, rest } = remainder(whole, groups, known, sets);
      if (rest.households > 0 && rest.households < minimum) return inside.length > 0 ? inside : [whole];
      if (inside.length > 0) learn(rest);
      // all the parts of a closed group may be open in another table
      for (const closed of sets.all())
        if (!known.has(closed)) {
          const parts = groups.filter((group) => known.has(group) && sets.isInside(group, closed));
          if (parts.length > 0 && sets.minus(closed, parts).households === 0) {
            if (closed.households < minimum) return parts;
            learn(closed);
          }
        }
    }
  return null;
}

/** The sets of rows of one family about which nothing may be published. */
function closedSets(members: readonly Planned[], minimum: number): { sets: RowSets; closed: ReadonlySet<RowSet> } {
  const sets = new RowSets(members[0]!.households);
  const columns = new Map<RowSet, number>();
  for (const { estimate, rows } of members) {
    const set = sets.of(rows);
    columns.set(set, Math.min(columns.get(set) ?? 99, Object.keys(estimate.by ?? {}).length));
  }
  const disaggregations = toDisaggregations(members, sets);
  const margins = disaggregations.flatMap((each) => each.margins);
  const closed = new Set([...columns.keys()].filter((set) => set.households < minimum));
  const open = (): RowSet[] => [...columns.keys()].filter((set) => !closed.has(set));
  // a margin that nothing in the plan gives away is taken to be known from elsewhere
  const fromElsewhere = (margin: RowSet): boolean =>
    margin.households >= minimum && !closed.has(margin) && !open().some((set) => sets.isInside(margin, set));
  const known = (): RowSet[] => [...open(), ...margins.filter(fromElsewhere)];
  for (
    let leak = firstLeak(known(), disaggregations, minimum, sets);
    leak !== null;
    leak = firstLeak(known(), disaggregations, minimum, sets)
  ) {
    const candidates = leak.filter((set) => columns.has(set) && !closed.has(set));
    // crossings are given up first, then the smallest group
    const order = (a: RowSet, b: RowSet): number =>
      columns.get(b)! - columns.get(a)! || a.households - b.households || a.number - b.number;
    const victim = (candidates.length > 0 ? candidates : open()).toSorted(order)[0];
    if (victim === undefined) break;
    closed.add(victim);
  }
  return { sets, closed };
}

/**
 * Which estimates of the plan may not be shown, as a set of their positions in the list. Withheld are the rows that are
 * sensitive, those that rest on fewer responding households than the study's minimum (on either side of a difference),
 * and those from which, with the others about the same answers, such a group would follow by subtraction: along the
 * margins of a table, between the disaggregations of an indicator, and between indicators whose populations lie one
 * inside another. Rows whose group is not known count too: what is left of a total when its groups are taken away.
 */
export function withheldRows(planned: readonly Planned[], settings: Settings["disclosure"]): ReadonlySet<number> {
  const families = new Map<string, number[]>();
  for (const [index, row] of planned.entries()) {
    const family = familyOf(row);
    families.set(family, [...(families.get(family) ?? []), index]);
  }
  const withheld = new Set<number>();
  for (const indices of families.values()) {
    const members = indices.map((index) => planned[index]!).filter(({ sensitive }) => !sensitive);
    const { sets, closed } =
      members.length === 0 ? { sets: null, closed: null } : closedSets(members, settings.minHouseholds);
    for (const index of indices) {
      const { sensitive, rows, sides } = planned[index]!;
      if (sensitive || sets === null || closed.has(sets.of(rows))) withheld.add(index);
      else if (sides?.some((side) => sets.of(side).households < settings.minHouseholds || closed.has(sets.of(side))))
        withheld.add(index);
    }
  }
  return withheld;
}
