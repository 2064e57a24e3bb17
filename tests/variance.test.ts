import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { mean } from "../src/estimate/mean.js";
import { total } from "../src/estimate/total.js";
import { variance } from "../src/estimate/variance.js";
import { tableOf } from "./table-fixture.js";

/** Two of four schools; in the first two of four classes, in the second both of two. */
const schools = tableOf({
  school: ["s1", "s1", "s2", "s2"],
  class: ["c1", "c2", "c1", "c2"],
  schools: [4, 4, 4, 4],
  classes: [4, 4, 2, 2],
  weight: [4, 4, 2, 2],
  y: [1, 3, 5, 5],
});

describe("variance(design, totals)", () => {
  it("adds the stages up, on paper", () => {
    const spec = { weights: "weight", clusters: ["school", "class"], fpc: ["schools", "classes"] };
    const [row] = total(toDesign(schools, spec), "y");
    // schools 16 and 20: ½ · 2 · (4 + 4) = 8; classes of s1 4 and 12: share ½ times ½ · 2 · (16 + 16) = 16; s2 was taken in full
    expect(row!.estimate).toBe(36);
    expect(row!.se).toBeCloseTo(Math.sqrt(24), 14);
  });

  it("takes shares drawn for population counts: the same", () => {
    const shares = tableOf({ school: ["s1", "s1", "s2", "s2"], f1: [0.5, 0.5, 0.5, 0.5], y: [4, 12, 10, 10] });
    const counts = tableOf({ school: ["s1", "s1", "s2", "s2"], f1: [4, 4, 4, 4], y: [4, 12, 10, 10] });
    const [a, b] = [shares, counts].map(
      (table) => total(toDesign(table, { clusters: ["school"], fpc: ["f1"] }), "y")[0],
    );
    // ½ · 2 · ((−2)² + 2²)
    expect(a!.se).toBeCloseTo(Math.sqrt(8), 14);
    expect(b!.se).toBe(a!.se);
  });

  it("adds nothing for a stage after one without population counts", () => {
    const [one, two] = [["school"], ["school", "class"]].map((clusters) =>
      total(toDesign(schools, { weights: "weight", clusters }), "y"),
    );
    // 2 · (4 + 4)
    expect(two![0]!.se).toBeCloseTo(4, 14);
    expect(two).toEqual(one);
  });

  it("has strata at every stage: those of the second lie within a unit of the first", () => {
    const cells = { psu: ["p", "p", "p", "p", "q", "q"], zone: ["n", "n", "s", "s", "n", "n"], y: [1, 2, 7, 9, 4, 4] };
    const table = tableOf({
      ...cells,
      all: [1, 1, 1, 1, 1, 1],
      v: [1, 2, 3, 4, 5, 6],
      n1: [2, 2, 2, 2, 2, 2],
      n2: [4, 4, 4, 4, 4, 4],
    });
    const spec = { clusters: ["psu", "v"], strata: ["all", "zone"], fpc: ["n1", "n2"] };
    // both primary units taken; within p: north ½ · 2 · (¼ + ¼), south ½ · 2 · (1 + 1); within q none
    expect(total(toDesign(table, spec), "y")[0]!.se).toBeCloseTo(Math.sqrt(0.5 + 2), 14);
  });

  /** Strata a (totals 1, 3), b (2, 8) and c with one primary unit (7). */
  const lone = tableOf({ s: ["a", "a", "b", "b", "c"], y: [1, 3, 2, 8, 7], g: ["x", "x", "x", "x", "z"] });
  const se = (singletonPsu: "certainty" | "centre" | "average"): number =>
    total(toDesign(lone, { strata: ["s"], singletonPsu }), "y")[0]!.se!;

  it("a lone primary unit: certainty adds nothing, on paper 2 · 2 + 2 · 18", () => {
    expect(se("certainty")).toBeCloseTo(Math.sqrt(40), 14);
  });

  it("a lone primary unit: centre adds its distance from the mean of all units, 7 − 21/5", () => {
    expect(se("centre")).toBeCloseTo(Math.sqrt(40 + 2.8 * 2.8), 14);
  });

  it("a lone primary unit: average adds the mean of the other strata, 40 / 2", () => {
    expect(se("average")).toBeCloseTo(Math.sqrt(60), 14);
  });

  it("a lone primary unit outside the domain is still at its distance from the mean of all units", () => {
    const design = toDesign(lone, { strata: ["s"], singletonPsu: "centre" });
    // totals 1, 3 | 2, 8 | 0 with mean 14/5
    expect(total(design, "y", { where: { g: "x" } })[0]!.se).toBeCloseTo(Math.sqrt(40 + 2.8 * 2.8), 14);
  });

  describe("a stratum of which the domain reaches one primary unit", () => {
    const reached = tableOf({
      s: ["a", "a", "a", "b", "b", "b", "c", "c"],
      y: [1, 3, 7, 2, 8, 5, 7, 9],
      w: [2, 3, 4, 1, 2, 2, 3, 1],
      g: ["x", "z", "z", "x", "x", "z", "x", "x"],
    });
    const squared = (singletonDomain?: "centre" | "average"): number => {
      const spec = { weights: "w", strata: ["s"], ...(singletonDomain === undefined ? {} : { singletonDomain }) };
      const { se } = total(toDesign(reached, spec), "y", { where: { g: "x" } })[0]!;
      return se! * se!;
    };

    it("counts the others as 0 when nothing is said, on paper", () => {
      // a 2, 0, 0: 3/2 · 8/3; b 2, 16, 0: 3/2 · 152; c 21, 9: 2 · 72
      expect(squared()).toBeCloseTo(4 + 228 + 144, 10);
    });

    it("average: as in R with survey.adjust.domain.lonely, three strata's worth of b and c", () => {
      expect(squared("average")).toBeCloseTo(23.6220236220354 * 23.6220236220354, 10);
    });

    it("centre: its distance from the mean of all eight units, 50 / 8", () => {
      expect(squared("centre")).toBeCloseTo(4.25 * 4.25 + 228 + 144, 10);
    });

    it("moves nothing where every stratum is reached by two", () => {
      const whole = total(toDesign(reached, { weights: "w", strata: ["s"] }), "y");
      expect(total(toDesign(reached, { weights: "w", strata: ["s"], singletonDomain: "average" }), "y")).toEqual(whole);
    });
  });

  it("a design of lone primary units alone has no degrees of freedom, whatever the choice", () => {
    const alone = tableOf({ s: ["a", "b"], y: [1, 2] });
    for (const singletonPsu of ["certainty", "centre", "average"] as const)
      expect(mean(toDesign(alone, { strata: ["s"], singletonPsu }), "y")[0]).toMatchObject({ se: null, df: 0 });
  });

  it("counts units that are not named as 0", () => {
    const design = toDesign(lone, { strata: ["s"], singletonPsu: "certainty" });
    // stratum a: 0 and 3
    expect(variance(design, { units: Int32Array.of(1), values: Float64Array.of(3) })).toBeCloseTo(9, 14);
  });
});
