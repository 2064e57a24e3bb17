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

type RawRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function rawRows(book: WorkBook, name: string): RawRows {
  return book.Sheets[name]?.["!data"] ?? [];
}

/** How many cells a sheet would take: one stray cell far to the right makes a small file enormous. */
function areaOf(data: RawRows): number {
  let [rows, widest] = [0, 0];
  data.forEach((cells) => {
    rows += 1;
    widest = Math.max(widest, cells?.length ?? 0);
  });
  return rows * widest;
}

function toSheet(data: RawRows, name: string, epoch: number): Sheet {
  const errors: ErrorCell[] = [];
  const rows = Array.from(data, (cells, row) => {
    const filled: Cell[] = [];
    // forEach passes over the places where the file has no cell
    cells?.forEach((cell, column) => {
      if (cell?.t === "e") errors.push({ row, column, text: cell.w ?? "#" });
      const value = toCell(cell, epoch);
      if (value === null) return;
      while (filled.length < column) filled.push(null);
      filled.push(value);
    });
    return filled;
  });
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return { name, rows, errors };
}

/** How many cells a workbook may span, blank ones too: far more than any survey, far less than a laptop's memory. */
const MAX_CELLS = 50_000_000;

/**
 * Reads the worksheets of an .xlsx file, in their order.
 *
 * @throws {DataError} if the file is missing, empty, not an .xlsx workbook, or too large when unpacked or laid out
 */
export function readWorkbook(file: string): readonly Sheet[] {
  const bytes = readBytes(file);
  const size = unpackedSize(bytes);
  const tooLarge = new DataError([{ code: "fileTooLarge", holes: { file }, place: {} }]);
  if (size === Number.POSITIVE_INFINITY) throw tooLarge;
  const not = new DataError([{ code: "notAWorkbook", holes: { file }, place: {} }]);
  if (size === null) throw not;
  let book: WorkBook;
  try {
    book = read(bytes, { type: "buffer", dense: true, cellNF: true, cellFormula: false, cellHTML: false });
  } catch {
    throw not;
  }
  const epoch = book.Workbook?.WBProps?.date1904 === true ? EPOCH_1904 : EPOCH;
  const sheets = book.SheetNames.map((name) => ({ name, data: rawRows(book, name) }));
  if (sheets.length === 0) throw not;
  if (sheets.reduce((sum, { data }) => sum + areaOf(data), 0) > MAX_CELLS) throw tooLarge;
  return sheets.map(({ name, data }) => toSheet(data, name, epoch));
}
