import { describe, expect, it } from "vitest";
import { certainty, isAtLeast, isBelow, isHigher, isLower, isUndecided } from "../src/narrate/claims.js";
import { released, withheld } from "./released-fixture.js";

const difference = (estimate: number, p: number | null) => released({ statistic: "difference", estimate, p });

describe("certainty(row)", () => {
  it.each([
    [0, "clear"],
    [0.0499, "clear"],
    [0.05, "hint"],
    [0.0999, "hint"],
    [0.1, "none"],
    [1, "none"],
  ] as const)("of a test with p = %d is %s", (p, word) => {
    expect(certainty({ p })).toBe(word);
  });

  it("is none where there was no test, or none that could be computed", () => {
    expect(certainty({ p: null })).toBe("none");
    expect(certainty({})).toBe("none");
  });
});

describe("claims about a difference, b minus a", () => {
  it("higher and lower need the sign and a clear test", () => {
    expect([isHigher(difference(2, 0.01)), isLower(difference(2, 0.01))]).toEqual([true, false]);
    expect([isHigher(difference(-2, 0.01)), isLower(difference(-2, 0.01))]).toEqual([false, true]);
    expect([isHigher(difference(2, 0.07)), isLower(difference(-2, 0.07))]).toEqual([false, false]);
    expect([isHigher(difference(0, 0.01)), isLower(difference(0, 0.01))]).toEqual([false, false]);
  });

  it("undecided needs a number: nothing is claimed of one that is not there, or of a hint", () => {
    expect(isUndecided(difference(2, 0.5))).toBe(true);
    expect(isUndecided(difference(2, 0.07))).toBe(false);
    expect(isUndecided(released({ statistic: "difference", estimate: null, p: null }))).toBe(false);
  });
});

describe("claims about a level: the whole interval, not the estimate alone", () => {
  it("at least a half: the lower limit counts, and reaching it is enough", () => {
    expect(isAtLeast(released({ estimate: 0.6, ci: [0.5, 0.7] }), 0.5)).toBe(true);
    expect(isAtLeast(released({ estimate: 0.6, ci: [0.49, 0.71] }), 0.5)).toBe(false);
  });

  it("below a half: the upper limit counts, and reaching it is not enough", () => {
    expect(isBelow(released({ estimate: 0.4, ci: [0.3, 0.49] }), 0.5)).toBe(true);
    expect(isBelow(released({ estimate: 0.4, ci: [0.3, 0.5] }), 0.5)).toBe(false);
  });

  it("nothing without an interval, or without that side of it, or of a withheld row", () => {
    for (const row of [released({ ci: null }), released({ ci: [null, null] }), withheld()])
      expect([isAtLeast(row, -1), isBelow(row, 99), isHigher(row), isLower(row), isUndecided(row)]).toEqual(
        Array(5).fill(false),
      );
  });
});
