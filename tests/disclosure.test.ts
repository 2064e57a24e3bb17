import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../src/estimate/estimate.js";
import { type Planned, withheldRows } from "../src/policy/disclosure.js";
import { release } from "../src/policy/release.js";

const settings = { minHouseholds: 10, sensitive: [], opened: [] };

/** Rows of a made-up unit of 2,000 households; each call takes the next ones, as groups that do not overlap do. */
let next = 0;

function flags(from: number, count: number): Uint8Array {
  return Uint8Array.from({ length: 2000 }, (_, at) => (at >= from && at < from + count ? 1 : 0));
}

function row(by: Record<string, string> | null, households: number, sensitive = false): Planned {
  const estimate: Estimate = {
    key: JSON.stringify(by),
    unit: "household",
    statistic: "mean",
    variable: "size",
    by,
    where: null,
    confidence: 0.9,
    n: households,
    households,
    psu: 4,
    cases: 3,
    nMissing: 0,
    weightMissing: 0,
    estimate: 4,
    se: 1,
    cv: 0.25,
    ci: [2, 6],
    df: 3,
    nEff: households,
    deff: 1,
    reason: null,
  };
  const rows = flags(next % 2000, households);
  next += households;
  return { id: "size", estimate, sensitive, rows, households: Int32Array.from({ length: 2000 }, (_, at) => at) };
}

/** The same row about other households. */
function about(planned: Planned, from: number, count: number): Planned {
  return { ...planned, rows: flags(from, count) };
}

/** The rows of a table of municipalities by groups, with their households. */
function table(counts: readonly (readonly number[])[]): Planned[] {
  next = 0;
  return counts.flatMap((line, a) => line.map((households, b) => row({ a: `a${a}`, b: `b${b}` }, households)));
}

describe("withheldRows(planned, settings)", () => {
  it("withholds a group below the minimum, and shows one at it", () => {
    expect(withheldRows([row(null, 9)], settings)).toEqual(new Set([0]));
    expect(withheldRows([row(null, 10)], settings)).toEqual(new Set());
  });

  it("withholds a second group where one alone would follow from the margin", () => {
    const planned = [row({ a: "1" }, 9), row({ a: "2" }, 40), row({ a: "3" }, 30)];
    expect(withheldRows(planned, settings)).toEqual(new Set([0, 2]));
  });

  it("closes every line of a crossing: one small cell takes three others with it, the smallest", () => {
    const planned = table([
      [9, 20, 30],
      [25, 26, 27],
      [40, 41, 42],
    ]);
    // in line a0 the 20, in column b0 the 25, and then their crossing 26
    expect(withheldRows(planned, settings)).toEqual(new Set([0, 1, 3, 4]));
  });

  it("counts those whose group is not known: a total less its groups may be one household", () => {
    const planned = [
      about(row(null, 119), 0, 119),
      about(row({ a: "no" }, 57), 0, 57),
      about(row({ a: "si" }, 61), 57, 61),
    ];
    // 119 - 57 - 61 = 1: without the smaller group, what is left is 58
    expect(withheldRows(planned, settings)).toEqual(new Set([1]));
  });

  it("leaves no margin of one table to be put together from the cells of another", () => {
    const town = (a: string, from: number, count: number): Planned => about(row({ a }, count), from, count);
    const cell = (a: string, b: string, from: number, count: number): Planned =>
      about(row({ a, b }, count), from, count);
    const planned = [
      about(row(null, 133), 0, 133),
      ...[town("A", 0, 9), town("B", 9, 24), town("C", 33, 50), town("D", 83, 50)],
      ...[cell("A", "x", 0, 4), cell("A", "y", 4, 5), cell("B", "x", 9, 12), cell("B", "y", 21, 12)],
      ...[cell("C", "x", 33, 10), cell("C", "y", 43, 40), cell("D", "x", 83, 40), cell("D", "y", 123, 10)],
    ];
    // A is too small; B goes with it, so B's two cells cannot both stay
    const withheld = withheldRows(planned, settings);
    expect([1, 2, 5, 6].every((index) => withheld.has(index))).toBe(true);
    expect(withheld.has(7) || withheld.has(8)).toBe(true);
  });

  it("sees that one indicator's population lies inside another's", () => {
    const all = about(row({ a: "gyc" }, 21), 0, 21);
    const inside = { ...about(row({ a: "gyc" }, 19), 0, 19), id: "other" };
    expect(withheldRows([all, inside], settings)).toEqual(new Set([1]));
  });

  it("asks for the minimum on both sides of a difference", () => {
    const planned = { ...about(row(null, 21), 0, 21), sides: [flags(0, 19), flags(19, 2)] as const };
    expect(withheldRows([planned], settings)).toEqual(new Set([0]));
  });

  it("withholds a sensitive row whatever its size", () => {
    expect(withheldRows([row(null, 500, true)], settings)).toEqual(new Set([0]));
  });

  it("never leaves less than the minimum in what a margin gives of a line's withheld cells (random tables)", () => {
    const tables = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (counts) => {
        const withheld = withheldRows(table(counts), settings);
        const cells = counts.map((line, a) =>
          line.map((households, b) => ({ households, hidden: withheld.has(a * 3 + b) })),
        );
        for (const { households, hidden } of cells.flat()) if (households < 10) expect(hidden).toBe(true);
        for (const line of [...cells, ...[0, 1, 2].map((b) => cells.map((cell) => cell[b]!))]) {
          const left = line.filter(({ hidden }) => hidden).reduce((sum, { households }) => sum + households, 0);
          const all = line.reduce((sum, { households }) => sum + households, 0);
          // a line that is small in all has no margin that may be known
          if (all >= 10) expect(left === 0 || left >= 10).toBe(true);
        }
      }),
    );
  });
});

describe("release(planned, settings)", () => {
  it("leaves no number in a withheld row, not even in a field that was added later", () => {
    const [withheld] = release([row({ a: "1" }, 3)], { disclosure: settings });
    const numbers = Object.entries(withheld!).filter(
      ([name, value]) => name !== "confidence" && typeof value === "number",
    );
    expect(numbers).toEqual([]);
    expect(withheld!.ci).toBeNull();
    expect(withheld!.withheld).toBe(true);
  });

  it("labels what it shows", () => {
    const [shown] = release([row(null, 300)], { disclosure: settings });
    expect(shown).toMatchObject({ estimate: 4, precision: "moderate", withheld: false });
  });
});
