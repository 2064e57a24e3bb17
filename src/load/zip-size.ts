import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** What a workbook may hold when unpacked: far more than any survey, far less than a laptop's memory. */
export const MAX_UNPACKED: number = 400_000_000;

/** Where the directory at the end of a zip begins, and how many files it lists; null if it is no zip. */
function directory(file: Buffer): { at: number; entries: number } | null {
  const last = Math.max(0, file.length - 22 - 65_535);
  for (let at = file.length - 22; at >= last; at--)
    if (file.readUInt32LE(at) === END) return { at: file.readUInt32LE(at + 16), entries: file.readUInt16LE(at + 10) };
  return null;
}

/**
 * How many bytes a zip holds when unpacked; Infinity as soon as it is more than `limit`, null if it is no zip. Each file is unpacked
 * and thrown away with its declared size as the limit, since the directory of a hostile file may lie.
 */
export function unpackedSize(file: Buffer, limit: number = MAX_UNPACKED): number | null {
  if (file.length < 22 || file.readUInt32LE(0) !== 0x04034b50) return null;
  const found = directory(file);
  if (found === null) return null;
  let sum = 0;
  let at = found.at;
  try {
    for (let entry = 0; entry < found.entries; entry++) {
      if (file.readUInt32LE(at) !== ENTRY) return null;
      const packed = file.readUInt32LE(at + 20);
      const size = file.readUInt32LE(at + 24);
      sum += size;
      if (sum > limit) return Number.POSITIVE_INFINITY;
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      if (file.readUInt16LE(at + 10) === 8)
        inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: Math.max(size, 1) });
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return tooLarge ? Number.POSITIVE_INFINITY : null;
  }
  return sum;
}
