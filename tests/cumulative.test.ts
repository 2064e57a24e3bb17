import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { cumulative } from "../src/estimate/cumulative.js";
import { proportion } from "../src/estimate/proportion.js";
import { tableOf } from "./table-fixture.js";

const cells = { y: [1, 2, 2, 5, 8, null], low: [1, 1, 1, 0, 0, null], w: [1, 2, 3, 4, 5, 6], g: [..."aabbab"] };
const design = toDesign(tableOf(cells), { weights: "w" });

describe("cumulative(design, column)", () => {
  it("is the share at or below each value among who answered", () => {
    const rows = cumulative(design, "y", { at: [0, 2, 7.5, 8] });
    expect(rows.map(({ level, estimate, cases, n }) => [level, estimate, cases, n])).toEqual([
      ["0", 0, 0, 5],
      ["2", 6 / 15, 3, 5],
      ["7.5", 10 / 15, 4, 5],
      ["8", 1, 5, 5],
    ]);
    expect(rows.map(({ reason }) => reason)).toEqual(["nobody", null, null, "everybody"]);
  });

  it("has the error and interval of a proportion: the same as of a column that says who is", () => {
    for (const ciMethod of ["logit", "beta", "wilson", "wald"] as const) {
      const [at] = cumulative(design, "y", { at: [2], ciMethod, by: ["g"] });
      const share = proportion(design, "low", { level: "1", ciMethod, by: ["g"] })[0]!;
      const { key, statistic, variable, level, ...numbers } = share;
      expect(at).toMatchObject(numbers);
    }
  });

  it("refuses a value that is no number", () => {
    expect(() => cumulative(design, "y", { at: [Number.NaN] })).toThrow("cumulative distribution: NaN");
  });
});
