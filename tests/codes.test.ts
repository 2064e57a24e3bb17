import { describe, expect, it } from "vitest";
import { toCodes } from "../src/design/codes.js";
import { inferColumn } from "../src/load/column.js";
import { MISSING } from "../src/load/table.js";

/** The value of each row, null where missing. */
function valuesOf(cells: readonly (string | number | null)[]): (string | null)[] {
  const { codes, values } = toCodes(inferColumn("c", cells));
  return [...codes].map((code) => values[code] ?? null);
}

describe("toCodes(column)", () => {
  it("keeps the leading zeros of a text code", () => {
    expect(valuesOf(["01", "1", "002"])).toEqual(["01", "1", "002"]);
  });

  it("makes 101 and 101.0 one code without a decimal point", () => {
    expect(valuesOf([101, "101.0", 7.5])).toEqual(["101", "101", "7.5"]);
  });

  it("sorts values by code point, so that 10 comes before 9 and ñ after z", () => {
    expect(toCodes(inferColumn("c", [9, 10, 1])).values).toEqual(["1", "10", "9"]);
    expect(toCodes(inferColumn("c", ["ñ", "z", "A", "a"])).values).toEqual(["A", "a", "z", "ñ"]);
  });

  it("gives −1 to a blank, and to a don't know that has a code of its own", () => {
    const column = inferColumn("c", ["a", null, "dk"]);
    expect([...toCodes(column).codes]).toEqual([0, -1, 1]);
    const missing = Uint8Array.of(MISSING.answered, MISSING.noAnswer, MISSING.dontKnow);
    expect([...toCodes({ ...column, missing }).codes]).toEqual([0, -1, -1]);
  });

  it("writes a date as a day", () => {
    const days = inferColumn("c", [0, 31]);
    if (days.kind !== "number") throw new Error("numbers were read as text");
    expect(toCodes({ ...days, isDate: true }).values).toEqual(["1970-01-01", "1970-02-01"]);
  });
});
