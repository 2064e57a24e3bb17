import { utils, write } from "xlsx";
import type { Answer } from "./answers.js";
import type { TextTable } from "./tables.js";

/** What every file of the sample says of itself. */
export const MARK = "DATOS SINTÉTICOS – DEMOSTRACIÓN";

/** A sheet as a list of rows, the header first. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly Answer[])[];
}

/** A table of texts as a sheet; what is empty in it is a blank. */
export function tableSheet(name: string, { header, lines }: TextTable): SheetRows {
  return { name, rows: [header, ...lines.map((line) => header.map((column) => line[column] || null))] };
}

/** The sheet that says, in every workbook, that the data are invented. */
export const readme: SheetRows = {
  name: "LEEME",
  rows: [
    [MARK],
    [
      "Personas, hogares, lugares y respuestas inventados por un programa; no describen a nadie ni a ninguna institución.",
    ],
    ["SYNTHETIC DATA – DEMONSTRATION"],
    ["Persons, households, places and answers were made up by a program; they describe nobody and no institution."],
  ],
};

/**
 * An .xlsx workbook as bytes: the same sheets give the same bytes on any day and machine. Numbers are numbers and texts
 * are texts, as they come; blanks have no cell. The library's own compression is used in its module form, and its zip
 * entries carry no time.
 */
export function workbook(title: string, sheets: readonly SheetRows[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows } of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const made = new Date(Date.UTC(2022, 7, 15));
  book.Props = { Title: title, Comments: MARK, Author: "perfil", CreatedDate: made };
  return new Uint8Array(
    write(book, { type: "array", bookType: "xlsx", compression: true, bookSST: true }) as ArrayBuffer,
  );
}
