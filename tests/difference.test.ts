import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { difference } from "../src/estimate/difference.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { tTwoSided } from "../src/math/distributions.js";
import { tableOf } from "./table-fixture.js";

const cells = {
  psu: ["p", "p", "q", "q", "r", "r", "s"],
  weight: [1, 1, 1, 1, 1, 1, 1],
  size: [1, 4, 2, 7, 3, 7, 50],
  owns: ["no", "yes", "no", "yes", "yes", "no", "no"],
  moved: ["no", "yes", "no", "yes", "no", "yes", "unknown"],
  town: ["t", "t", "t", "t", "u", "u", "v"],
};
const design = toDesign(tableOf(cells), { weights: "weight", clusters: ["psu"] });
const sides = { between: "moved", a: "no", b: "yes" };

describe("difference(design, column, { between, a, b })", () => {
  it("is b less a, with what the sides share in its error, on paper", () => {
    const [row] = difference(design, "size", sides);
    // yes 6, no 2; residual totals over 3: p −2 + 1, q 1 + 0, r 1 − 1, s 0: n / (n − 1) = 4/3
    expect(row!.estimate).toBe(4);
    expect(row!.se).toBeCloseTo(Math.sqrt(((4 / 3) * 2) / 9), 14);
    expect([row!.n, row!.psu, row!.df]).toEqual([6, 3, 2]);
    expect(row!.t).toBeCloseTo(4 / row!.se!, 12);
    expect(row!.p).toBe(tTwoSided(row!.t!, 2));
    expect(row!.key).toBe("household|difference|size||between=moved:no>yes|by=|where=");
  });

  it("is the difference of the two means, and turns its sign when the sides are turned", () => {
    const means = mean(design, "size", { by: ["moved"] }).map((row) => row.estimate!);
    const [forth, back] = [
      difference(design, "size", sides)[0]!,
      difference(design, "size", { between: "moved", a: "yes", b: "no" })[0]!,
    ];
    expect(forth.estimate).toBeCloseTo(means[2]! - means[0]!, 14);
    expect(back.estimate).toBe(-forth.estimate!);
    expect(back.t).toBeCloseTo(-forth.t!, 12);
  });

  it("of a level is the difference of the shares", () => {
    const [row] = difference(design, "owns", { ...sides, level: "yes" });
    const share = (moved: string): number =>
      proportion(design, "owns", { level: "yes", where: { moved } })[0]!.estimate!;
    expect(row!.estimate).toBeCloseTo(share("yes") - share("no"), 14);
    expect([row!.level, row!.between]).toEqual(["yes", { column: "moved", a: "no", b: "yes" }]);
  });

  it("with an empty side is a row of nulls, in its group too", () => {
    const rows = difference(design, "size", { ...sides, by: ["town"] });
    expect(rows.map(({ by, n, reason }) => [by!.town, n, reason])).toEqual([
      ["t", 4, "weights sum to no more than n"],
      ["u", 2, "no degrees of freedom"],
      ["v", 0, "one side is empty"],
    ]);
    const none = { estimate: null, se: null, ci: null, t: null, p: null, df: null, deff: null, nEff: null };
    expect(difference(design, "size", { between: "moved", a: "no", b: "never" })[0]).toMatchObject({
      ...none,
      reason: "one side is empty",
    });
  });

  it("refuses two sides that are one, and is null within a part without known probabilities", () => {
    expect(() => difference(design, "size", { between: "moved", a: "no", b: "no" })).toThrow('both sides are "no"');
    const parts = [{ name: "u", where: { town: "u" }, kind: "nonprobability" }] as const;
    const mixed = toDesign(tableOf(cells), { weights: "weight", clusters: ["psu"], parts });
    expect(difference(mixed, "size", { ...sides, where: { town: "u" } })[0]).toMatchObject({
      estimate: null,
      p: null,
      reason: "not a probability sample",
    });
  });
});
