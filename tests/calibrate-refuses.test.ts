import { describe, expect, it } from "vitest";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { bySex, four, refusal } from "./calibrate-fixture.js";
import { tableOf } from "./table-fixture.js";

describe("calibrate(design, steps) refuses", () => {
  const totals = (...each: [string, number][]) => each.map(([value, known]) => ({ sex: value, total: known }));
  const by = (...each: [string, number][]): CalibrationSpec => ({
    method: "poststratify",
    by: ["sex"],
    totals: totals(...each),
  });

  it("a cell of the sample without a total, and a total without a row, both named", () => {
    expect(refusal(four, by(["w", 4], ["x", 5]))).toEqual(["cellWithoutTotal sex=m", "totalWithoutSample sex=x"]);
  });
  it("a total of 0 where the sample has rows, but takes one of 0 where it has none", () => {
    expect(refusal(four, by(["w", 4], ["m", 0]))).toEqual(["emptyTotal sex=m"]);
    expect(refusal(four, by(["w", 4], ["m", 5], ["x", 0]))).toEqual([]);
  });
  it("a total that is no number, and one that comes twice", () => {
    expect(refusal(four, by(["w", -4], ["m", 6], ["m", 7]))).toEqual(["invalidTotal sex=w", "cellTwice sex=m"]);
  });
  it("a column that is not there, and a row whose cell is not known", () => {
    expect(refusal(four, { ...bySex, by: ["sexo"], totals: [] } as CalibrationSpec)).toEqual([
      "unknownColumnNear sexo",
    ]);
    expect(refusal(tableOf({ sex: ["w", "m", null] }), bySex)).toEqual(["missingCalibration"]);
  });
  it("margins of two populations", () => {
    const table = tableOf({ sex: ["w", "m", "w", "m"], age: ["a", "a", "b", "b"] });
    const age = {
      by: ["age"],
      totals: [
        { age: "a", total: 5 },
        { age: "b", total: 6 },
      ],
    };
    const step: CalibrationSpec = {
      method: "rake",
      margins: [{ by: ["sex"], totals: totals(["w", 4], ["m", 6]) }, age],
    };
    expect(refusal(table, step)).toEqual(["totalsDisagree"]);
  });
  it("terms without totals and totals without terms", () => {
    const step: CalibrationSpec = { method: "linear", terms: ["sex", "y"], totals: { sex: { w: 4, m: 6 }, x: 3 } };
    expect(refusal(four, step)).toEqual(["totalWithoutTerm x", "termWithoutTotal y"]);
  });
  it("totals that no weights within the bounds reach, the one missed most named", () => {
    const step: CalibrationSpec = {
      method: "logit",
      terms: ["sex"],
      totals: { sex: { w: 2.2, m: 9 } },
      bounds: [0.5, 2],
    };
    expect(refusal(four, step)).toEqual(["totalNotReached sex=m"]);
    expect(refusal(four, { ...step, method: "linear" })).toEqual(["totalNotReached sex=m"]);
  });
  it("negative weights", () => {
    const step: CalibrationSpec = { method: "linear", terms: ["x"], totals: { intercept: 4, x: 4.5 } };
    expect(refusal(four, step)).toEqual(["negativeCalibrated"]);
    expect(refusal(four, { ...step, method: "raking" })).toEqual([]);
  });
  it("logit without bounds, and bounds on one side of 1", () => {
    const step: CalibrationSpec = { method: "logit", terms: ["sex"], totals: { sex: { w: 2, m: 2 } } };
    expect(refusal(four, step)).toEqual(["missingBounds"]);
    expect(refusal(four, { ...step, bounds: [1.1, 2] })).toEqual(["invalidBounds"]);
  });
});
