import { describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { inPart } from "../src/design/parts.js";
import { DataError } from "../src/errors.js";
import { mean } from "../src/estimate/mean.js";
import { tableOf } from "./table-fixture.js";

/** Three strata; villages v1 and v2 in each; household 5 alone in its stratum's village. */
const table = tableOf({
  stratum: ["01", "01", "02", "02", "03"],
  village: ["v1", "v2", "v1", "v2", "v1"],
  weight: [1, 2, 3, 0, 4],
  size: [2, 3, 4, 5, 6],
  total: [9, 9, 9, 9, 9],
});

/** The lines of a refusal. */
function linesOf(refused: () => unknown, language: "en" | "es" = "en"): readonly string[] {
  try {
    refused();
  } catch (error) {
    if (error instanceof DataError) return error.lines(language);
    throw error;
  }
  return [];
}
const lines = (spec: DesignSpec, of = table): readonly string[] => linesOf(() => toDesign(of, spec));

describe("toDesign(table, spec)", () => {
  it("numbers units within strata, strata by code point, whatever the order of the rows", () => {
    const shuffled = tableOf({ stratum: ["9", "10", "9", "10"], village: ["b", "a", "a", "b"] });
    const { stages, unitOf } = toDesign(shuffled, { strata: ["stratum"], clusters: ["village"], nest: true });
    // "10" comes before "9": units are 10-a, 10-b, 9-a, 9-b
    expect([...unitOf]).toEqual([3, 0, 2, 1]);
    expect([...stages[0]!.stratum]).toEqual([0, 0, 1, 1]);
  });

  it("names every column that is not there, with the nearest name", () => {
    expect(lines({ weights: "wieght", strata: ["stratum"], clusters: ["vilage"], fpc: ["zzzz"] })).toEqual([
      'unknown column: "wieght" (did you mean "weight"?) → test.csv',
      'unknown column: "vilage" (did you mean "village"?) → test.csv',
      'unknown column: "zzzz" → test.csv',
    ]);
  });

  it("names every weight that is blank, negative or text with its row in the file, the header being row 1", () => {
    const wrong = tableOf({ w: ["1", null, "-3", "many", "2"], s: ["a", "a", null, "b", "b"] });
    expect(lines({ weights: "w", strata: ["s"] }, wrong)).toEqual([
      'missing weight → test.csv, column "w", row 3',
      'invalid weight: "-3" → test.csv, column "w", row 4',
      'invalid weight: "many" → test.csv, column "w", row 5',
      'missing stratum → test.csv, column "s", row 4',
    ]);
  });

  it("counts the rest when many rows have one problem", () => {
    const blank = tableOf({ w: [1, ...new Array<null>(40).fill(null)] });
    const found = lines({ weights: "w" }, blank);
    expect(found.length).toBe(11);
    expect(found[10]).toContain("and 30 more rows");
  });

  it("refuses weights that are zero everywhere, and a table without rows", () => {
    expect(lines({ weights: "w" }, tableOf({ w: [0, 0] }))[0]).toContain("invalid weights: every one is zero");
    expect(lines({}, tableOf({ w: [] }))).toEqual(["no rows of data → test.csv"]);
  });

  it("refuses a stratum with one primary unit by name and offers the choices, in both languages", () => {
    const spec = { strata: ["stratum"], clusters: ["village"], nest: true };
    expect(lines(spec)).toEqual([
      'stratum "03" has one PSU: v1; choose singletonPsu: "certainty", "centre" or "average" → test.csv',
    ]);
    expect(linesOf(() => toDesign(table, spec), "es")[0]).toContain("el estrato «03» tiene una sola UPM: v1");
    expect(lines({ ...spec, singletonPsu: "certainty" })).toEqual([]);
  });

  it("does not refuse a lone primary unit that is all its stratum has", () => {
    const full = tableOf({ s: ["a", "b", "b"], n: [1, 7, 7] });
    expect(lines({ strata: ["s"], fpc: ["n"] }, full)).toEqual([]);
  });

  it("refuses a sample of one household", () => {
    expect(lines({}, tableOf({ y: [1] }))[0]).toContain("the sample has one PSU: 2");
  });

  it("refuses a primary unit in two strata unless names are said to repeat", () => {
    expect(lines({ strata: ["stratum"], clusters: ["village"] })).toEqual([
      'PSU "v1" is in two strata: 01 and 02; if names repeat between strata, choose nest: true → test.csv',
      'PSU "v2" is in two strata: 01 and 02; if names repeat between strata, choose nest: true → test.csv',
      'PSU "v1" is in two strata: 01 and 03; if names repeat between strata, choose nest: true → test.csv',
    ]);
  });

  it("refuses population counts that vary in a stratum, are fewer than the sample, blank or no number", () => {
    const counts = tableOf({ s: ["a", "a", "b", "b"], n: [5, 6, 1, 1], m: [null, "x", "4", "0"] });
    expect(lines({ strata: ["s"], fpc: ["n"] }, counts)).toEqual([
      'the population count (fpc) varies within stratum "a": 5 and 6 → test.csv, column "n", row 3',
      'invalid population count (fpc): 1 in stratum "b", where the sample has 2 units → test.csv, column "n"',
    ]);
    expect(lines({ strata: ["s"], fpc: ["m"] }, counts)).toEqual([
      'missing population count (fpc) → test.csv, column "m", row 2',
      'invalid population count (fpc): "x"; a number above zero is expected → test.csv, column "m", row 3',
      'invalid population count (fpc): "0"; a number above zero is expected → test.csv, column "m", row 5',
    ]);
  });

  it("refuses more strata than stages", () => {
    expect(lines({ strata: ["stratum", "village"] })[0]).toContain('2 columns in "strata" for 1 stages');
  });

  it("changes nothing of its table", () => {
    const before = JSON.stringify([...table.columns.values()].map((column) => Object.values(column).map(String)));
    mean(toDesign(table, { weights: "weight", strata: ["stratum"], singletonPsu: "average" }), "size");
    const after = JSON.stringify([...table.columns.values()].map((column) => Object.values(column).map(String)));
    expect(after).toBe(before);
  });
});

describe("parts of the sample", () => {
  /** Four households drawn in two strata, two in a shelter without weight or stratum, one in a camp taken in full. */
  const mixed = tableOf({
    site: ["home", "home", "home", "home", "shelter", "shelter", "camp"],
    stratum: ["a", "a", "b", "b", null, null, null],
    weight: [2, 2, 3, 3, null, null, null],
    size: [2, 4, 3, 5, 9, 7, 6],
  });
  const parts = [
    { name: "albergues", where: { site: "shelter" }, kind: "nonprobability" },
    { where: { site: "camp" }, kind: "census" },
  ] as const;
  const design = toDesign(mixed, { weights: "weight", strata: ["stratum"], parts });

  it("need no weight or stratum where nobody was drawn: a census part has weight 1", () => {
    expect([...design.weights]).toEqual([2, 2, 3, 3, 1, 1, 1]);
  });

  it("are never pooled: an estimate that would mix them is refused and told the way out", () => {
    expect(linesOf(() => mean(design, "size"))[0]).toContain('mean of "size" mixes "albergues"');
    expect(linesOf(() => mean(design, "size"))[0]).toContain("inPart(design, null)");
  });

  it("inPart(design, null) leaves it out; a census part is in as a stratum of its own without variance, on paper", () => {
    const [row] = mean(inPart(design, null), "size");
    // (2·2 + 2·4 + 3·3 + 3·5 + 6) / 11
    expect(row!.estimate).toBeCloseTo(42 / 11, 12);
    // residual totals about 42/11: a −40/11 and 4/11, b −27/11 and 39/11; each stratum (difference)²; over 11²
    expect(row!.se).toBeCloseTo(Math.sqrt((44 * 44 + 66 * 66) / 121) / 11, 12);
    expect([row!.n, row!.psu, row!.df, row!.part]).toEqual([5, 5, 2, undefined]);
  });

  it("inPart(design, name) is the plain mean of who was asked, without any error", () => {
    const [row] = mean(inPart(design, "albergues"), "size");
    expect(row).toMatchObject({ estimate: 8, n: 2, part: "albergues", reason: "not a probability sample" });
    expect([row!.se, row!.cv, row!.ci, row!.df, row!.nEff, row!.deff]).toEqual([null, null, null, null, null, null]);
    expect(row!.key).toBe("household|mean|size||by=|where=|part=albergues");
  });

  it("a group that holds nothing else is such a row too", () => {
    const rows = mean(design, "size", { by: ["site"] });
    expect(rows.map((row) => [row.by!.site, row.part, row.se === null])).toEqual([
      ["camp", undefined, false],
      ["home", undefined, false],
      ["shelter", "albergues", true],
    ]);
  });

  it("refuses the name of a part that was drawn", () => {
    expect(linesOf(() => inPart(design, "site=camp"))).toEqual([
      'unknown part: "site=camp" (without known probabilities: "albergues") → test.csv',
    ]);
  });

  it("refuses a row in two of them", () => {
    const twice = [...parts, { name: "big", where: { size: "9" }, kind: "nonprobability" }] as const;
    expect(lines({ weights: "weight", strata: ["stratum"], parts: twice }, mixed)).toEqual([
      'the row is in two parts of the sample: albergues and big → test.csv, column "site", row 6',
    ]);
  });
});
