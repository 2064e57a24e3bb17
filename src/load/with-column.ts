import type { Column, Table } from "./table.js";

/** Adds a column to a table, in place of the one that had its name; the table itself is not changed. */
export function withColumn(table: Table, column: Column): Table {
  return { ...table, columns: new Map(table.columns).set(column.name, column) };
}
