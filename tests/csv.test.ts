import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { machineNumber, reportCsv } from "../src/report/csv.js";
import { row, run, withheld } from "./report-fixture.js";

/** The file as another program reads it. */
function read(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

describe("reportCsv(run)", () => {
  it("has a row an estimate and the mark of invented data first", () => {
    const text = reportCsv(run);
    expect(text.startsWith("\ufeffmark,id,key,unit,statistic,")).toBe(true);
    const rows = read(text);
    expect(rows).toHaveLength(run.estimates.length);
    expect(new Set(rows.map((line) => line.mark))).toEqual(new Set(["DATOS SINTÉTICOS – DEMOSTRACIÓN"]));
    expect(rows[0]).toMatchObject({
      by: "grupo=con_dfi",
      estimate: "0.401",
      withheld: "0",
      n: "120",
      precision: "high",
    });
  });
  it("leaves every number of a withheld row blank, its count too", () => {
    const [line] = read(reportCsv({ ...run, estimates: [withheld("actor", { level: "otro" })] }));
    expect(line).toMatchObject({
      withheld: "1",
      estimate: "",
      se: "",
      ciLow: "",
      ciHigh: "",
      n: "",
      households: "",
      psu: "",
      nMissing: "",
    });
  });
  it("quotes what CSV must quote and disarms what a spreadsheet would compute", () => {
    const by = { "=1+1": 'a"b,c' };
    const [line] = read(
      reportCsv({ ...run, estimates: [row("@SUM(A1)", -0.25, 0.1, { by, level: "-2+3", where: "selected(x, 'a')" })] }),
    );
    expect(line).toMatchObject({
      id: "'@SUM(A1)",
      by: "'=1+1=a\"b,c",
      level: "'-2+3",
      where: "selected(x, 'a')",
      estimate: "-0.25",
    });
  });
});

describe("machineNumber(value)", () => {
  it("has 12 significant digits and neither -0 nor NaN", () => {
    expect(machineNumber(0.1 + 0.2)).toBe("0.3");
    expect(machineNumber(1 / 3)).toBe("0.333333333333");
    expect(machineNumber(-0)).toBe("0");
    expect(machineNumber(Number.NaN)).toBe("");
    expect(machineNumber(688849.4)).toBe("688849.4");
  });
});
