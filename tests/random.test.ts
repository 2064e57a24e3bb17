import { describe, expect, it } from "vitest";
import { random } from "../src/math/random.js";

const draws = (seed: number, count: number, below: number): number[] => {
  const chance = random(seed);
  return Array.from({ length: count }, () => chance.below(below));
};

describe("random(seed)", () => {
  it("gives the same numbers for the same seed and others for the next", () => {
    expect(draws(5, 20, 1000)).toEqual(draws(5, 20, 1000));
    expect(draws(6, 20, 1000)).not.toEqual(draws(5, 20, 1000));
    expect(draws(-1, 20, 1000)).not.toEqual(draws(1, 20, 1000));
  });

  it("gives each number below the limit about as often", () => {
    const counts = new Array<number>(6).fill(0);
    for (const each of draws(1, 60_000, 6)) counts[each]!++;
    // the standard deviation of a count is √(60,000 · 1/6 · 5/6) = 91
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
