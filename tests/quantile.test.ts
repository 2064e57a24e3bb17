import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { quantile } from "../src/estimate/quantile.js";
import { tMargin } from "../src/math/distributions.js";
import { estimatesText } from "../src/present/text.js";
import { agrees, reordered, tableOf } from "./table-fixture.js";

// Ten equal weights: F(x) = x / 10.
const ten = tableOf({ y: [7, 1, 4, 10, 3, 9, 2, 6, 8, 5], g: [..."aabbaabbab"] });
const design = toDesign(ten, {});

describe("quantile(design, column)", () => {
  it("is the smallest value with at least that share at or below it, also where the share is hit exactly", () => {
    const rows = quantile(design, "y", { probs: [0.1, 0.3, 0.31, 0.95] });
    expect(rows.map(({ prob, estimate }) => [prob, estimate])).toEqual([
      [0.1, 1],
      [0.3, 3],
      [0.31, 4],
      [0.95, 10],
    ]);
    // 0.1 + 0.2 is a little more than 0.3, and no more than rounding
    expect(quantile(design, "y", { probs: [0.1 + 0.2] })[0]!.estimate).toBe(3);
  });

  it("has Woodruff's interval worked out by hand, and its width over 2t as standard error", () => {
    const [row] = quantile(design, "y", { probs: [0.5] });
    // the share is 0.5 with se √(0.25 / 9) = 1/6, t(9) = 2.262157: limits 0.12297 and 0.87703, values 2 and 9
    expect(row).toMatchObject({ estimate: 5, ci: [2, 9], df: 9, n: 10 });
    expect(row!.se).toBeCloseTo(7 / (2 * tMargin(0.95, 9)), 13);
    expect(row!.cv).toBeCloseTo(row!.se! / 5, 13);
    expect(row!.key).toBe("household|quantile|y|0.5|by=|where=");
  });

  it("has the quartiles where nothing else is asked", () => {
    expect(quantile(design, "y").map(({ prob }) => prob)).toEqual([0.25, 0.5, 0.75]);
  });

  it("has an open side where a limit lies beyond the data, no standard error then, and the reason", () => {
    const rows = quantile(design, "y", { probs: [0.1, 0.9] });
    // share 0.1, se 0.1: below 0; share 0.9: above 1
    expect(rows[0]).toMatchObject({ estimate: 1, se: null, cv: null, reason: "limit beyond the data" });
    expect(rows[0]!.ci![0]).toBeNull();
    expect(rows[1]!.ci).toEqual([7, null]);
  });

  it("that everybody is at or below has the bound of a proportion of 1 for a lower limit, and no width by accident", () => {
    const [row] = quantile(design, "y", { probs: [0.99] });
    // Korn and Graubard: 0.025^(1/10) = 0.6915 of ten answers
    expect(row).toMatchObject({ estimate: 10, se: null, cv: null, ci: [7, null], reason: "everybody" });
  });

  it("of a census has no error", () => {
    const full = toDesign(tableOf({ y: [3, 5, 10], n: [3, 3, 3] }), { fpc: ["n"] });
    expect(quantile(full, "y", { probs: [0.5] })[0]).toMatchObject({ estimate: 5, se: 0, cv: 0, ci: [5, 5] });
    expect(quantile(full, "y", { probs: [0.9] })[0]).toMatchObject({ estimate: 10, se: 0, ci: [10, 10] });
  });

  it("of people who stand for nobody else is theirs alone, without error", () => {
    const parts = [{ name: "b", where: { g: "b" }, kind: "nonprobability" }] as const;
    const [row] = quantile(toDesign(ten, { parts }), "y", { probs: [0.5], where: { g: "b" } });
    // of 2, 4, 5, 6 and 10
    expect(row).toMatchObject({ estimate: 5, n: 5, se: null, ci: null, part: "b", reason: "not a probability sample" });
  });

  it("is told apart in text by its share", () => {
    const text = estimatesText(quantile(design, "y", { probs: [0.25, 0.5] }), undefined, "en").split("\n");
    expect(text.map((line) => line.split(/\s+/)[0])).toEqual(["Quantile", "0.25", "0.5"]);
  });

  it("without degrees of freedom is an estimate alone; of nobody it is null", () => {
    const alone = quantile(design, "y", { probs: [0.5], where: { y: "4" } })[0];
    expect(alone).toMatchObject({ estimate: 4, se: null, ci: null, reason: "no degrees of freedom" });
    const none = quantile(design, "y", { probs: [0.5], where: { g: "z" } })[0];
    expect(none).toMatchObject({ estimate: null, se: null, reason: "nobody answered" });
  });

  it("in each group is that of the group, and with total one more row is that of all", () => {
    const rows = quantile(design, "y", { probs: [0.5], by: ["g"], total: true });
    expect(rows.map(({ by, estimate }) => [by?.g ?? null, estimate])).toEqual([
      ["a", quantile(design, "y", { probs: [0.5], where: { g: "a" } })[0]!.estimate],
      ["b", quantile(design, "y", { probs: [0.5], where: { g: "b" } })[0]!.estimate],
      [null, 5],
    ]);
  });

  it("has the design effect and effective answers of the share at or below it", () => {
    const table = tableOf({
      y: [1, 2, 3, 4, 5, 6],
      psu: [..."aabbcc"],
      w: [9, 8, 7, 6, 5, 4],
      low: [1, 1, 1, 0, 0, 0],
    });
    const clustered = toDesign(table, { weights: "w", clusters: ["psu"] });
    const [row] = quantile(clustered, "y", { probs: [0.6] });
    const [share] = proportion(clustered, "low", { level: "1" });
    expect(row!.estimate).toBe(3);
    expect([row!.deff, row!.nEff]).toEqual([share!.deff, share!.nEff]);
  });

  it("refuses a share that is none, all of them at once, and a column of words", () => {
    expect(() => quantile(design, "y", { probs: [0, 50] })).toThrow(/quantile: 0;.*\n.*quantile: 50;/);
    expect(() => quantile(design, "g")).toThrow('quantile requires a column of numbers: "g" has categories');
  });

  it("the order of the rows changes nothing, and turning the signs turns the distribution round, for any sample", () => {
    const sample = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 4,
      maxLength: 40,
    });
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 5 }), (rows, shift) => {
        const table = tableOf({ y: rows.map(([y]) => y / 8), w: rows.map(([, w]) => w / 7) });
        const order = rows.map((_, row) => (row + shift) % rows.length);
        const [one, other] = [table, reordered(table, order)].map((each) =>
          quantile(toDesign(each, { weights: "w" }), "y", { probs: [0.17, 0.83] }),
        );
        expect(other).toEqual(one);
        // by definition: less than p below it, at least p at or below it
        const weight = rows.reduce((sum, [, w]) => sum + w, 0);
        const share = (is: (y: number) => boolean): number =>
          rows.reduce((sum, [y, w]) => sum + (is(y / 8) ? w : 0), 0) / weight;
        for (const { prob, estimate } of one!) {
          expect(share((y) => y <= estimate!)).toBeGreaterThanOrEqual(prob! - 1e-9);
          expect(share((y) => y < estimate!)).toBeLessThan(prob! + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of one half is no farther from the mean than a standard deviation, by Cantelli's inequality, for any sample", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 30 }), (y) => {
        const any = toDesign(tableOf({ y }), {});
        const middle = mean(any, "y")[0]!.estimate!;
        const deviation = Math.sqrt(y.reduce((sum, each) => sum + (each - middle) * (each - middle), 0) / y.length);
        const median = quantile(any, "y", { probs: [0.5] })[0]!.estimate!;
        expect(Math.abs(median - middle)).toBeLessThanOrEqual(deviation * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it("a limit just at the smallest value's share is that value: R (survey 4.1) goes on to the next", () => {
    const five = toDesign(tableOf({ y: [1, 2, 3, 4, 5] }), {});
    expect(quantile(five, "y", { probs: [0.05] })[0]!.estimate).toBe(1);
    expect(agrees(quantile(five, "y", { probs: [0.25] })[0]!.estimate, 2)).toBe(true);
  });
});
