import type { Column, Table } from "./table.js";

/** A column's rows in another order, or repeated: row `i` of the result is row `rows[i]`. */
export function gather(column: Column, rows: Int32Array): Column {
  const missing = Uint8Array.from(rows, (row) => column.missing[row]!);
  switch (column.kind) {
    case "number":
      return { ...column, missing, values: Float64Array.from(rows, (row) => column.values[row]!) };
    case "code":
      return { ...column, missing, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
    case "multiple":
      return { ...column, missing, chosen: column.chosen.map((flags) => Uint8Array.from(rows, (row) => flags[row]!)) };
    case "text":
      return { ...column, missing, values: Array.from(rows, (row) => column.values[row]!) };
  }
}

/**
 * Hands the columns of a unit down to a unit inside it, so that a household's municipality can be asked of its persons. A column of
 * the unit's own stays; names that begin with `_` are the export's own links and are not handed down.
 */
export function inherit(child: Table, parent: Table): Table {
  const rows = child.parent;
  if (rows === undefined) return child;
  const columns = new Map(child.columns);
  for (const [name, column] of parent.columns)
    if (!columns.has(name) && !name.startsWith("_")) columns.set(name, gather(column, rows));
  return { ...child, columns };
}
