import { describe, expect, it } from "vitest";
import type { Released } from "../src/policy/released.js";
import { type Compared, compareEstimates } from "../src/report/compare.js";
import { reportCsv } from "../src/report/csv.js";
import { released, withheld } from "./released-fixture.js";
import { run } from "./report-fixture.js";

/** The estimates.csv of these rows, as a report writes it. */
function csv(...rows: readonly Released[]): string {
  return reportCsv({ ...run, estimates: rows });
}

const a = released({ key: "a", estimate: 10, se: 2 });
const b = released({ key: "b", estimate: 20, se: 4 });

function changes(reference: string, current: string): readonly (readonly [string, Compared["change"]])[] {
  return compareEstimates(reference, current).map(({ key, change }) => [key, change] as const);
}

describe("compareEstimates(reference, current)", () => {
  it("finds a file the same as itself, row by row", () => {
    expect(compareEstimates(csv(a, b, withheld({ key: "w" })), csv(a, b, withheld({ key: "w" })))).toMatchObject([
      { key: "a", change: "same", columns: [], standardErrors: 0, opened: false },
      { key: "b", change: "same", columns: [], standardErrors: 0, opened: false },
      { key: "w", change: "same", columns: [], opened: false },
    ]);
  });

  it("takes for the same what differs by less than a part in a thousand million, and for moved what differs by more", () => {
    const moved = (by: number) => changes(csv(a), csv({ ...a, estimate: 10 * (1 + by) }))[0]![1];
    expect(moved(5e-10)).toBe("same");
    expect(moved(2e-9)).toBe("moved");
  });

  it("says how far an estimate moved in the reference's standard errors: from 10 to 13 with 2 is 1.5", () => {
    const [row] = compareEstimates(csv(a), csv({ ...a, estimate: 13 }));
    expect(row).toMatchObject({ change: "moved", columns: ["estimate"], old: "10", new: "13", standardErrors: 1.5 });
  });

  it("names every column that moved, also where the estimate did not", () => {
    const [row] = compareEstimates(csv(a), csv({ ...a, n: 101, precision: "low", ci: [3, null] }));
    expect(row).toMatchObject({ change: "moved", columns: ["n", "ciLow", "ciHigh", "precision"], standardErrors: 0 });
  });

  it("knows no distance where there is no standard error, or one of 0", () => {
    for (const se of [null, 0]) {
      const [row] = compareEstimates(csv({ ...a, se }), csv({ ...a, se, estimate: 11 }));
      expect(row).toMatchObject({ change: "moved" });
      expect(row).not.toHaveProperty("standardErrors");
    }
  });

  it("tells what is new and what is gone", () => {
    expect(changes(csv(a), csv(b))).toEqual([
      ["b", "new"],
      ["a", "gone"],
    ]);
  });

  it("takes one key in two indicators for two estimates", () => {
    const other = { ...a, id: "other" };
    expect(changes(csv(a), csv(a, other))).toEqual([
      ["a", "same"],
      ["a", "new"],
    ]);
  });

  it("sounds the alarm for a cell that was withheld and is shown now, and not for the other way round", () => {
    const closed = withheld({ key: "a" });
    expect(compareEstimates(csv(closed), csv(a))).toMatchObject([{ change: "moved", opened: true }]);
    expect(compareEstimates(csv(a), csv(closed))).toMatchObject([{ change: "moved", opened: false }]);
    expect(compareEstimates(csv(closed), csv(a))[0]).not.toHaveProperty("standardErrors");
  });

  it("does not mind the order of rows, the mark at the beginning, or how lines end", () => {
    const plain = csv(b, a)
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
    expect(changes(csv(a, b), plain)).toEqual([
      ["b", "same"],
      ["a", "same"],
    ]);
    expect(changes(plain, csv(a, b)).every(([, change]) => change === "same")).toBe(true);
  });

  it("reads keys that hold commas, quotes and ends of lines", () => {
    const odd = released({ key: 'x|where=a = "b, c"\n' });
    expect(changes(csv(odd), csv(odd)).map(([, change]) => change)).toEqual(["same"]);
  });

  it("finds everything new against an empty reference, and everything gone where nothing is left", () => {
    expect(changes("", csv(a))).toEqual([["a", "new"]]);
    expect(changes(csv(a), "")).toEqual([["a", "gone"]]);
  });

  it("tells a blank from a zero, and a text that is no number from another", () => {
    expect(compareEstimates(csv({ ...a, cv: null }), csv({ ...a, cv: 0 }))[0]).toMatchObject({ columns: ["cv"] });
    expect(compareEstimates(csv({ ...a, reason: "nobody" }), csv({ ...a, reason: "everybody" }))[0]!.columns).toEqual([
      "reason",
    ]);
  });
});
