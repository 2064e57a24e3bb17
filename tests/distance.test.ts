import { describe, expect, it } from "vitest";
import { distanceOf } from "../src/design/distance.js";

const bounds = [0.5, 2.2] as const;
const all = [
  ["linear", distanceOf("linear", undefined)],
  ["raking", distanceOf("raking", undefined)],
  ["linear, bounds", distanceOf("linear", bounds)],
  ["raking, bounds", distanceOf("raking", bounds)],
  ["logit", distanceOf("logit", bounds)],
] as const;

describe("distanceOf(method, bounds)", () => {
  it.each(all)("%s: leaves a weight that nothing moves, and starts to move it at speed 1", (_, { factor, slope }) => {
    expect(factor(0)).toBeCloseTo(1, 15);
    expect(slope(0)).toBeCloseTo(1, 14);
  });

  it.each(all)("%s: the slope is the difference of two factors near by", (_, { factor, slope }) => {
    for (const u of [-1.5, -0.3, 0.2, 0.6, 1.7])
      expect((factor(u + 1e-6) - factor(u - 1e-6)) / 2e-6).toBeCloseTo(slope(u), 6);
  });

  it.each(all.slice(2))("%s: stays within its bounds, far as it may go", (_, { factor }) => {
    expect(factor(-50)).toBeCloseTo(0.5, 12);
    expect(factor(50)).toBeCloseTo(2.2, 12);
  });
});
