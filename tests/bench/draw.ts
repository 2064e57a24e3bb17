import type { Column, Table } from "../../src/load/table.js";
import { MISSING } from "../../src/load/table.js";

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The columns of the drawn sample, all numbers so that R reads the same bytes. */
export const NAMES = ["stratum", "psu", "weight", "income", "rooms", "size", "group", "water", "owns"] as const;

/** The drawn columns: strata of 40 primary units each, five groups, five answers, rows in no order. */
export function draw(size: number, units = 2000): Record<(typeof NAMES)[number], Float64Array> {
  const next = chance(20260101);
  const columns = Object.fromEntries(NAMES.map((name) => [name, new Float64Array(size)]));
  const drawn = columns as Record<(typeof NAMES)[number], Float64Array>;
  for (let row = 0; row < size; row++) {
    const psu = Math.floor(next() * units);
    drawn.psu[row] = psu;
    drawn.stratum[row] = Math.floor(psu / 40);
    drawn.weight[row] = 1 + 9 * next();
    drawn.income[row] = 1000 * (1 + (psu % 7) / 10) * (next() + next() + next());
    drawn.size[row] = 1 + Math.floor(8 * next());
    drawn.rooms[row] = 1 + Math.floor(5 * next());
    drawn.group[row] = Math.floor(5 * next());
    drawn.water[row] = Math.min(4, Math.floor(5 * next() + (psu % 3) / 3));
    drawn.owns[row] = next() < 0.3 + drawn.group[row]! / 20 ? 1 : 0;
  }
  return drawn;
}

const CODES = ["stratum", "psu", "group", "water"];

/** The drawn columns as a table: names of places and answers are codes. */
export function toTable(columns: Record<string, Float64Array>): Table {
  const size = columns.weight!.length;
  const missing = new Uint8Array(size).fill(MISSING.answered);
  const made = Object.entries(columns).map(([name, values]): [string, Column] => {
    const facts = { name, label: { es: name }, missing };
    if (!CODES.includes(name)) return [name, { ...facts, kind: "number", values }];
    const count = values.reduce((most, value) => Math.max(most, value), 0) + 1;
    const levels = Array.from({ length: count }, (_, code) => ({ value: String(code), label: { es: String(code) } }));
    return [name, { ...facts, kind: "code", codes: Int32Array.from(values), levels }];
  });
  const rows = Int32Array.from({ length: size }, (_, row) => row + 2);
  return { unit: "household", size, columns: new Map(made), source: { file: "drawn", rows } };
}
