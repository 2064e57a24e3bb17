import { inferColumn } from "../src/load/column.js";
import type { Column, Table } from "../src/load/table.js";
import type { Cell } from "../src/load/workbook.js";

/** A small table written in a test, column by column, typed as a file's would be. */
export function tableOf(cells: Readonly<Record<string, readonly Cell[]>>, extra: Partial<Table> = {}): Table {
  const columns = new Map(Object.entries(cells).map(([name, values]) => [name, inferColumn(name, values)]));
  const size = Object.values(cells)[0]?.length ?? 0;
  // the header is row 1
  const rows = Int32Array.from({ length: size }, (_, row) => row + 2);
  return { unit: "household", size, columns, source: { file: "test.csv", rows }, ...extra };
}

/** The same table with one column more, made by hand. */
export function withColumn(table: Table, column: Column): Table {
  return { ...table, columns: new Map([...table.columns, [column.name, column]]) };
}

/** A number agrees with another to a relative difference; zero absolutely. */
export function agrees(found: number | null | undefined, expected: number, relative = 1e-8): boolean {
  if (typeof found !== "number") return false;
  return Math.abs(found - expected) <= (expected === 0 ? 1e-12 : relative * Math.abs(expected));
}

/** The table with its rows in another order: row i of the new one is row `order[i]` of the old. */
export function reordered(table: Table, order: readonly number[]): Table {
  const columns = [...table.columns.values()].map((column): [string, Column] => {
    const missing = Uint8Array.from(order, (row) => column.missing[row]!);
    if (column.kind === "number")
      return [column.name, { ...column, missing, values: Float64Array.from(order, (row) => column.values[row]!) }];
    if (column.kind === "text")
      return [column.name, { ...column, missing, values: order.map((row) => column.values[row]!) }];
    if (column.kind === "code")
      return [column.name, { ...column, missing, codes: Int32Array.from(order, (row) => column.codes[row]!) }];
    const chosen = column.chosen.map((each) => Uint8Array.from(order, (row) => each[row]!));
    return [column.name, { ...column, missing, chosen }];
  });
  const rows = Int32Array.from(order, (row) => table.source.rows[row]!);
  return { ...table, columns: new Map(columns), source: { ...table.source, rows } };
}
