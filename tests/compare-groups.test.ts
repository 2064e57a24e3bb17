import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { compare, groupRatio } from "../src/estimate/compare.js";
import { contrast, trend } from "../src/estimate/contrast.js";
import { difference } from "../src/estimate/difference.js";
import { isHigher, isLower } from "../src/narrate/claims.js";
import { estimatesText } from "../src/present/text.js";
import { tableOf } from "./table-fixture.js";

const cells = {
  psu: ["p", "p", "p", "q", "q", "q", "r", "r", "r"],
  weight: [10, 10, 10, 10, 10, 10, 10, 10, 10],
  size: [1, 4, 3, 2, 7, 6, 3, 7, 9],
  owns: ["no", "yes", "yes", "no", "yes", "no", "yes", "no", "no"],
  town: ["t", "u", "v", "t", "u", "v", "t", "u", "v"],
  zone: ["n", "n", "n", "n", "n", "n", "s", "s", "s"],
};
const design = toDesign(tableOf(cells), { weights: "weight", clusters: ["psu"] });

describe("compare(design, column, { between })", () => {
  it("has a row a pair, each the difference of the two with p adjusted for three", () => {
    const rows = compare(design, "size", { between: "town" });
    expect(rows.map(({ between }) => [between!.a, between!.b])).toEqual([
      ["t", "u"],
      ["t", "v"],
      ["u", "v"],
    ]);
    const alone = rows.map(
      ({ between }) => difference(design, "size", { between: "town", a: between!.a, b: between!.b })[0]!,
    );
    expect(rows.map(({ estimate, se, p }) => [estimate, se, p])).toEqual(
      alone.map(({ estimate, se, p }) => [estimate, se, p]),
    );
    // t to u: 4, with residual totals −1, 1, 0 over 3; t to v: 4, with −2, 0, 2: the smaller p comes first and is taken three times
    expect(rows[0]!.pAdjusted).toBeCloseTo(3 * alone[0]!.p!, 12);
    expect(rows[0]!.key).toBe("household|difference|size||between=town:t>u|adjust=holm|by=|where=");
  });

  it("keeps to the groups and the order named, and adjusts within each group of by", () => {
    const rows = compare(design, "size", { between: "town", groups: ["v", "t"], by: ["zone"], adjust: "bh" });
    expect(rows.map(({ between, by }) => [by!.zone, between!.a, between!.b])).toEqual([
      ["n", "v", "t"],
      ["s", "v", "t"],
    ]);
    expect(rows[0]!.pAdjusted).toBe(rows[0]!.p);
    expect(rows[1]).toMatchObject({ p: null, pAdjusted: null, reason: "no degrees of freedom" });
  });
});

describe("groupRatio(design, column, { between, a, b })", () => {
  it("is b over a, tested on the log scale, on paper", () => {
    const [row] = groupRatio(design, "size", { between: "town", a: "t", b: "u" });
    // means 2 and 6, log ratio log 3; residuals over their means and 3 rows: p (−2/6 + 1/2) / 3, q (1/6 − 0) / 3, r (1/6 − 1/2) / 3
    const log = Math.sqrt((3 / 2) * (1 / 36 + 1 / 36 + 4 / 36)) / 3;
    expect(row!.estimate).toBeCloseTo(3, 14);
    expect(row!.se).toBeCloseTo(3 * log, 14);
    expect(row!.t).toBeCloseTo(Math.log(3) / log, 12);
    expect(row!.ci![0]! * row!.ci![1]!).toBeCloseTo(9, 12);
  });

  it("turned round is one over it, with the same p", () => {
    const [forth] = groupRatio(design, "owns", { level: "yes", between: "town", a: "t", b: "u" });
    const [back] = groupRatio(design, "owns", { level: "yes", between: "town", a: "u", b: "t" });
    expect(back!.estimate).toBeCloseTo(1 / forth!.estimate!, 14);
    expect(back!.p).toBeCloseTo(forth!.p!, 12);
    expect(back!.ci![0]).toBeCloseTo(1 / forth!.ci![1]!, 12);
  });

  it("clearly below 1 is lower, not higher, and a family of comparisons is judged by the adjusted p", () => {
    const [row] = groupRatio(design, "size", { between: "town", a: "u", b: "t" });
    const released = { ...row!, p: 0.001, id: "", precision: null, withheld: false };
    expect([isHigher(released), isLower(released)]).toEqual([false, true]);
    expect(isLower({ ...released, pAdjusted: 0.2 })).toBe(false);
    expect(estimatesText([row!], undefined, "en")).toContain("t over u");
    expect(estimatesText(compare(design, "size", { between: "town" }), undefined, "en")).toContain("Adjusted p-value");
    const named = contrast(design, "size", { between: "town", coefficients: { t: -1, u: 0.5, v: 0.5 } });
    expect(estimatesText(named, undefined, "en")).toContain("−1 × t, 0.50 × u, 0.50 × v");
  });

  it("has no interval at 0 and no value over 0", () => {
    const ask = (a: string, b: string) =>
      groupRatio(design, "owns", { level: "yes", between: "town", a, b, where: { psu: ["p", "q"] } })[0];
    expect(ask("u", "t")).toMatchObject({ estimate: 0, ci: null, t: null, p: null, reason: "estimate is zero" });
    expect(ask("t", "u")).toMatchObject({ estimate: null, p: null, reason: "denominator is zero" });
  });
});

describe("contrast(design, column, { between, coefficients })", () => {
  it("with 1 and −1 is the difference", () => {
    const [row] = contrast(design, "size", { between: "town", coefficients: { u: 1, t: -1 } });
    const [other] = difference(design, "size", { between: "town", a: "t", b: "u" });
    expect([row!.estimate, row!.df, row!.n]).toEqual([other!.estimate, other!.df, other!.n]);
    expect(row!.se).toBeCloseTo(other!.se!, 14);
    expect(row!.key).toBe("household|contrast|size||contrast=town:t*-1+u*1|by=|where=");
  });

  it("is null with an empty group, and refuses coefficients that add up to something", () => {
    expect(contrast(design, "size", { between: "town", coefficients: { t: 1, w: -1 } })[0]).toMatchObject({
      estimate: null,
      reason: "a group is empty",
    });
    const ask = (coefficients: Record<string, number>) => () =>
      contrast(design, "size", { between: "town", coefficients });
    expect(ask({ t: 1, u: -0.5 })).toThrow("the coefficients add up to 0.5");
    expect(ask({})).toThrow("invalid contrast");
    expect(ask({ t: 1 / 3, u: 1 / 3, v: -2 / 3 })).not.toThrow();
  });
});

describe("trend(design, column, { between, scores })", () => {
  it("is the slope of the line through the groups' means, on paper", () => {
    // means 2, 6, 6 at 1, 2, 3
    const [row] = trend(design, "size", { between: "town", scores: { t: 1, u: 2, v: 3 } });
    expect(row!.estimate).toBeCloseTo(2, 14);
    // the middle group counts 0, but is in the domain
    expect(row!.n).toBe(9);
  });

  it("refuses scores that are all the same", () => {
    expect(() => trend(design, "size", { between: "town", scores: { t: 1, u: 1 } })).toThrow("different scores");
  });
});
