import { DataError } from "../errors.js";
import type { Released } from "../policy/released.js";
import { byCodePoint } from "../words/code-point.js";
import { nearest } from "../words/nearest.js";
import { readable } from "./readable.js";

/** The released estimates of a study, as a notebook asks for them. */
export interface EstimateList {
  /** every released estimate, in the order of the plan */
  readonly all: readonly Released[];
  /** the rows of one indicator by the columns given; without `by`, those of everybody together */
  of(id: string, options?: { readonly by?: readonly string[] }): readonly Released[];
  /** the one row of an indicator for a group, `{}` being everybody together, and where there are several, a level */
  one(id: string, group?: Readonly<Record<string, string>>, level?: string): Released;
  /** the row with this key */
  get(key: string): Released;
}

function columnsOf(row: Released): string {
  return Object.keys(row.by ?? {})
    .sort(byCodePoint)
    .join(" + ");
}

function refuse(code: string, holes: Readonly<Record<string, string>>): never {
  throw new DataError([{ code, holes, place: {} }]);
}

/**
 * Wraps the released list for notebooks.
 *
 * @throws {DataError} from `of`, `one` and `get`, if the plan does not have what is asked for, with what it has
 */
export function toEstimateList(all: readonly Released[]): EstimateList {
  const list: EstimateList = {
    all,
    of: (id, { by = [] } = {}) => {
      const rows = all.filter((row) => row.id === id);
      const near = nearest(id, new Set(all.map((row) => row.id))).join(", ");
      if (rows.length === 0) refuse("unknownIndicator", { id, near: near === "" ? "" : ` (${near}?)` });
      const wanted = [...by].sort(byCodePoint).join(" + ");
      const found = rows.filter((row) => columnsOf(row) === wanted);
      const known = [...new Set(rows.map(columnsOf))].map((columns) => (columns === "" ? "total" : columns)).join("; ");
      if (found.length === 0) refuse("unknownDisaggregation", { id, by: wanted === "" ? "total" : wanted, known });
      return readable(found);
    },
    one: (id, group = {}, level) => {
      const rows = list.of(id, { by: Object.keys(group) });
      const inGroup = rows.filter(({ by }) => Object.entries(group).every(([column, value]) => by?.[column] === value));
      const found = inGroup.filter((row) => level === undefined || row.level === level);
      if (found.length === 1) return found[0]!;
      const known = rows.map((row) => [...Object.values(row.by ?? {}), row.level ?? ""].join(" ").trim()).join("; ");
      const wanted = [...Object.values(group), level ?? ""].join(" ").trim();
      return refuse("unknownGroup", { id, group: wanted, known });
    },
    get: (key) => all.find((row) => row.key === key) ?? refuse("unknownKey", { key }),
  };
  return list;
}
