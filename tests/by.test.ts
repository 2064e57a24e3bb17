import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { groupsOf } from "../src/estimate/by.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { total } from "../src/estimate/total.js";
import { tableOf } from "./table-fixture.js";

const cells = {
  y: [1, 2, 3, 4, 5, 6],
  g: ["b", "a", null, "b", "a", "b"],
  h: [1, 1, 2, 2, null, 2],
  w: [1, 1, 1, 0, 1, 1],
};
const design = toDesign(tableOf(cells), { weights: "w" });

describe("groupsOf(design, options)", () => {
  it("has each row with a weight in one group at most, in code-point order of all columns", () => {
    const groups = groupsOf(design, { by: ["g", "h"] });
    expect(groups.map(({ by, rows }) => [by, [...rows]])).toEqual([
      [{ g: "a", h: "1" }, [1]],
      [{ g: "b", h: "1" }, [0]],
      [{ g: "b", h: "2" }, [5]],
    ]);
  });

  it("keeps what was asked before: the same list for the same question, another for another", () => {
    const asked = { by: ["g"], where: { h: "1" } };
    expect(groupsOf(design, asked)).toBe(groupsOf(design, { ...asked, confidence: 0.9 }));
    expect(groupsOf(design, asked)).not.toEqual(groupsOf(design, { by: ["g"], where: { h: "2" } }));
    const others = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    for (const y of others) groupsOf(design, { by: ["g"], where: { y } });
    expect(groupsOf(design, asked).map(({ rows }) => [...rows])).toEqual([[1], [0]]);
  });
});

describe("the all-groups row", () => {
  it("comes last, is the estimate without groups, those of no group in it, and has its key", () => {
    const rows = mean(design, "y", { by: ["g"], total: true });
    expect(rows.map(({ by, estimate, n }) => [by?.g ?? null, estimate, n])).toEqual([
      ["a", 3.5, 2],
      ["b", 3.5, 2],
      [null, 3.4, 5],
    ]);
    expect(rows[2]).toEqual(mean(design, "y")[0]);
  });

  it("is there once where there are no groups, and for every level of a proportion", () => {
    expect(total(design, "y", { total: true })).toEqual(total(design, "y"));
    expect(proportion(design, "h", { by: ["g"], total: true }).slice(-2)).toEqual(proportion(design, "h"));
  });

  it("is refused where it would mix in a part without known probabilities", () => {
    const parts = [{ where: { g: "a" }, kind: "nonprobability" }] as const;
    const mixed = toDesign(tableOf(cells), { weights: "w", parts });
    expect(mean(mixed, "y", { by: ["g"] })).toHaveLength(2);
    expect(() => mean(mixed, "y", { by: ["g"], total: true })).toThrow("a part without known probabilities");
  });
});
