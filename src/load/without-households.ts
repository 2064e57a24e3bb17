import { gather } from "./inherit.js";
import type { Table } from "./table.js";

/** The rows of a table whose household stays, tied to their parents as those are numbered now. */
export function withoutHouseholds(table: Table, parent: Table | null, dropped: Uint8Array): Table {
  const household = table.household;
  const stays = (row: number): boolean => dropped[household === undefined ? row : household[row]!] !== 1;
  const rows = Int32Array.from({ length: table.size }, (_, row) => row).filter(stays);
  const renumber = (flags: (row: number) => boolean, size: number): Int32Array => {
    let next = 0;
    return Int32Array.from({ length: size }, (_, row) => (flags(row) ? next++ : -1));
  };
  const households = renumber((row) => dropped[row] !== 1, dropped.length);
  const above = table.parent;
  const parents =
    parent === null
      ? null
      : renumber((row) => dropped[parent.household === undefined ? row : parent.household[row]!] !== 1, parent.size);
  return {
    ...table,
    size: rows.length,
    columns: new Map([...table.columns].map(([name, column]) => [name, gather(column, rows)])),
    source: { ...table.source, rows: Int32Array.from(rows, (row) => table.source.rows[row]!) },
    ...(household === undefined ? {} : { household: Int32Array.from(rows, (row) => households[household[row]!]!) }),
    ...(above === undefined || parents === null
      ? {}
      : { parent: Int32Array.from(rows, (row) => parents[above[row]!]!) }),
  };
}
