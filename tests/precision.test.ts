import { describe, expect, it } from "vitest";
import { inegi } from "../src/policy/precision.js";

// The thresholds of INEGI's agreement CAC-007/01/2018, each at its edge.
describe("inegi(row)", () => {
  const label = (cv: number | null, se: number | null = 1): string | null => inegi({ statistic: "mean", cv, se });

  it("is high below 15 %", () => expect(label(0.1499999)).toBe("high"));
  it("is moderate from 15 %", () => expect(label(0.15)).toBe("moderate"));
  it("is moderate below 30 %", () => expect(label(0.2999999)).toBe("moderate"));
  it("is low from 30 %", () => expect(label(0.3)).toBe("low"));
  it("has no label without a standard error", () => expect(label(null, null)).toBeNull());
  it("has no label for a standard error of 0", () => expect(label(0, 0)).toBeNull());
  it("has no label for a difference", () => expect(inegi({ statistic: "difference", cv: 3, se: 1 })).toBeNull());
  it("gives moderate in the worked example: p = 0.10, n = 184, deff 1.5", () => {
    const se = Math.sqrt((0.1 * 0.9 * 1.5) / 184);
    expect(inegi({ statistic: "proportion", cv: se / 0.1, se })).toBe("moderate");
  });
});
