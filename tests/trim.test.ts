import { describe, expect, it } from "vitest";
import { calibrate } from "../src/design/calibrate.js";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { toDesign } from "../src/design/design.js";
import { proportion } from "../src/estimate/proportion.js";
import { bySex, refusal } from "./calibrate-fixture.js";
import { tableOf } from "./table-fixture.js";

describe("calibrate(design, [trim])", () => {
  const table = tableOf({ sex: ["w", "w", "m", "m"], w: [1, 2, 3, 14], y: [1, 2, 4, 7] });
  it("cuts weights to the limits and shares out what was cut, on paper", () => {
    const step: CalibrationSpec = { method: "trim", upper: 8 };
    // 6 over three: 3, 4, 5, 8
    expect([...calibrate(toDesign(table, { weights: "w" }), [step]).weights]).toEqual([3, 4, 5, 8]);
  });
  it("again until none is outside, the total staying", () => {
    const { weights } = calibrate(toDesign(table, { weights: "w" }), [{ method: "trim", lower: 2, upper: 5.5 }]);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...weights)).toBeLessThanOrEqual(5.5);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(20, 12);
  });
  it("voids what was calibrated before: its error is there again, that of the trimmed weights alone", () => {
    const steps: CalibrationSpec[] = [bySex, { method: "trim", upper: 5 }];
    const design = calibrate(toDesign(table, { weights: "w" }), steps);
    const plain = toDesign(tableOf({ sex: ["w", "w", "m", "m"], w: [...design.weights] }), { weights: "w" });
    const [row, same] = [design, plain].map((each) => proportion(each, "sex", { level: "w" })[0]!);
    expect(row!.se).toBeGreaterThan(0);
    expect(row!.se).toBe(same!.se);
  });
  it("refuses limits without room, and limits that are none", () => {
    expect(refusal(table, { method: "trim", upper: 4 }, { weights: "w" })).toEqual(["allTrimmed"]);
    expect(refusal(table, { method: "trim", lower: 4, upper: 4 }, { weights: "w" })).toEqual(["invalidLimits"]);
  });
});
