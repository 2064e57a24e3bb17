import { parquetMetadata, parquetRead } from "hyparquet";
import { DataError } from "../errors.js";
import { dayText } from "./day.js";
import { readBytes } from "./read-bytes.js";
import type { Cell } from "./workbook.js";

/** A value of a Parquet file as a cell; what has no text of its own (a list, a record) is written as JSON. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined || value === "" || Number.isNaN(value)) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date) {
    const time = value.getTime();
    return time % 86_400_000 === 0 ? dayText(time / 86_400_000) : value.toISOString();
  }
  return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner));
}

/**
 * The rows of a Parquet file, the first holding the headers.
 *
 * @throws {DataError} if the file cannot be read or is no Parquet file
 */
export async function readParquet(file: string): Promise<readonly (readonly Cell[])[]> {
  const bytes = readBytes(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    const names = parquetMetadata(buffer).schema[0]?.num_children ?? 0;
    const schema = parquetMetadata(buffer).schema;
    const headers = schema
      .slice(1)
      .map((element) => element.name)
      .slice(0, names);
    const rows: Cell[][] = [];
    await parquetRead({
      file: buffer,
      onComplete: (read) => {
        for (const row of read as unknown as readonly (readonly unknown[])[]) rows.push(row.map(toCell));
      },
    });
    return [headers, ...rows];
  } catch {
    throw new DataError([{ code: "notParquet", holes: { file }, place: {} }]);
  }
}
