import { type Column, MISSING } from "../load/table.js";

/** What stands in a cell, for a message. */
export function cellText(column: Column, row: number): string {
  if (column.kind === "number") return String(column.values[row]);
  if (column.kind === "text") return `"${column.values[row]}"`;
  if (column.kind === "code") return `"${column.levels[column.codes[row]!]?.value ?? ""}"`;
  return column.levels
    .filter((_, level) => column.chosen[level]![row] === 1)
    .map((level) => level.value)
    .join(" ");
}

/** A number written as text, or NaN; a comma is not taken for a point, for in half the world it is not one. */
function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/**
 * A column that must hold numbers, read as such even where a file wrote them as text: NaN where there is none, be it that the cell
 * is blank (`missing` tells) or that it holds something else.
 */
export function toNumbers(column: Column): Float64Array {
  const { missing } = column;
  const answered = (row: number): boolean => missing[row] === MISSING.answered;
  if (column.kind === "number") return column.values.map((value, row) => (answered(row) ? value : Number.NaN));
  if (column.kind === "text")
    return Float64Array.from(column.values, (text, row) => (answered(row) ? numberOf(text) : Number.NaN));
  if (column.kind === "multiple") return new Float64Array(missing.length).fill(Number.NaN);
  const values = column.levels.map((level) => numberOf(level.value));
  return Float64Array.from(column.codes, (code, row) => (answered(row) ? (values[code] ?? Number.NaN) : Number.NaN));
}

/** Whether a cell of such a column is blank, rather than something that is no number. */
export function isBlank(column: Column, row: number): boolean {
  if (column.missing[row] !== MISSING.answered) return true;
  if (column.kind === "number") return Number.isNaN(column.values[row]);
  return column.kind === "text" && column.values[row]!.trim() === "";
}
