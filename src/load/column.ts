import { byCodePoint } from "../words/code-point.js";
import { type Column, MISSING } from "./table.js";
import type { Cell } from "./workbook.js";

/** A number as programs write it: no leading zeros, which belong to codes such as `01`, and no sign before an exponent left out. */
const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]\d+)?$/;

/** Whether a cell is a number and nothing else; a whole number that a computer cannot hold exactly is a code. */
function isNumber(cell: Exclude<Cell, null>): boolean {
  if (typeof cell === "number") return Number.isFinite(cell);
  if (typeof cell === "boolean" || !canonical.test(cell)) return false;
  return cell.length < 16 || Math.abs(Number(cell)) <= Number.MAX_SAFE_INTEGER;
}

/** A cell as the text that it shows; a yes or no of the spreadsheet is TRUE or FALSE. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : cell.trim();
}

/** Free text rather than a classification: nearly every answer is its own, and they are long. */
function isFreeText(texts: readonly string[], distinct: number): boolean {
  const answered = texts.filter((text) => text !== "");
  if (answered.length < 20 || distinct < answered.length * 0.5) return false;
  return answered.reduce((sum, text) => sum + text.length, 0) / answered.length > 20;
}

/** A column of codes whose levels are the values that occur, in code-point order. */
function codeColumn(name: string, texts: readonly string[], missing: Uint8Array, values: Set<string>): Column {
  const levels = [...values].sort(byCodePoint);
  const index = new Map(levels.map((value, code) => [value, code]));
  const codes = Int32Array.from(texts, (text) => index.get(text) ?? -1);
  const label = { es: name };
  return {
    kind: "code",
    name,
    label,
    missing,
    codes,
    levels: levels.map((value) => ({ value, label: { es: value } })),
  };
}

/**
 * A column that no questionnaire describes, typed by what it holds: numbers only if every cell that is not blank is a number and
 * nothing else (`01` is a code), else codes whose levels are the values that occur in code-point order, else free text. Blanks are
 * missing without an answer.
 *
 * @example
 * inferColumn("stratum", ["01", "02", null]).kind; // => "code"
 */
export function inferColumn(name: string, cells: readonly Cell[]): Column {
  const missing = Uint8Array.from(cells, (cell) => (cell === null ? MISSING.noAnswer : MISSING.answered));
  const label = { es: name };
  if (cells.every((cell) => cell === null || isNumber(cell)) && cells.some((cell) => cell !== null)) {
    const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)));
    return { kind: "number", name, label, missing, values };
  }
  const texts = cells.map(cellText);
  const values = new Set(texts);
  values.delete("");
  for (const [row, text] of texts.entries()) if (text === "") missing[row] = MISSING.noAnswer;
  if (isFreeText(texts, values.size)) return { kind: "text", name, label, missing, values: texts, identifying: true };
  return codeColumn(name, texts, missing, values);
}
