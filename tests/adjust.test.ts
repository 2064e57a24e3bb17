import { describe, expect, it } from "vitest";
import { adjusted } from "../src/estimate/adjust.js";

describe("adjusted(values, how)", () => {
  // R: p.adjust(c(0.03, 0.001, 0.04, 0.2, 0.011), "holm") and "BH"
  const values = [0.03, 0.001, 0.04, 0.2, 0.011];
  const near = (found: readonly (number | null)[], expected: readonly number[]): void => {
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 15);
  };

  it("is R's p.adjust", () => {
    near(adjusted(values, "holm"), [0.09, 0.005, 0.09, 0.2, 0.044]);
    near(adjusted(values, "bh"), [0.05, 0.005, 0.05, 0.2, 0.0275]);
  });

  it("does not count a comparison that has no p, and changes nothing of one alone", () => {
    expect(adjusted([null, 0.5, null], "holm")).toEqual([null, 0.5, null]);
    expect(adjusted([0.02, null, 0.03], "bh")).toEqual([0.03, null, 0.03]);
    expect(adjusted([], "bh")).toEqual([]);
  });

  it("never passes 1, and never gives a smaller p to a larger one", () => {
    expect(adjusted([0.6, 0.7, 0.9], "holm")).toEqual([1, 1, 1]);
    near(adjusted([0.01, 0.011, 0.9], "holm"), [0.03, 0.03, 0.9]);
  });
});
