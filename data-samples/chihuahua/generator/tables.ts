import { readFileSync } from "node:fs";
import papaparse from "papaparse";

/** A line of a table, by the names of its header. */
export type Line = Readonly<Record<string, string>>;

/** A table of the generator's own: text that people can read and compare, from which a workbook is made. */
export interface TextTable {
  readonly header: readonly string[];
  readonly lines: readonly Line[];
}

/** Reads a table that lies beside the generator. */
export function readTable(name: string): TextTable {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  const { data, meta } = papaparse.parse<Line>(text, { header: true, skipEmptyLines: true });
  return { header: meta.fields ?? [], lines: data };
}
