import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { correlation } from "../src/estimate/correlation.js";
import { populationVariance } from "../src/estimate/population-variance.js";
import { agrees, tableOf } from "./table-fixture.js";

const columns = fc.array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })), {
  minLength: 4,
  maxLength: 30,
});

describe("correlation(design, x, y)", () => {
  it("on paper: deviations −1, 0, 1 and −1, 1, 0 go together by one half", () => {
    const design = toDesign(tableOf({ x: [1, 2, 3], y: [4, 6, 5] }), {});
    expect(correlation(design, "x", "y")[0]!.estimate).toBeCloseTo(0.5, 15);
    expect(correlation(design, "x", "y")[0]!.variable).toBe("x*y");
  });

  it("of a line is 1 with error 0, of a falling line −1", () => {
    const design = toDesign(tableOf({ x: [1, 2, 5, 9], up: [3, 5, 11, 19], down: [-1, -2, -5, -9] }), {});
    expect(correlation(design, "x", "up")[0]).toMatchObject({ estimate: 1, se: 0, ci: [1, 1] });
    expect(correlation(design, "x", "down")[0]).toMatchObject({ estimate: -1, se: 0 });
  });

  it("does not exist where one of them is the same for all, and needs both answers", () => {
    const design = toDesign(tableOf({ x: [1, 2, 3, 9], y: [7, 7, 7, null] }), {});
    expect(correlation(design, "x", "y")[0]).toMatchObject({ estimate: null, n: 3, reason: "no variation" });
  });

  it("is not moved by another origin or unit of its columns, nor is its error, for any sample", () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const moved = { x, y, far: x.map((value) => 30 * value + 1e6), w: rows.map((_, row) => 1 + (row % 3)) };
        const design = toDesign(tableOf(moved), { weights: "w" });
        const [here, there] = [correlation(design, "x", "y")[0]!, correlation(design, "far", "y")[0]!];
        expect(there.estimate === null).toBe(here.estimate === null);
        if (here.estimate === null) return;
        expect(there.estimate).toBeCloseTo(here.estimate, 10);
        expect(there.se).toBeCloseTo(here.se!, 9);
        expect(here.ci![0]).toBeGreaterThanOrEqual(-1);
      }),
      { numRuns: 60 },
    );
  });

  it("has the error that moving each weight a little gives, by differences instead of the gradient", () => {
    const x = [1, 4, 2, 8, 5, 7];
    const y = [2, 3, 9, 4, 4, 8];
    const at = (weights: number[]): number =>
      correlation(toDesign(tableOf({ x, y, w: weights }), { weights: "w" }), "x", "y")[0]!.estimate!;
    const h = 1e-5;
    const influence = x.map((_, row) => {
      const moved = (step: number): number[] => x.map((_, each) => (each === row ? 1 + step : 1));
      return (at(moved(h)) - at(moved(-h))) / (2 * h);
    });
    const middle = influence.reduce((sum, each) => sum + each, 0) / 6;
    const squares = influence.reduce((sum, each) => sum + (each - middle) * (each - middle), 0);
    const found = correlation(toDesign(tableOf({ x, y }), {}), "x", "y")[0]!;
    expect(agrees(found.se, Math.sqrt((6 / 5) * squares), 1e-7)).toBe(true);
  });
});

describe("populationVariance(design, column)", () => {
  it("with equal weights is the textbook's, in each group that of the group", () => {
    const design = toDesign(tableOf({ y: [2, 4, 9, 7, 7], g: [..."aaabb"] }), {});
    const [a, b] = populationVariance(design, "y", { by: ["g"] });
    // 2, 4, 9 about 5: 26 / 2
    expect(a!.estimate).toBeCloseTo(13, 12);
    expect(b).toMatchObject({ estimate: 0, se: 0, cv: null, n: 2 });
  });

  it("of one row does not exist", () => {
    const design = toDesign(tableOf({ y: [2, 4] }), {});
    expect(populationVariance(design, "y", { where: { y: "2" } })[0]).toMatchObject({
      estimate: null,
      reason: "no degrees of freedom",
    });
  });

  it("does not lose its digits where the numbers are large: those of 1 to 5 far from 0", () => {
    const design = toDesign(tableOf({ y: [1, 2, 3, 4, 5].map((value) => value + 1e9) }), {});
    expect(populationVariance(design, "y")[0]!.estimate).toBe(2.5);
  });
});
