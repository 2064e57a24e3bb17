import { describe, expect, it } from "vitest";
import {
  betaQuantile,
  fUpper,
  normalQuantile,
  tMargin,
  tQuantile,
  tTwoSided,
  tUpper,
} from "../src/math/distributions.js";
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

  it("fUpper(f, over, under) is R's pf of the upper tail, where 1 − cdf would be 0 too", () => {
    expect(agrees(fUpper(3, 2.5, 17.3), 0.066674961060958521, 1e-13)).toBe(true);
    expect(agrees(fUpper(500, 3, 100), 4.8466962308085713e-60, 1e-12)).toBe(true);
    expect(agrees(fUpper(0.01, 4, 7), 0.9997481707032716, 1e-14)).toBe(true);
    expect(agrees(fUpper(1.7, 1, 1e6), 0.19228827724736861, 1e-11)).toBe(true);
    expect(fUpper(0, 2, 5)).toBe(1);
  });

  it("fUpper of t² is both tails of t, and tUpper is one of them", () => {
    expect(agrees(fUpper(6.25, 1, 9), tTwoSided(2.5, 9), 1e-13)).toBe(true);
    expect(agrees(tUpper(7.5, 11), 6.0000756265318332e-6, 1e-13)).toBe(true);
    expect(agrees(tUpper(-1.2, 4), 0.85182430334382331, 1e-13)).toBe(true);
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
