import { type CellObject, read, SSF, type WorkBook } from "xlsx";
import { DataError } from "../errors.js";
import { dayText } from "./day.js";
import { readBytes } from "./read-bytes.js";
import { unpackedSize } from "./zip-size.js";

/** A cell of a sheet; null if blank. Dates are text, year first. */
export type Cell = string | number | boolean | null;

/** A cell that holds an error of the spreadsheet, such as `#N/A`; its value is null. */
export interface ErrorCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A sheet as rows of cells, the first row first; rows end at their last cell that is not blank. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly errors: readonly ErrorCell[];
}

/**
 * A cell's address as the spreadsheet shows it, from its row and column counted from 0.
 *
 * @example
 * cellAddress(13, 5); // => "F14"
 */
export function cellAddress(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Days from 1900-01-00, as spreadsheets count them, to 1970-01-01; in workbooks of 1904 the count begins later. */
const EPOCH = 25_569;
const EPOCH_1904 = 24_107;

function dateText(serial: number, epoch: number): string {
  const seconds = Math.round((serial - epoch) * 86_400);
  const day = Math.floor(seconds / 86_400);
  if (!(day > -200_000 && day < 200_000)) return String(serial);
  const rest = seconds - day * 86_400;
  if (rest === 0) return dayText(day);
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${dayText(day)}T${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function toCell(cell: CellObject | undefined, epoch: number): Cell {
  if (cell === undefined || cell.v === undefined || cell.t === "e" || cell.t === "z") return null;
  if (typeof cell.v === "number") {
    const isDate = typeof cell.z === "string" && SSF.is_date(cell.z);
    return isDate ? dateText(cell.v, epoch) : cell.v;
  }
  if (typeof cell.v === "boolean") return cell.v;
  const text = String(cell.v);
  return text.trim() === "" ? null : text;
}

function toSheet(book: WorkBook, name: string, epoch: number): Sheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = book.Sheets[name]?.["!data"] ?? [];
  const errors: ErrorCell[] = [];
  const rows = Array.from(data, (cells, row) =>
    Array.from(cells ?? [], (cell, column) => {
      if (cell?.t === "e") errors.push({ row, column, text: cell.w ?? "#" });
      return toCell(cell, epoch);
    }),
  );
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === null) row.pop();
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return { name, rows, errors };
}

/**
 * Reads the worksheets of an .xlsx file, in their order.
 *
 * @throws {DataError} if the file is missing, empty, not an .xlsx workbook, or too large when unpacked
 */
export function readWorkbook(file: string): readonly Sheet[] {
  const bytes = readBytes(file);
  const size = unpackedSize(bytes);
  if (size === Number.POSITIVE_INFINITY) throw new DataError([{ code: "fileTooLarge", holes: { file }, place: {} }]);
  const not = new DataError([{ code: "notAWorkbook", holes: { file }, place: {} }]);
  if (size === null) throw not;
  let book: WorkBook;
  try {
    book = read(bytes, { type: "buffer", dense: true, cellNF: true, cellFormula: false, cellHTML: false });
  } catch {
    throw not;
  }
  const epoch = book.Workbook?.WBProps?.date1904 === true ? EPOCH_1904 : EPOCH;
  const sheets = book.SheetNames.map((name) => toSheet(book, name, epoch));
  if (sheets.length === 0) throw not;
  return sheets;
}
