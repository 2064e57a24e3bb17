import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inferColumn } from "../src/load/column.js";
import { readTableFile } from "../src/load/table-file.js";
import { folder, workbook } from "./load-fixture.js";

describe("inferColumn(name, cells)", () => {
  it.each([
    ["whole numbers", ["1", "20", "-3"], "number"],
    ["decimals and R's exponents", ["0.5", "1e+05", "2.5e-07"], "number"],
    ["leading zeros are codes", ["01", "2"], "code"],
    ["an exponent without a sign is a code", ["1E5", "2"], "code"],
    ["whole numbers too long to be held are codes", ["90071992547409931", "1"], "code"],
    ["a word among numbers", [1, 2, "x"], "code"],
    ["nothing at all", [null, null], "code"],
  ])("tells by what every cell holds: %s", (_, cells, kind) => {
    expect(inferColumn("x", cells).kind).toBe(kind);
  });

  it("has the values that occur as levels, in code-point order, and blanks as no answer", () => {
    const column = inferColumn("x", ["b", null, "a", "Z"]);
    if (column.kind !== "code") throw new Error(column.kind);
    expect(column.levels.map(({ value }) => value)).toEqual(["Z", "a", "b"]);
    expect([...column.codes]).toEqual([2, -1, 1, 0]);
    expect([...column.missing]).toEqual([0, 2, 0, 0]);
  });

  it("takes long texts that are nearly all different as free text, which identifies", () => {
    const cells = Array.from({ length: 30 }, (_, row) => `a long sentence that somebody said, number ${row}`);
    expect(inferColumn("x", cells)).toMatchObject({ kind: "text", identifying: true });
  });
});

describe("readTableFile(file, sheet)", () => {
  const dir = folder();
  const csv = (name: string, content: string | Buffer): string => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };

  it("reads the same table from commas, semicolons, a byte-order mark, Latin-1, and a workbook", async () => {
    const files = [
      csv("a.csv", '"name","n"\n"peñón",1\nNA,NA\n'),
      csv("b.csv", "\ufeffname;n\r\npeñón;1\r\n;\r\nNA;NA\r\n"),
      csv("c.csv", Buffer.from("name,n\npeñón,1\nNA,\n", "latin1")),
      workbook(join(dir, "d.xlsx"), {
        other: [["x"]],
        data: [
          ["name", "n"],
          ["peñón", 1],
        ],
      }),
    ];
    for (const [index, file] of files.entries()) {
      const { columns } = await readTableFile(file, index === 3 ? "data" : undefined);
      const [name, n] = [columns.get("name")!, columns.get("n")!];
      expect(name.kind === "code" && name.levels.map(({ value }) => value)).toEqual(["peñón"]);
      expect(n.kind === "number" && n.values[0]).toBe(1);
    }
  });

  it("refuses what it cannot read, with the way out", async () => {
    await expect(readTableFile(join(dir, "none.csv"))).rejects.toThrow("missing file");
    await expect(readTableFile(csv("d.sav", "x"))).rejects.toThrow("unknown kind of file");
    await expect(readTableFile(csv("e.csv", "a,b\n"))).rejects.toThrow("no rows of data");
    await expect(readTableFile(csv("f.csv", "a,a\n1,2\n"))).rejects.toThrow('duplicate column: "a" (A1, B1)');
    await expect(readTableFile(csv("g.csv", "a,b\n1,2,3\n"))).rejects.toThrow("row with 3 cells under 2 headers");
    await expect(readTableFile(csv("h.parquet", "PAR1"))).rejects.toThrow("not a Parquet file");
    await expect(readTableFile(join(dir, "d.xlsx"), "dat")).rejects.toThrow(
      'unknown sheet: "dat" (did you mean "data"?)',
    );
  });

  it("reads the oracle's 87,842 rows as R does: two codes and six numbers", async () => {
    const packed = readFileSync(join(import.meta.dirname, "oracle/ene.csv.gz"));
    writeFileSync(join(dir, "ene.csv"), gunzipSync(packed));
    const table = await readTableFile(join(dir, "ene.csv"));
    expect(table.size).toBe(87_842);
    expect([...table.columns.values()].map(({ kind }) => kind).join(" ")).toBe(
      "code number number number number code number number",
    );
  });
});
