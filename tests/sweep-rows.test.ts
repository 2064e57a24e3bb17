import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { sweepOf } from "../src/estimate/sweep.js";
import { tableOf } from "./table-fixture.js";

describe("sweepOf(design, rows)", () => {
  const size = 200;
  const psu = Array.from({ length: size }, (_, row) => `p${String((row * 7) % 10)}`);
  const site = psu.map((_, row) => (row === 150 ? "shelter" : "home"));
  const stratum = psu.map((name) => (name < "p5" ? "s" : "t"));
  const parts = [{ where: { site: "shelter" }, kind: "nonprobability" }] as const;
  const design = toDesign(tableOf({ psu, site, stratum }), { clusters: ["psu"], strata: ["stratum"], parts });

  it("has the rows in the order of the table, and for each the place of its unit", () => {
    // units p0 to p9 are 0 to 9; 50 is in p0, 3 in p1, 4 in p8
    const sweep = sweepOf(design, Int32Array.of(50, 3, 4));
    expect([...sweep.rows]).toEqual([3, 4, 50]);
    expect([...sweep.units]).toEqual([0, 1, 8]);
    expect([...sweep.placeOf]).toEqual([1, 2, 0]);
    expect([sweep.psu, sweep.strata, sweep.households]).toEqual([3, 2, 3]);
  });

  it("is the same of few rows, which are sorted, as of many, which are marked in the table", () => {
    const many = design.order.filter((row) => row !== 150);
    const sweep = sweepOf(design, many);
    expect([...sweep.rows]).toEqual([...many].sort((a, b) => a - b));
    expect(Array.from(sweep.placeOf, (place) => `p${String(sweep.units[place])}`)).toEqual(
      Array.from(sweep.rows, (row) => psu[row]),
    );
  });

  it("puts a row without known probabilities one place past the last unit", () => {
    const sweep = sweepOf(design, Int32Array.of(150));
    expect([[...sweep.units], [...sweep.placeOf], sweep.psu]).toEqual([[], [0], 0]);
  });
});
