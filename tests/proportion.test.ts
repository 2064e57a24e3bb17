import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { cumulative } from "../src/estimate/cumulative.js";
import { proportion } from "../src/estimate/proportion.js";
import type { CodeColumn, MultipleColumn, NumberColumn } from "../src/load/table.js";
import { betaQuantile } from "../src/math/distributions.js";
import { tableOf, withColumn } from "./table-fixture.js";

const cells = {
  psu: ["a", "a", "b", "b", "c", "c"],
  weight: [2, 2, 2, 2, 2, 2],
  water: ["tap", "tap", "well", "tap", null, "well"],
  never: ["no", "no", "no", "no", "no", "no"],
  times: [0, 1, 1, 2, 10, 1],
  g: ["x", "x", "x", "y", "y", "y"],
};
const table = tableOf(cells);
const spec = { weights: "weight", clusters: ["psu"] };
const design = toDesign(table, spec);

describe("proportion(design, question)", () => {
  it("has a row for each answer that occurs, with its cases, out of those who answered", () => {
    const rows = proportion(design, "water");
    expect(
      rows.map(({ level, estimate, cases, casesHouseholds, n, nMissing }) => [
        level,
        estimate,
        cases,
        casesHouseholds,
        n,
        nMissing,
      ]),
    ).toEqual([
      ["tap", 3 / 5, 3, 3, 5, 1],
      ["well", 2 / 5, 2, 2, 5, 1],
    ]);
  });

  it("has the standard error worked out by hand", () => {
    // residual totals of tap over 10: a 2·(0.4 + 0.4), b 2·(0.4 − 0.6), c −1.2; n / (n − 1) = 1.5
    const [tap] = proportion(design, "water");
    const totals = [1.6, -0.4, -1.2];
    expect(tap!.se).toBeCloseTo(Math.sqrt((1.5 * totals.reduce((sum, each) => sum + each * each, 0)) / 100), 14);
    expect(tap!.nEff).toBeCloseTo((0.6 * 0.4) / (tap!.se! * tap!.se!), 12);
  });

  it("has only the answers of the group, group by group", () => {
    const rows = proportion(design, "water", { by: ["g"] });
    expect(rows.map(({ by, level }) => `${by!.g} ${level}`)).toEqual(["x tap", "x well", "y tap", "y well"]);
    expect(proportion(design, "water", { by: ["psu"] }).map(({ by, level }) => `${by!.psu} ${level}`)).toEqual([
      "a tap",
      "b tap",
      "b well",
      "c well",
    ]);
  });

  it("takes a column of numbers by its values", () => {
    expect(proportion(design, "times").map(({ level, cases }) => [level, cases])).toEqual([
      ["0", 1],
      ["1", 3],
      ["10", 1],
      ["2", 1],
    ]);
  });

  it("of 0 has the bound of Clopper and Pearson adjusted for the degrees of freedom, and the reason nobody", () => {
    const [row] = proportion(design, "water", { level: "river", where: { psu: ["a", "b"] } });
    // n = 4, one degree of freedom: t(3) and t(1) at 0.975; on paper 1 − 0.025^(1/n*)
    const effective = 4 * (3.182446305283708 / 12.706204736174694) ** 2;
    expect(row).toMatchObject({ estimate: 0, se: 0, cv: null, deff: null, cases: 0, nEff: 4, reason: "nobody" });
    expect(row!.ci![0]).toBe(0);
    expect(row!.ci![1]).toBeCloseTo(1 - 0.025 ** (1 / effective), 10);
  });

  it("of 1 has the mirror image of that bound, whatever method was asked for, and the reason everybody", () => {
    for (const ciMethod of ["logit", "beta", "wald"] as const) {
      const [row] = proportion(design, "never", { ciMethod });
      const effective = 6 * (2.570581835636314 / 4.302652729749462) ** 2;
      expect(row).toMatchObject({ estimate: 1, se: 0, cv: 0, nEff: 6, reason: "everybody" });
      expect(row!.ci![0]).toBeCloseTo(0.025 ** (1 / effective), 10);
      expect(row!.ci![1]).toBe(1);
    }
  });

  it("beta is Clopper and Pearson's at n* = p(1 − p) / se² · (t(n − 1) / t(df))², by that formula", () => {
    const [row] = proportion(design, "water", { ciMethod: "beta" });
    const effective = (0.24 / (row!.se! * row!.se!)) * (2.7764451051977987 / 4.302652729749462) ** 2;
    expect(row!.ci![0]).toBeCloseTo(betaQuantile(0.025, effective * 0.6, effective * 0.4 + 1), 10);
    expect(row!.ci![1]).toBeCloseTo(betaQuantile(0.975, effective * 0.6 + 1, effective * 0.4), 10);
  });

  it("wilson is the score interval: its limits p solve |p̂ − p| = t √(p(1 − p) / n*)", () => {
    const [row] = proportion(design, "water", { ciMethod: "wilson" });
    const answers = 0.24 / (row!.se! * row!.se!);
    for (const limit of row!.ci!)
      expect(Math.abs(0.6 - limit!)).toBeCloseTo(4.302652729749462 * Math.sqrt((limit! * (1 - limit!)) / answers), 12);
  });

  it("counts the households of each answer once, in the whole and at or below a value", () => {
    const persons = toDesign(tableOf(cells, { unit: "person", household: Int32Array.of(0, 0, 1, 1, 2, 2) }), spec);
    expect(
      proportion(persons, "water").map(({ level, cases, casesHouseholds }) => [level, cases, casesHouseholds]),
    ).toEqual([
      ["tap", 3, 2],
      ["well", 2, 2],
    ]);
    // 0 and 1 are in the first, 1 and 2 in the second, 10 and 1 in the third
    const below = cumulative(persons, "times", { at: [1, 2] });
    expect(below.map(({ cases, casesHouseholds }) => [cases, casesHouseholds])).toEqual([
      [4, 3],
      [5, 3],
    ]);
  });

  it("of more answers than fit in one pass is the same, each by itself", () => {
    const many = Array.from({ length: 240 }, (_, row) => row % 120);
    const all = toDesign(tableOf({ many, w: many.map((value) => 1 + (value % 5)) }), { weights: "w" });
    const rows = proportion(all, "many");
    expect(rows).toHaveLength(120);
    expect(rows[17]).toEqual(proportion(all, "many", { level: rows[17]!.level! })[0]);
  });

  it("in a group of one primary unit has no error even at 0 or 1", () => {
    expect(proportion(design, "never", { where: { psu: "a" } })[0]).toMatchObject({
      estimate: 1,
      se: null,
      ci: null,
      reason: "no degrees of freedom",
    });
  });

  it("with a questionnaire has every choice in its order, and refuses another", () => {
    const water = table.columns.get("water") as CodeColumn;
    const levels = [...water.levels].reverse().concat({ value: "river", label: { es: "Río" } });
    const codes = water.codes.map((code) => (code < 0 ? -1 : 1 - code));
    const asked = toDesign(withColumn(table, { ...water, levels, codes, choices: true }), spec);
    expect(proportion(asked, "water").map(({ level, cases }) => [level, cases])).toEqual([
      ["well", 2],
      ["tap", 3],
      ["river", 0],
    ]);
    expect(() => proportion(asked, "water", { level: "rivr" })).toThrow(
      'unknown value of "water": "rivr" (did you mean "river"?)',
    );
  });

  it("of several answers allowed has each choice's own share of who was asked, none chosen being an answer", () => {
    const several: MultipleColumn = {
      kind: "multiple",
      name: "causes",
      label: { es: "Causas" },
      // asked of five; the last was not
      missing: Uint8Array.of(0, 0, 0, 0, 0, 1),
      chosen: [Uint8Array.of(1, 1, 0, 0, 0, 0), Uint8Array.of(1, 0, 1, 1, 0, 0)],
      levels: [
        { value: "threats", label: { es: "Amenazas" } },
        { value: "fear", label: { es: "Miedo" } },
      ],
    };
    const rows = proportion(toDesign(withColumn(table, several), spec), "causes");
    expect(rows.map(({ level, estimate, n }) => [level, estimate, n])).toEqual([
      ["threats", 2 / 5, 5],
      ["fear", 3 / 5, 5],
    ]);
  });

  it("leaves a don't know out of the base even where it has a number", () => {
    const times = table.columns.get("times") as NumberColumn;
    const known = toDesign(withColumn(table, { ...times, missing: Uint8Array.of(0, 0, 0, 0, 3, 0) }), spec);
    expect(proportion(known, "times").map(({ level, n }) => [level, n])).toEqual([
      ["0", 5],
      ["1", 5],
      ["2", 5],
    ]);
  });
});
