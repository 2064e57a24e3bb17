import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { chisq } from "../src/estimate/chisq.js";
import { reordered, tableOf } from "./table-fixture.js";

// 3 and 1 households above, 1 and 3 below
const cells = {
  psu: ["p", "q", "r", "s", "t", "u", "v", "w"],
  weight: [10, 10, 10, 10, 10, 10, 10, 10],
  moved: ["no", "no", "no", "no", "yes", "yes", "yes", "yes"],
  water: ["pipe", "pipe", "pipe", "well", "pipe", "well", "well", "well"],
  three: ["a", "a", "b", "b", "c", "c", "c", "c"],
  group: ["m", "m", "m", "m", "m", "m", "m", "w"],
};
const design = toDesign(tableOf(cells), { weights: "weight", clusters: ["psu"] });

describe("chisq(design, rows, columns)", () => {
  it("of a simple random sample is Pearson's over the design effect n / (n − 1), on paper", () => {
    // X² = 8 (3 · 3 − 1 · 1)² / 4⁴ = 2
    const [row] = chisq(design, "moved", "water");
    expect(row!.F).toBeCloseTo((2 * 7) / 8, 12);
    expect([row!.n, row!.ndf, row!.psu]).toEqual([8, 1, 8]);
    expect(row!.ddf).toBeCloseTo(7, 12);
    expect(row!.key).toBe("household|chisq|moved×water||by=|where=");
  });

  it("is the same whichever question is in the rows, and however the data are sorted", () => {
    const [row] = chisq(design, "three", "water");
    const [turned] = chisq(design, "water", "three");
    const shuffled = toDesign(reordered(tableOf(cells), [3, 7, 1, 0, 6, 2, 5, 4]), {
      weights: "weight",
      clusters: ["psu"],
    });
    for (const other of [turned, chisq(shuffled, "three", "water")[0]]) {
      expect(other!.F).toBeCloseTo(row!.F!, 12);
      expect(other!.ndf).toBeCloseTo(row!.ndf!, 12);
    }
  });

  it("does not change when primary units are copied within themselves", () => {
    const twice = Object.fromEntries(Object.entries(cells).map(([name, values]) => [name, [...values, ...values]]));
    const copied = toDesign(tableOf(twice), { weights: "weight", clusters: ["psu"] });
    expect(chisq(copied, "moved", "water")[0]!.F).toBeCloseTo(chisq(design, "moved", "water")[0]!.F!, 12);
  });

  it("is null with a reason where there is nothing to test", () => {
    const reasons = (rows: string, columns: string, where = {}) =>
      chisq(design, rows, columns, where).map(({ F, p, reason }) => [F, p, reason]);
    expect(reasons("moved", "water", { by: ["group"] })[1]).toEqual([null, null, "no variation"]);
    expect(reasons("moved", "water", { where: { water: "none" } })).toEqual([[null, null, "nobody answered"]]);
    // a question against itself: six of nine cells are empty
    expect(reasons("three", "three")).toEqual([[null, null, "empty cells"]]);
    const census = toDesign(tableOf(cells), { parts: [{ where: { weight: "10" }, kind: "census" }] });
    expect(chisq(census, "moved", "water")[0]!.reason).toBe("no sampling error");
  });
});
