import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CFB, utils, write } from "xlsx";
import { cellAddress, readWorkbook } from "../src/load/workbook.js";
import { unpackedSize } from "../src/load/zip-size.js";
import { folder, workbook } from "./load-fixture.js";

/** A zip of one file whose directory declares a size of its own choice. */
function zip(content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + 1);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(46 + 1);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

/** A workbook whose only sheet is written by hand: what spreadsheets write, and xlsx would not. */
function sheetFile(file: string, rows: readonly string[]): string {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["a"]]), "a");
  const zipped = CFB.read(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer, { type: "buffer" });
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  CFB.find(zipped, "/xl/worksheets/sheet1.xml")!.content = Buffer.from(xml);
  const options = { fileType: "zip", type: "buffer", compression: true } as const;
  writeFileSync(file, CFB.write(zipped, options) as Buffer);
  return file;
}

describe("readWorkbook(file)", () => {
  const dir = folder();

  it("gives sheets, blanks as null, and days as text, year first", () => {
    const book = utils.book_new();
    // 44562 is the first of January 2022 in a workbook that counts from 1900
    const sheet = utils.aoa_to_sheet([
      ["day", "moment", "share", "yes"],
      [44562, 44562.75, 0.5, true],
      [null, " ", null, null],
    ]);
    Object.assign(sheet.A2, { z: "yyyy-mm-dd" });
    Object.assign(sheet.B2, { z: "yyyy-mm-dd hh:mm" });
    Object.assign(sheet.C2, { z: "0%" });
    utils.book_append_sheet(book, sheet, "a");
    const file = join(dir, "dates.xlsx");
    writeFileSync(file, new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    expect(readWorkbook(file)).toEqual([
      {
        name: "a",
        errors: [],
        rows: [
          ["day", "moment", "share", "yes"],
          ["2022-01-01", "2022-01-01T18:00:00", 0.5, true],
        ],
      },
    ]);
  });

  it("names the cells that hold an error", () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([["a"], [1]]);
    sheet.A2 = { t: "e", v: 42, w: "#N/A" };
    utils.book_append_sheet(book, sheet, "a");
    const file = join(dir, "errors.xlsx");
    writeFileSync(file, new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    expect(readWorkbook(file)[0]!.errors).toEqual([{ row: 1, column: 0, text: "#N/A" }]);
  });

  it("refuses a small file that would be enormous when laid out, one cell of each row in the last column", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    const file = sheetFile(join(dir, "wide.xlsx"), rows);
    expect(statSync(file).size).toBeLessThan(300_000);
    // 20,000 × 16,384 cells
    expect(() => readWorkbook(file)).toThrow(/^file too large: .*wide\.xlsx$/);
  });

  it("reads a sheet whose few cells lie far apart, each in its place", () => {
    const file = sheetFile(join(dir, "sparse.xlsx"), [
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row>',
      '<row r="900000"><c r="B900000"><v>2</v></c></row>',
    ]);
    const { rows } = readWorkbook(file)[0]!;
    expect(rows.length).toBe(900_000);
    expect([rows[0], rows[1], rows[899_999]]).toEqual([[1, null, null, 4], [], [null, 2]]);
  });

  it("takes __proto__ as a name like another", () => {
    const file = workbook(join(dir, "proto.xlsx"), {
      a: [
        ["__proto__", "constructor"],
        ["x", "y"],
      ],
    });
    expect(readWorkbook(file)[0]!.rows[0]).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("refuses what is no workbook with one message", () => {
    const text = join(dir, "text.xlsx");
    writeFileSync(text, "<html><table><tr><td>1</td></tr></table></html>");
    expect(() => readWorkbook(text)).toThrow(/^not a workbook: .*text\.xlsx \(an \.xlsx file is expected\)$/);
    const other = join(dir, "zip.xlsx");
    writeFileSync(other, zip(Buffer.from("hello"), 5));
    expect(() => readWorkbook(other)).toThrow(/^not a workbook/);
    expect(() => readWorkbook(join(dir, "none.xlsx"))).toThrow(/^missing file/);
    expect(() => readWorkbook(dir)).toThrow(/^not a file/);
  });
});

describe("unpackedSize(file, limit)", () => {
  const content = Buffer.alloc(5000);

  it("adds up what the files of a zip hold", () => {
    expect(unpackedSize(zip(content, 5000))).toBe(5000);
  });

  it("stops at the limit, and at a file that holds more than its directory says", () => {
    expect(unpackedSize(zip(content, 5000), 4999)).toBe(Number.POSITIVE_INFINITY);
    expect(unpackedSize(zip(content, 10))).toBe(Number.POSITIVE_INFINITY);
  });

  it("is null for what is no zip", () => {
    expect(unpackedSize(Buffer.from("PK".repeat(20)))).toBeNull();
  });
});

describe("cellAddress(row, column)", () => {
  it("counts columns as spreadsheets do", () => {
    expect([0, 25, 26, 701, 702].map((column) => cellAddress(0, column))).toEqual(["A1", "Z1", "AA1", "ZZ1", "AAA1"]);
  });
});
