import { describe, expect, it } from "vitest";
import { hadamard } from "../src/design/hadamard.js";

describe("hadamard(least)", () => {
  it.each([1, 2, 3, 5, 9, 13, 21, 25, 34, 61])(
    "has columns at right angles, all but the first balanced: %i",
    (least) => {
      const rows = hadamard(least);
      const order = rows.length;
      expect(order).toBeGreaterThanOrEqual(least);
      const product = (a: number, b: number): number => rows.reduce((total, row) => total + row[a]! * row[b]!, 0);
      for (let a = 0; a < order; a++)
        for (let b = 0; b <= a; b++) if (product(a, b) !== (a === b ? order : 0)) expect([a, b]).toEqual([]);
      // at right angles to a first column of 1 means as many 1 as −1
      expect(rows.every((row) => row[0] === 1)).toBe(true);
      expect(rows.every((row) => row.every((sign) => sign === 1 || sign === -1))).toBe(true);
    },
  );

  it("takes the smallest order that squares modulo a prime, and doubling, reach", () => {
    // 11 + 1, 2 (11 + 1), 31 + 1 before 2⁵, 59 + 1
    expect([9, 22, 29, 57].map((least) => hadamard(least).length)).toEqual([12, 24, 32, 60]);
  });
});
