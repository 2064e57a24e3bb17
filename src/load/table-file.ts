import { extname } from "node:path";
import { DataError, type Problem, refuse } from "../errors.js";
import { nearest } from "../words/nearest.js";
import { cellText, inferColumn } from "./column.js";
import { readCsv } from "./csv.js";
import { readParquet } from "./parquet.js";
import type { Column, Table } from "./table.js";
import { type Cell, cellAddress, readWorkbook, type Sheet } from "./workbook.js";

/** The sheet of that name, or the first. */
export function findSheet(file: string, sheets: readonly Sheet[], name?: string): Sheet {
  const found = name === undefined ? sheets[0] : sheets.find((sheet) => sheet.name === name);
  if (found !== undefined) return found;
  const known = sheets.map((sheet) => `"${sheet.name}"`).join(", ");
  const near = nearest(
    name ?? "",
    sheets.map((sheet) => sheet.name),
  )[0];
  const holes = { name: name ?? "", known, near: near ?? "" };
  throw new DataError([{ code: near === undefined ? "unknownSheet" : "unknownSheetNear", holes, place: { file } }]);
}

/** The problems of a header row: names that stand twice. */
export function headerProblems(headers: readonly string[], file: string, sheet?: string): Problem[] {
  const seen = new Map<string, number>();
  return headers.flatMap((name, column): Problem[] => {
    const first = seen.get(name);
    if (first === undefined || name === "") {
      seen.set(name, column);
      return [];
    }
    const holes = { name, cells: `${cellAddress(0, first)}, ${cellAddress(0, column)}` };
    return [{ code: "duplicateColumn", holes, place: { file, ...(sheet === undefined ? {} : { sheet }) } }];
  });
}

/** Error cells as problems, each with its address. */
export function errorCells(sheet: Sheet, file: string): Problem[] {
  return sheet.errors.map(({ row, column, text }) => ({
    code: "errorCell",
    holes: { value: text },
    place: { file, sheet: sheet.name, cell: cellAddress(row, column) },
  }));
}

/** Rows under a header row as a table of typed columns; columns without a name are left out. */
function toTable(file: string, rows: readonly (readonly Cell[])[], sheet?: string): Table {
  const headers = (rows[0] ?? []).map((cell) => cellText(cell));
  const place = { file, ...(sheet === undefined ? {} : { sheet }) };
  if (rows.length < 2) throw new DataError([{ code: "noRows", holes: {}, place }]);
  refuse(headerProblems(headers, file, sheet));
  // a row may be blank in the middle of a sheet; it is nobody
  const kept = rows.map((_, index) => index).filter((index) => index > 0 && rows[index]!.some((cell) => cell !== null));
  const columns = new Map<string, Column>();
  for (const [index, name] of headers.entries())
    if (name !== "")
      columns.set(
        name,
        inferColumn(
          name,
          kept.map((row) => rows[row]![index] ?? null),
        ),
      );
  return {
    unit: "row",
    size: kept.length,
    columns,
    source: { ...place, rows: Int32Array.from(kept, (row) => row + 1) },
  };
}

/**
 * Reads a table that no questionnaire describes, typing each column by what it holds.
 *
 * @param file a .csv (`,`, `;` or tabs; UTF-8 or Latin-1), .xlsx or .parquet file
 * @param sheet for a workbook the sheet; absent: the first
 * @throws {DataError} with every problem of the file: missing, empty, of another kind, no such sheet, a name twice, error cells
 */
export async function readTableFile(file: string, sheet?: string): Promise<Table> {
  const kind = extname(file).toLowerCase();
  if (kind === ".csv") return toTable(file, readCsv(file));
  if (kind === ".parquet") return toTable(file, await readParquet(file));
  if (kind !== ".xlsx") throw new DataError([{ code: "unknownFileKind", holes: { file }, place: {} }]);
  const found = findSheet(file, readWorkbook(file), sheet);
  refuse(errorCells(found, file));
  return toTable(file, found.rows, found.name);
}
