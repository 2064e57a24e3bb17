import { describe, expect, it } from "vitest";
import { betaQuantile, normalQuantile, tMargin, tQuantile, tTwoSided } from "../src/math/distributions.js";
import { power } from "../src/math/power.js";
import { agrees } from "./table-fixture.js";

// Against R 4.2: qt, pt, qbeta, qnorm with 17 digits.
describe("the distributions", () => {
  it("tMargin(confidence, df) is R's qt of the upper tail", () => {
    expect(agrees(tMargin(0.95, 10), 2.2281388519862739, 1e-13)).toBe(true);
    expect(agrees(tMargin(0.95, 1), 12.706204736174694, 1e-13)).toBe(true);
    expect(agrees(tMargin(0.9, 3983), 1.6452362846907875, 1e-13)).toBe(true);
    expect(agrees(tQuantile(0.975, 183), 1.9730119151362648, 1e-13)).toBe(true);
  });

  it("tTwoSided(t, df) keeps the digits of a p-value that 1 − cdf would call 0", () => {
    expect(agrees(tTwoSided(-40, 100), 2.4621076021400736e-63, 1e-12)).toBe(true);
    expect(agrees(tTwoSided(5, 3), 0.015392438073302296, 1e-13)).toBe(true);
    expect(tTwoSided(0, 7)).toBe(1);
  });

  it("betaQuantile(p, a, b) is R's qbeta, and 1 − (1 − p)^(1/b) on paper when a is 1", () => {
    expect(agrees(betaQuantile(0.975, 3.3, 1000.2), 0.0076566488420556356, 1e-12)).toBe(true);
    expect(agrees(betaQuantile(0.025, 0.3, 10.2), 3.2329298796856927e-7, 1e-12)).toBe(true);
    expect(agrees(1 - power(1 - betaQuantile(0.975, 1, 30), 30), 0.975, 1e-13)).toBe(true);
  });

  it("normalQuantile(p) is R's qnorm", () => {
    expect(agrees(normalQuantile(0.975), 1.959963984540054, 1e-14)).toBe(true);
  });
});

describe("power(base, exponent)", () => {
  it("is repeated multiplication, on paper", () => {
    expect([power(3, 0), power(3, 1), power(3, 5), power(-2, 9)]).toEqual([1, 3, 243, -512]);
  });
});
