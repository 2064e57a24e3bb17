import { describe, expect, it } from "vitest";
import { calibrate } from "../src/design/calibrate.js";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { toDesign } from "../src/design/design.js";
import { proportion } from "../src/estimate/proportion.js";
import { total } from "../src/estimate/total.js";
import { bySex, refusal } from "./calibrate-fixture.js";
import { tableOf } from "./table-fixture.js";

describe("calibrate(design, [nonresponse])", () => {
  const table = tableOf({
    area: ["a", "a", "a", "b", "b"],
    result: ["done", "done", "away", "done", "away"],
    w: [1, 2, 3, 5, 4],
    y: [1, 4, null, 3, null],
    sex: ["w", "m", null, "m", null],
  });
  const step: CalibrationSpec = { method: "nonresponse", by: ["area"], responded: { result: "done" } };

  it("lets who responded stand for their class, on paper", () => {
    const design = calibrate(toDesign(table, { weights: "w" }), [step]);
    expect([...design.weights]).toEqual([2, 4, 0, 9, 0]);
    expect(design.calibration[0]!.range).toEqual([1.8, 2]);
    expect(design.calibration[0]!.totals).toEqual([
      { name: "area=a", before: 3, after: 6, total: null },
      { name: "area=b", before: 5, after: 9, total: null },
    ]);
  });
  it("takes nothing off the error: classes of the sample are not known totals", () => {
    const design = calibrate(toDesign(table, { weights: "w" }), [step]);
    const known = calibrate(toDesign(table, { weights: "w" }), [
      {
        method: "poststratify",
        by: ["area"],
        totals: [
          { area: "a", total: 6 },
          { area: "b", total: 9 },
        ],
      },
    ]);
    expect(proportion(design, "area", { level: "a" })[0]!.se).toBeGreaterThan(0);
    expect(proportion(known, "area", { level: "a" })[0]).toMatchObject({ se: 0, reason: "fixed by calibration" });
  });
  it("may be followed by a calibration that only who responded can be in", () => {
    const design = calibrate(toDesign(table, { weights: "w" }), [step, bySex]);
    const expected = [4, (4 * 6) / 13, 0, (9 * 6) / 13, 0];
    for (const [row, weight] of expected.entries()) expect(design.weights[row]).toBeCloseTo(weight, 13);
  });
  it("before it, a calibration of everybody drawn is taken off who did not respond too", () => {
    const area: CalibrationSpec = {
      method: "poststratify",
      by: ["area"],
      totals: [
        { area: "a", total: 6 },
        { area: "b", total: 9 },
      ],
    };
    const design = calibrate(toDesign(table, { weights: "w" }), [area, step]);
    const [row] = total(design, "y");
    expect(row!.estimate).toBe(2 * 1 + 4 * 4 + 9 * 3);
    // with the factor 2 in a: 2, 8, 0 less their mean 3 under weights 1, 2, 3; in b 27/5 and 0 less 3
    const left = [1 * (2 - 3), 2 * (8 - 3), 3 * (0 - 3), 5 * (5.4 - 3), 4 * (0 - 3)];
    expect(left.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 12);
    expect(row!.se).toBeCloseTo(Math.sqrt((5 / 4) * left.reduce((sum, each) => sum + each * each, 0)), 10);
  });
  it("refuses a class in which nobody responded", () => {
    const nobody: CalibrationSpec = { ...step, by: ["result"] } as CalibrationSpec;
    expect(refusal(table, nobody, { weights: "w" })).toEqual(["classWithoutResponse result=away"]);
  });
});
