import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addInto, Sum, sum, valuesOf } from "../src/math/sum.js";

describe("sum(values)", () => {
  it("keeps what plain addition loses: on paper 1 + 1e100 + 1 − 1e100 is 2", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("is the same in any order, where plain addition is not: tenths, exact in a hundred orders", () => {
    const tenths = Array.from({ length: 1000 }, (_, i) => ((i * 7919) % 1000) / 10);
    fc.assert(
      fc.property(fc.shuffledSubarray(tenths, { minLength: 1000 }), (shuffled) => {
        expect(sum(shuffled)).toBe(sum(tenths));
      }),
      { numRuns: 100 },
    );
    // on paper: 0 + 0.1 + … + 99.9 = 999 × 1000 / 20
    expect(sum(tenths)).toBe(49950);
  });

  it("of nothing is 0, and past the largest number is infinite, not NaN", () => {
    expect(sum([])).toBe(0);
    expect(sum([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("new Sum()", () => {
  it("starts again when cleared, forgetting the lost parts too", () => {
    const running = new Sum();
    for (const value of [1e100, 1, -1e100]) running.add(value);
    running.clear();
    running.add(3);
    expect(running.value).toBe(3);
  });
});

describe("addInto(high, low, at, value)", () => {
  it("keeps many sums, each as exactly as one", () => {
    const [high, low] = [new Float64Array(2), new Float64Array(2)];
    for (const value of [1, 1e100, 1, -1e100]) {
      addInto(high, low, 0, value);
      addInto(high, low, 1, 0.1);
    }
    expect([...valuesOf(high, low)]).toEqual([2, 0.4]);
  });

  it("past the largest number is infinite, not NaN", () => {
    const [high, low] = [Float64Array.of(Number.MAX_VALUE), Float64Array.of(0)];
    addInto(high, low, 0, Number.MAX_VALUE);
    expect([...valuesOf(high, low)]).toEqual([Number.POSITIVE_INFINITY]);
  });
});
