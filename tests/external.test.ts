import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { difference } from "../src/estimate/difference.js";
import { equivalence } from "../src/estimate/equivalence.js";
import { external } from "../src/estimate/external.js";
import { mean } from "../src/estimate/mean.js";
import { tTwoSided, tUpper } from "../src/math/distributions.js";
import { isHigher } from "../src/narrate/claims.js";
import { tableOf } from "./table-fixture.js";

const cells = {
  weight: [10, 10, 10, 10, 10],
  size: [1, 4, 3, 2, 5],
  moved: ["no", "yes", "yes", "no", "yes"],
};
const design = toDesign(tableOf(cells), { weights: "weight" });
const ours = mean(design, "size");
const se = Math.sqrt(0.5);

describe("external(estimates, figure)", () => {
  it("against a census has our own error, on paper", () => {
    // mean 3, variance 10 / 4 over 5 rows
    const [row] = external(ours, { value: 1, se: 0, source: "Censo 2020" });
    expect(row!.estimate).toBe(2);
    expect(row!.se).toBeCloseTo(se, 14);
    expect(row!.p).toBe(tTwoSided(row!.t!, 4));
    expect(row!.key).toBe("household|difference|size||against=Censo 2020:1|by=|where=");
  });

  it("adds the squares of both errors", () => {
    const [row] = external(ours, { value: 1, se: 2, source: "ENIGH" });
    expect(row!.se).toBeCloseTo(Math.sqrt(4.5), 14);
    expect(row!.t).toBeCloseTo(2 / Math.sqrt(4.5), 14);
  });

  it("without the figure's error has no test, so that nothing is called higher", () => {
    const [row] = external(ours, { value: -100, se: null, source: "prensa" });
    expect(row).toMatchObject({
      estimate: 103,
      se: null,
      ci: null,
      t: null,
      p: null,
      reason: "external error unknown",
    });
    expect(isHigher({ ...row!, id: "", precision: null, withheld: false })).toBe(false);
  });

  it("refuses samples that overlap, and what is no number", () => {
    expect(() => external(ours, { value: 1, se: 1, source: "ENIGH", overlaps: true })).toThrow(
      "the two samples overlap",
    );
    expect(() => external(ours, { value: Number.NaN, se: 0, source: "x" })).toThrow("invalid external figure");
    expect(() => external(ours, { value: 1, se: -1, source: "x" })).toThrow("standard error -1");
  });
});

describe("equivalence(estimates, margin)", () => {
  const [row] = difference(design, "size", { between: "moved", a: "no", b: "yes" });

  it("is the larger of two one-sided p-values, and says what the interval at 90% says", () => {
    const [found] = equivalence([row!], 10);
    const { estimate, se: error, df } = row!;
    expect(found!.pEquivalence).toBe(tUpper((10 - estimate!) / error!, df!));
    // at a margin that ends where the interval does, p is 0.05
    const [edge] = equivalence([row!], [-10, found!.ciEquivalence![1]]);
    expect(edge!.pEquivalence).toBeCloseTo(0.05, 12);
    expect(edge!.key).toContain("|margin=-10:");
  });

  it("leaves the difference's own test as it was, and a null null", () => {
    const [found] = equivalence([row!], 1);
    expect([found!.p, found!.t, found!.ci]).toEqual([row!.p, row!.t, row!.ci]);
    expect(equivalence([{ ...row!, se: null }], 1)[0]!.pEquivalence).toBe(null);
  });

  it("refuses a margin without 0 inside, and what is no difference", () => {
    expect(() => equivalence([row!], [1, 2])).toThrow("invalid margin");
    expect(() => equivalence([row!], 0)).toThrow("invalid margin");
    expect(() => equivalence(ours, 1)).toThrow("not mean");
  });
});
