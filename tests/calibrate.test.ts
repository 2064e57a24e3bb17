import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate } from "../src/design/calibrate.js";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { toDesign } from "../src/design/design.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { total } from "../src/estimate/total.js";
import { bySex, drawn, four, near, sample } from "./calibrate-fixture.js";
import { reordered, tableOf } from "./table-fixture.js";

describe("calibrate(design, steps)", () => {
  it("post-stratifies, on paper", () => {
    const design = calibrate(toDesign(four, {}), [bySex]);
    expect([...design.weights]).toEqual([2, 2, 3, 3]);
    const [row] = total(design, "y");
    expect(row!.estimate).toBe(56);
    // what is left of y: −1, 1, −3, 3, weighted −2, 2, −9, 9 about 0: 4/3 · 170
    expect(row!.se).toBeCloseTo(Math.sqrt(680 / 3), 12);
  });

  it("does not change the design that it is given", () => {
    const before = toDesign(four, {});
    calibrate(before, [bySex]);
    expect([...before.weights]).toEqual([1, 1, 1, 1]);
    expect(before.calibration).toEqual([]);
  });

  it("says what moved, on paper", () => {
    const [record] = calibrate(toDesign(four, {}), [bySex]).calibration;
    expect(record!.range).toEqual([2, 3]);
    // 4 · (4 + 4 + 9 + 9) / 10²
    expect(record!.designEffect).toBeCloseTo(1.04, 14);
    expect(record!.totals).toEqual([
      { name: "sex=m", before: 2, after: 6, total: 6 },
      { name: "sex=w", before: 2, after: 4, total: 4 },
    ]);
  });

  it("is the same as the `calibration` of a design", () => {
    const [asked, inDesign] = [calibrate(toDesign(four, {}), [bySex]), toDesign(four, { calibration: [bySex] })];
    expect(total(inDesign, "y")).toEqual(total(asked, "y"));
  });

  it("has no error in what it calibrated to, and says why", () => {
    const table = sample(12);
    const [, linear, rake] = near(table, { w: 1.1, old: 0.9, x: 1.02 });
    const regressed = calibrate(toDesign(table, drawn), [linear!]);
    expect(total(regressed, "x")[0]).toMatchObject({ se: 0, cv: 0, reason: "fixed by calibration" });
    expect(mean(regressed, "x")[0]).toMatchObject({ se: 0, reason: "fixed by calibration" });
    expect(mean(regressed, "y")[0]!.se).toBeGreaterThan(0.01);
    const raked = calibrate(toDesign(table, drawn), [rake!]);
    for (const name of ["sex", "age"])
      for (const row of proportion(raked, name)) {
        expect(row).toMatchObject({ se: 0, reason: "fixed by calibration" });
        expect(row.ci).toEqual([row.estimate, row.estimate]);
      }
  });

  it("hits every total to 14 digits, whatever the method", () => {
    const table = sample(12);
    for (const step of near(table, { w: 1.15, old: 0.85, x: 1.03 }))
      for (const { after, total: known } of calibrate(toDesign(table, drawn), [step]).calibration[0]!.totals)
        expect(Math.abs(after / known! - 1)).toBeLessThan(1e-13);
  });

  it("rakes to where fitting one margin after the other ends", () => {
    const table = sample(12);
    const [, , rake] = near(table, { w: 1.15, old: 0.85 });
    const { margins } = rake as CalibrationSpec & { method: "rake" };
    let design = toDesign(table, drawn);
    for (let round = 0; round < 60; round++)
      design = calibrate(
        design,
        margins.map((margin) => ({ method: "poststratify", ...margin }) as const),
      );
    const raked = calibrate(toDesign(table, drawn), [rake!]);
    for (const [row, weight] of raked.weights.entries()) expect(design.weights[row]! / weight).toBeCloseTo(1, 12);
  });

  it("keeps the factor within bounds", () => {
    const table = sample(12);
    const logit = near(table, { w: 1.3, old: 0.7 })[4]! as CalibrationSpec & { method: "logit" };
    for (const method of ["linear", "raking", "logit"] as const) {
      const bounds = [0.75, 1.6] as const;
      const [record] = calibrate(toDesign(table, drawn), [{ ...logit, method, bounds }]).calibration;
      expect(record!.range[0]).toBeGreaterThan(0.75 - 1e-12);
      expect(record!.range[1]).toBeLessThan(1.6 + 1e-12);
    }
  });

  it("gives the same 12 digits whatever the order of the rows", () => {
    const table = sample(8);
    const steps = near(table, { w: 1.1, old: 0.9, x: 1.01 });
    const order = Array.from({ length: table.size }, (_, row) => (row * 29) % table.size);
    for (const step of steps) {
      const rows = [table, reordered(table, order)].map(
        (each) => mean(calibrate(toDesign(each, drawn), [step]), "y")[0]!,
      );
      expect(rows[1]!.estimate!.toPrecision(12)).toBe(rows[0]!.estimate!.toPrecision(12));
      expect(rows[1]!.se!.toPrecision(12)).toBe(rows[0]!.se!.toPrecision(12));
    }
  });

  it("takes a margin that other margins add up to, with the same result", () => {
    const table = sample(8);
    const [, , rake] = near(table, { w: 1.1, old: 0.9 });
    const { margins } = rake as CalibrationSpec & { method: "rake" };
    const again: CalibrationSpec = { method: "rake", margins: [...margins, margins[0]!] };
    const [once, twice] = [rake!, again].map((step) => mean(calibrate(toDesign(table, drawn), [step]), "y")[0]!);
    expect(twice!.se! / once!.se!).toBeCloseTo(1, 10);
  });
});

describe("calibrate(design, steps) of any sample", () => {
  const cells = fc.record({
    rows: fc.array(
      fc.record({
        sex: fc.constantFrom("m", "w"),
        weight: fc.integer({ min: 1, max: 50 }),
        y: fc.integer({ min: -9, max: 9 }),
      }),
      { minLength: 4, maxLength: 30 },
    ),
    totals: fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 })),
  });
  it("meets totals of cells without error, and leaves the mean of each cell what it was", () => {
    fc.assert(
      fc.property(cells, ({ rows, totals: [m, w] }) => {
        fc.pre(new Set(rows.map((row) => row.sex)).size === 2);
        const table = tableOf({
          sex: rows.map((row) => row.sex),
          weight: rows.map((row) => row.weight),
          y: rows.map((row) => row.y),
          one: rows.map(() => 1),
        });
        const before = toDesign(table, { weights: "weight" });
        const known = { m, w };
        const totals = Object.entries(known).map(([sex, total]) => ({ sex, total }));
        const after = calibrate(before, [{ method: "poststratify", by: ["sex"], totals }]);
        for (const row of total(after, "one", { by: ["sex"] })) {
          expect(row.estimate! / known[row.by!.sex as "m" | "w"]).toBeCloseTo(1, 12);
          expect(row.se === 0 || row.reason === "no degrees of freedom").toBe(true);
        }
        const [was, is] = [before, after].map((design) => mean(design, "y", { by: ["sex"] }));
        for (const [at, { estimate }] of is!.entries()) expect(estimate).toBeCloseTo(was![at]!.estimate!, 10);
      }),
    );
  });
});

describe("calibrate(design, steps) of a sample in parts", () => {
  const table = tableOf({
    site: ["home", "home", "home", "all", "shelter"],
    sex: ["w", "m", "m", "w", null],
    w: [2, 3, 3, 9, 9],
    y: [1, 2, 5, 3, 4],
  });
  const parts = [
    { where: { site: "all" }, kind: "census" },
    { where: { site: "shelter" }, kind: "nonprobability" },
  ] as const;
  it("leaves those taken in full at 1, who count towards the totals, and a part without known probabilities alone", () => {
    const design = calibrate(toDesign(table, { weights: "w", parts }), [bySex]);
    expect([...design.weights]).toEqual([3, 3, 3, 1, 1]);
    expect(design.calibration[0]!.totals).toEqual([
      { name: "sex=m", before: 6, after: 6, total: 6 },
      { name: "sex=w", before: 3, after: 4, total: 4 },
    ]);
  });
});

describe("calibrate(design, steps) of a sample with replicates", () => {
  it("calibrates each: what was calibrated to has no error, and the rest nearly that of linearisation", () => {
    const table = sample(40);
    const steps = near(table, { w: 1.08, old: 0.93, x: 1.01 });
    for (const calibration of steps.map((step) => [step])) {
      const [made, linear] = [{ ...drawn, replicates: { make: "JKn" as const } }, drawn].map((spec) =>
        toDesign(table, { ...spec, calibration }),
      );
      const [a, b] = [made!, linear!].map((design) => mean(design, "y")[0]!);
      expect(a!.estimate).toBe(b!.estimate);
      expect(Math.abs(a!.se! / b!.se! - 1)).toBeLessThan(0.03);
    }
    const design = toDesign(table, { ...drawn, replicates: { make: "JKn" }, calibration: [steps[1]!] });
    expect(total(design, "x")[0]).toMatchObject({ se: 0, reason: "fixed by calibration" });
  });
  it("refuses a cell that a replicate leaves empty, and says that it is there", () => {
    const calibration = [bySex];
    const lone = tableOf({ sex: ["w", "m", "m"], y: [1, 2, 3] });
    expect(() => toDesign(lone, { calibration, replicates: { make: "JK1" } })).toThrow(
      'no weights reach the total of "sex=w": 4; the nearest was 0; widen bounds or leave totals out → at calibration[0] (poststratify), replicates',
    );
  });
});
