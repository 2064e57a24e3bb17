import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../src/estimate/estimate.js";
import { type Planned, withheldRows } from "../src/policy/disclosure.js";
import { release } from "../src/policy/release.js";

const settings = { minHouseholds: 10, sensitive: [], opened: [] };

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
  return { id: "size", estimate, sensitive };
}

/** The rows of a table of municipalities by groups, with their households. */
function table(counts: readonly (readonly number[])[]): Planned[] {
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

  it("withholds a sensitive row whatever its size", () => {
    expect(withheldRows([row(null, 500, true)], settings)).toEqual(new Set([0]));
  });

  it("never leaves exactly one withheld cell in a line that has others (random tables)", () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(tables, (counts) => {
        const withheld = withheldRows(table(counts), settings);
        const hidden = counts.map((line, a) => line.map((_, b) => withheld.has(a * 3 + b)));
        const lines = [...hidden, ...[0, 1, 2].map((b) => hidden.map((line) => line[b]!))];
        for (const line of lines) expect(line.filter(Boolean).length).not.toBe(1);
        counts.forEach((line, a) => {
          line.forEach((households, b) => {
            if (households < 10) expect(hidden[a]![b]).toBe(true);
          });
        });
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
