import { describe, expect, it } from "vitest";
import { calibrate } from "../src/design/calibrate.js";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { toCodes } from "../src/design/codes.js";
import { type Design, toDesign } from "../src/design/design.js";
import { toNumbers } from "../src/design/numbers.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { ratio } from "../src/estimate/ratio.js";
import { total } from "../src/estimate/total.js";
import type { Column, Table } from "../src/load/table.js";
import { drawn, near, sample } from "./calibrate-fixture.js";
import { withColumn } from "./table-fixture.js";

describe("a chain of calibrations", () => {
  /** Some estimates of a sample. */
  type Estimates = (design: Design) => readonly number[];

  /** Their variances by leaving out a primary unit at a time and calibrating what remains, step by step. */
  function jackknife(table: Table, calibration: readonly CalibrationSpec[], estimates: Estimates): readonly number[] {
    const [psu, stratum] = ["psu", "stratum"].map((name) => toCodes(table.columns.get(name)!).codes);
    const weight = toNumbers(table.columns.get("weight")!);
    const variances: number[] = [];
    for (const code of new Set(stratum!)) {
      const units = new Set([...psu!].filter((_, row) => stratum![row] === code));
      const n = units.size;
      const replicates = [...units].map((out) => {
        const factor = (row: number): number => (psu![row] === out ? 0 : stratum![row] === code ? n / (n - 1) : 1);
        const values = weight.map((each, row) => each * factor(row));
        const without = withColumn(table, { ...table.columns.get("weight")!, kind: "number", values } as Column);
        return estimates(toDesign(without, { ...drawn, calibration }));
      });
      for (const at of replicates[0]!.keys()) {
        const values = replicates.map((each) => each[at]!);
        const middle = values.reduce((sum, each) => sum + each, 0) / n;
        const squares = values.reduce((sum, each) => sum + (each - middle) * (each - middle), 0);
        variances[at] = (variances[at] ?? 0) + ((n - 1) / n) * squares;
      }
    }
    return variances;
  }

  const table = sample(90);
  // far from the sample, so that the factors of one step matter to the residuals of the other
  const [sex, linear, rake] = near(table, { w: 1.3, old: 0.7, x: 1.02 });
  const rows = (design: Design) => [
    total(design, "y")[0]!,
    ratio(design, "y", "x", { where: { sex: "w" } })[0]!,
    mean(design, "y", { where: { age: "old" } })[0]!,
  ];

  // taking the residuals in the other order, or without the factors of the steps between, is 6% to 8% off
  it.each([
    ["post-stratified, then linear", [sex!, linear!]],
    ["linear, then post-stratified", [linear!, sex!]],
    ["linear, then raked", [linear!, rake!]],
  ])("%s: the variances of a total, a ratio and a mean in domains are a jackknife's to 3%%", (_, calibration) => {
    const left = jackknife(table, calibration, (design) => rows(design).map((row) => row.estimate!));
    for (const [at, { se }] of rows(toDesign(table, { ...drawn, calibration })).entries())
      expect(Math.abs((se! * se!) / left[at]! - 1)).toBeLessThan(0.03);
  });

  it("has no error in what its last step calibrated to, and some in what it left again", () => {
    const design = calibrate(toDesign(table, drawn), [sex!, linear!]);
    expect(total(design, "x")[0]).toMatchObject({ se: 0, reason: "fixed by calibration" });
    expect(proportion(design, "sex")[0]!.se).toBeGreaterThan(0);
  });
});
