import type { Problem } from "../errors.js";
import { cellText } from "./column.js";
import { cellAt, placeOf, type UnitSheet } from "./unit-sheet.js";

/** The pairs of columns by which exports tie a row to the row that it is inside: the child's, then the parent's. */
const links: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["_parent_index"], ["_index", "index"]],
  [["PARENT_KEY"], ["KEY"]],
  [
    ["_submission__uuid", "_submission_uuid", "uuid", "_uuid"],
    ["_uuid", "uuid"],
  ],
  [["_submission__id"], ["_id"]],
];

/** So many problems of one kind are listed; the rest are counted. */
const LISTED = 5;

/** The problems of one kind of a column: the first ones, then how many more. */
function limited(unit: UnitSheet, column: number, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= LISTED) return problems;
  const holes = { count: problems.length - LISTED, name: unit.headers[column]! };
  const more = { code: "moreProblems", holes, place: { file: unit.file, sheet: unit.sheet.name } };
  return [...problems.slice(0, LISTED), more];
}

function columnOf(unit: UnitSheet, names: readonly string[]): number | undefined {
  const column = names.map((name) => unit.headers.indexOf(name)).find((index) => index >= 0);
  return column;
}

/** The row of each key of a sheet; a key that stands twice is a problem. */
function keys(unit: UnitSheet, column: number, problems: Problem[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const [missing, twice]: [Problem[], Problem[]] = [[], []];
  for (let row = 0; row < unit.rows.length; row++) {
    const key = cellText(cellAt(unit, row, column));
    const first = found.get(key);
    if (key === "")
      missing.push({ code: "missingKey", holes: { name: unit.headers[column]! }, place: placeOf(unit, row, column) });
    else if (first === undefined) found.set(key, row);
    else {
      const holes = { name: unit.headers[column]!, value: key, cell: placeOf(unit, first, column).cell! };
      twice.push({ code: "duplicateKey", holes, place: placeOf(unit, row, column) });
    }
  }
  problems.push(...limited(unit, column, missing), ...limited(unit, column, twice));
  return found;
}

/** A sheet that says it is inside another one than the study says. */
function wrongParent(child: UnitSheet, parent: UnitSheet, sheets: ReadonlySet<string>): Problem[] {
  const column = child.headers.indexOf("_parent_table_name");
  if (column < 0 || child.rows.length === 0) return [];
  const said = cellText(cellAt(child, 0, column));
  // the first sheet is named after the form, and people rename it; only a name that is another sheet's says something else
  if (said.slice(0, 31) === parent.sheet.name || !sheets.has(said.slice(0, 31))) return [];
  const holes = { unit: child.unit, said, parent: parent.sheet.name };
  return [{ code: "wrongParent", holes, place: { file: child.file, sheet: child.sheet.name } }];
}

/**
 * For each row of a unit the row of the unit that it is inside, −1 where there is none: by `_parent_index`, else by the submission's
 * identifier. A row that leads nowhere, and a key that stands twice, are problems; but where the first unit has fewer than two rows the
 * survey is refused for that, and every row that leads nowhere would say it again.
 */
export function link(
  child: UnitSheet,
  parent: UnitSheet,
  sheets: ReadonlySet<string>,
): { rows: Int32Array; problems: readonly Problem[] } {
  const problems: Problem[] = wrongParent(child, parent, sheets);
  const pair = links
    .map(([down, up]) => ({ down: columnOf(child, down), up: columnOf(parent, up) }))
    .find(({ down, up }) => down !== undefined && up !== undefined);
  if (pair?.down === undefined || pair.up === undefined) {
    const holes = { unit: child.unit, parent: parent.sheet.name };
    problems.push({ code: "noLink", holes, place: { file: child.file, sheet: child.sheet.name } });
    return { rows: new Int32Array(child.rows.length).fill(-1), problems };
  }
  const { down, up } = pair;
  const known = keys(parent, up, problems);
  const orphans: Problem[] = [];
  const rows = Int32Array.from(child.rows, (_, row) => {
    const key = cellText(cellAt(child, row, down));
    const found = known.get(key);
    if (found !== undefined) return found;
    const holes = { name: child.headers[down]!, value: key, parent: parent.sheet.name };
    orphans.push({ code: "orphan", holes, place: placeOf(child, row, down) });
    return -1;
  });
  const tooFew = parent.settings.of === undefined && parent.rows.length < 2;
  return { rows, problems: tooFew ? problems : [...problems, ...limited(child, down, orphans)] };
}
