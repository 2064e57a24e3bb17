import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { mapWeights, type ReplicateSpec, replicateWeights } from "../src/design/replicates.js";
import { DataError } from "../src/errors.js";
import { difference } from "../src/estimate/difference.js";
import { mean } from "../src/estimate/mean.js";
import { ratio } from "../src/estimate/ratio.js";
import { total } from "../src/estimate/total.js";
import { tableOf } from "./table-fixture.js";

/** Three strata of two primary units, of one to three rows; the last stratum was taken in full. */
const pairs = tableOf({
  s: ["a", "a", "a", "b", "b", "b", "b", "c", "c"],
  u: ["1", "2", "2", "3", "3", "4", "4", "5", "6"],
  f: [0, 0, 0, 0.25, 0.25, 0.25, 0.25, 1, 1].map((share) => share || 0.1),
  w: [2, 3, 1, 4, 2, 2, 5, 1, 1],
  y: [5, 1, 4, 2, 8, 6, 3, 9, 2],
  x: [1, 2, 2, 3, 1, 2, 4, 2, 3],
  g: ["k", "k", "m", "m", "k", "k", "m", "k", "m"],
});
const spec: DesignSpec = { weights: "w", strata: ["s"], clusters: ["u"] };
const withFpc: DesignSpec = { ...spec, fpc: ["f"] };
/** Four strata: three lone units and two strata of three and two. */
const lone = tableOf({
  s: ["a", "a", "a", "b", "b", "c", "d"],
  y: [1, 3, 8, 2, 8, 7, 4],
  w: [1, 2, 1, 3, 1, 2, 2],
});

const se = (table: typeof pairs, design: DesignSpec, replicates?: ReplicateSpec): number =>
  total(toDesign(table, replicates === undefined ? design : { ...design, replicates }), "y")[0]!.se!;

// A total is linear in the weights: balanced replicates give the variance of the design to the last digit but rounding.
describe("a total has the standard error of the design, by a second route", () => {
  it.each<[string, DesignSpec, ReplicateSpec]>([
    ["JKn", spec, { make: "JKn" }],
    ["JKn about the estimate", spec, { make: "JKn", mse: true }],
    ["JKn, shares drawn, a stratum taken in full", withFpc, { make: "JKn" }],
    ["BRR", spec, { make: "BRR" }],
    ["BRR, shares drawn, a stratum taken in full", withFpc, { make: "BRR" }],
    ["Fay", withFpc, { make: "Fay", rho: 0.4 }],
  ])("%s", (_, design, replicates) => {
    expect(se(pairs, design, replicates)).toBeCloseTo(se(pairs, design), 10);
  });

  it("JK1", () => {
    const one: DesignSpec = { weights: "w", clusters: ["u"] };
    expect(se(pairs, one, { make: "JK1" })).toBeCloseTo(se(pairs, one), 10);
  });

  it.each(["certainty", "centre", "average"] as const)("JKn with lone units: %s", (singletonPsu) => {
    const design: DesignSpec = { weights: "w", strata: ["s"], singletonPsu };
    expect(se(lone, design, { make: "JKn", mse: true })).toBeCloseTo(se(lone, design), 10);
  });

  it("bootstrap: within what 4,000 replicates leave to chance", () => {
    const replicates = { make: "bootstrap", count: 4000, seed: 11 } as const;
    // the standard error of a variance from 4,000 draws is about √(2 / 4000), 2%, and of its root 1%
    expect(se(pairs, withFpc, replicates) / se(pairs, withFpc)).toBeCloseTo(1, 1);
    expect(Math.abs(se(pairs, withFpc, replicates) / se(pairs, withFpc) - 1)).toBeLessThan(0.04);
  });
});

describe("replicates that are made", () => {
  it("JKn: a unit out, the other of its stratum doubled, on paper", () => {
    const { replicates } = toDesign(pairs, { ...spec, replicates: { make: "JKn" } });
    expect(replicates!.count).toBe(6);
    expect([...replicateWeights(replicates!, 0)]).toEqual([0, 6, 2, 4, 2, 2, 5, 1, 1]);
    expect([...replicateWeights(replicates!, 3)]).toEqual([2, 3, 1, 8, 4, 0, 0, 1, 1]);
    expect([...replicates!.rscales]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it("BRR: every half sample takes one unit a stratum, twice; Fay keeps rho of the other", () => {
    const brr = toDesign(pairs, { ...spec, replicates: { make: "BRR" } }).replicates!;
    expect(brr.count).toBe(4);
    const factors = Array.from({ length: brr.count }, (_, each) => [...brr.factors(each)]);
    // units 1 and 2, 3 and 4, 5 and 6
    expect(factors.every(([a, b, c, d, e, f]) => a! + b! === 2 && c! + d! === 2 && e! + f! === 2)).toBe(true);
    expect(factors.flat().filter((factor) => factor === 2).length).toBe(12);
    expect(factors.flat().filter((factor) => factor === 0).length).toBe(12);
    const fay = toDesign(pairs, { ...spec, replicates: { make: "Fay", rho: 0.25 } }).replicates!;
    expect([0.25, 1.75]).toContain(replicateWeights(fay, 1)[0]! / 2);
    expect(fay.scale).toBeCloseTo(1 / (4 * 0.75 * 0.75), 14);
  });

  it("bootstrap: n − 1 of n units a stratum, weighted n / (n − 1), the same for the same seed", () => {
    const made = (seed: number) =>
      toDesign(lone, {
        weights: "w",
        strata: ["s"],
        singletonPsu: "certainty",
        replicates: { make: "bootstrap", count: 30, seed },
      }).replicates!;
    const factors = Array.from({ length: 30 }, (_, each) => [...made(4).factors(each)]);
    for (const [a, b, c, d, e, f, g] of factors) {
      // strata of three and of two units, then two lone ones, which never move
      expect([a! + b! + c!, d! + e!, f, g]).toEqual([3, 2, 1, 1]);
      expect([0, 1.5, 3]).toContain(a);
    }
    expect(Array.from({ length: 30 }, (_, each) => [...made(4).factors(each)])).toEqual(factors);
    expect([...made(5).factors(0), ...made(5).factors(1), ...made(5).factors(2)]).not.toEqual(
      factors.slice(0, 3).flat(),
    );
  });

  it("count units less strata as degrees of freedom; where a stratum is not reached whole, it takes none away", () => {
    const design = toDesign(pairs, { ...spec, replicates: { make: "JKn" } });
    expect(mean(design, "y")[0]!.df).toBe(3);
    // k: units 1, 2, 3, 4, 5: a and b whole, c not
    expect(mean(design, "y", { where: { g: "k" } })[0]!.df).toBe(5 - 2);
    // m: 2, 3, 4, 6: only b whole
    expect(mean(design, "y", { where: { g: "m" } })[0]!.df).toBe(4 - 1);
  });

  it("a sample without known probabilities has none", () => {
    const parts = [
      { where: { g: "k" }, kind: "nonprobability" },
      { where: { g: "m" }, kind: "nonprobability" },
    ] as const;
    const design = toDesign(pairs, { ...spec, parts, replicates: { make: "JKn" } });
    expect(mean(design, "y", { where: { g: "k" } })[0]).toMatchObject({ se: null, reason: "not a probability sample" });
  });

  it("leave out of the error nothing that they cannot compute: with a side in one unit it is null", () => {
    const cells = { u: ["1", "1", "2", "2", "3", "3"], g: ["k", "m", "m", "m", "m", "m"], y: [1, 2, 3, 4, 5, 6] };
    const design = toDesign(tableOf(cells), { clusters: ["u"], replicates: { make: "JK1" } });
    const [row] = difference(design, "y", { between: "g", a: "k", b: "m" });
    expect(row).toMatchObject({ estimate: 3, se: null, ci: null, t: null, df: 2, reason: "a replicate is empty" });
  });
});

describe("replicates that are given", () => {
  const table = tableOf({
    w: [2, 2, 2],
    y: [1, 4, 10],
    x: [1, 1, 2],
    r1: [0, 3, 3],
    r2: [3, 0, 3],
    r3: [3, 3, 0],
  });
  const columns = ["r1", "r2", "r3"];
  const design = (more: object): DesignSpec => {
    return { weights: "w", replicates: { columns, type: "JK1", ...more } as ReplicateSpec };
  };

  it("have the variance worked out by hand", () => {
    // totals 42, 33, 15 about 30: 144 + 9 + 225 = 378, times 2/3
    expect(total(toDesign(table, design({})), "y")[0]!.se).toBeCloseTo(Math.sqrt(252), 12);
    expect(total(toDesign(table, design({ scale: 0.5, rscales: [1, 0.5, 2] })), "y")[0]!.se).toBeCloseTo(
      Math.sqrt(0.5 * (144 + 4.5 + 450)),
      12,
    );
    // ratios 42/9, 33/9, 15/6; the estimate 30/8 or their mean 65/18
    const about = (centre: number) => (42 / 9 - centre) ** 2 + (33 / 9 - centre) ** 2 + (2.5 - centre) ** 2;
    expect(ratio(toDesign(table, design({})), "y", "x")[0]!.se).toBeCloseTo(Math.sqrt((2 / 3) * about(65 / 18)), 12);
    expect(ratio(toDesign(table, design({ mse: true })), "y", "x")[0]!.se).toBeCloseTo(
      Math.sqrt((2 / 3) * about(3.75)),
      12,
    );
  });

  it("have degrees of freedom as given, else one less than the rank of the weights", () => {
    expect(mean(toDesign(table, design({})), "y")[0]!.df).toBe(2);
    expect(mean(toDesign(table, design({ columns: ["r1", "r2", "r1"] })), "y")[0]!.df).toBe(1);
    expect(mean(toDesign(table, design({ df: 17 })), "y")[0]!.df).toBe(17);
  });

  it("do not ask what becomes of a stratum with one unit", () => {
    const strata = tableOf({ s: ["a", "a", "b"], w: [2, 2, 2], y: [1, 4, 10], r1: [0, 4, 2], r2: [4, 0, 2] });
    const given: DesignSpec = { weights: "w", strata: ["s"], replicates: { columns: ["r1", "r2"], type: "BRR" } };
    // totals 36 and 24
    expect(total(toDesign(strata, given), "y")[0]!.se).toBeCloseTo(6, 12);
  });

  it("can all be changed by one rule, as calibration does", () => {
    const before = toDesign(table, design({})).replicates!;
    const after = mapWeights(before, (weights) => {
      const scale = 6 / weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight * scale);
    });
    expect([...replicateWeights(after, 0)]).toEqual([0, 3, 3]);
    expect([...replicateWeights(before, 1)]).toEqual([3, 0, 3]);
    expect(after.scale).toBe(before.scale);
  });
});

describe("replicates that do not fit are refused, all problems at once", () => {
  const problems = (table: typeof pairs, design: DesignSpec): string[] => {
    try {
      toDesign(table, design);
    } catch (error) {
      if (error instanceof DataError) return [...error.lines("en"), ...error.lines("es")];
      throw error;
    }
    return [];
  };

  it.each<[string, typeof pairs, DesignSpec, RegExp]>([
    [
      "JK1 of strata",
      pairs,
      { ...spec, replicates: { make: "JK1" } },
      /^JK1 is for a sample without strata and this one has 3/,
    ],
    [
      "half samples of three",
      lone,
      { strata: ["s"], singletonPsu: "certainty", replicates: { make: "BRR" } },
      /^BRR requires two PSUs in each stratum: 1 of 2/,
    ],
    [
      "centred half samples",
      lone,
      { strata: ["s"], singletonPsu: "centre", replicates: { make: "bootstrap" } },
      /^bootstrap cannot centre strata of one PSU/,
    ],
    ["Fay without rho", pairs, { ...spec, replicates: { make: "Fay" } }, /^missing rho/],
    ["rho of 1", pairs, { ...spec, replicates: { make: "Fay", rho: 1 } }, /^invalid "rho" of the replicates: 1/],
    [
      "a seed that is no whole number",
      pairs,
      { ...spec, replicates: { make: "bootstrap", seed: 0.5 } },
      /^invalid "seed"/,
    ],
    ["one replicate", pairs, { ...spec, replicates: { make: "bootstrap", count: 1 } }, /^invalid "count"/],
    ["one column", pairs, { ...spec, replicates: { columns: ["w"], type: "BRR" } }, /^invalid "columns"/],
    [
      "a column that is not there",
      pairs,
      { ...spec, replicates: { columns: ["w", "ww"], type: "BRR" } },
      /^unknown column: "?ww/,
    ],
    ["JKn without scales", pairs, { ...spec, replicates: { columns: ["w", "x"], type: "JKn" } }, /^missing rscales/],
    [
      "as many rscales as columns",
      pairs,
      { ...spec, replicates: { columns: ["w", "x"], type: "BRR", rscales: [1] } },
      /^invalid "rscales" of the replicates: 1; 2/,
    ],
    [
      "degrees of freedom of 0",
      pairs,
      { ...spec, replicates: { columns: ["w", "x"], type: "BRR", df: 0 } },
      /^invalid "df"/,
    ],
    [
      "weights that are none",
      pairs,
      { ...spec, replicates: { columns: ["w", "g"], type: "BRR" } },
      /^invalid weight: "k"/,
    ],
    [
      "a choice that replicates do not need",
      pairs,
      { ...spec, singletonDomain: "centre", replicates: { make: "JKn" } },
      /^singletonDomain has no meaning/,
    ],
  ])("%s", (_, table, design, first) => {
    expect(problems(table, design)[0]).toMatch(first);
  });

  it("units certain to be drawn that hold a sample of their own, whose error would be lost", () => {
    const table = tableOf({ u: [1, 1, 2, 2], v: [1, 2, 3, 4], f1: [2, 2, 2, 2], f2: [9, 9, 9, 9], y: [1, 2, 3, 4] });
    const two: DesignSpec = { clusters: ["u", "v"], fpc: ["f1", "f2"], replicates: { make: "JK1" } };
    expect(problems(table, two)[0]).toMatch(/^replicates are made of the first stage, where 1 of the strata/);
    // with all of the second stage taken too there is nothing to lose
    const all = tableOf({ u: [1, 1, 2, 2], v: [1, 2, 3, 4], f1: [2, 2, 2, 2], f2: [2, 2, 2, 2], y: [1, 2, 3, 4] });
    expect(total(toDesign(all, two), "y")[0]).toMatchObject({ estimate: 10, se: 0 });
  });

  it("names every one", () => {
    const replicates: ReplicateSpec = { columns: ["w"], type: "Fay", scale: 0, df: -1 };
    expect(problems(pairs, { ...spec, replicates }).length).toBe(2 * 4);
  });
});

/** A random design: up to five strata of one to four primary units of one to three rows, some with population counts. */
const designs = fc
  .array(
    fc.record({
      units: fc.array(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -20, max: 20 })), {
          minLength: 1,
          maxLength: 3,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      more: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((strata) => {
    const rows = strata.flatMap(({ units, more }, s) =>
      units.flatMap((unit, u) => unit.map(([w, y]) => ({ s: `s${s}`, u: `${u}`, w, y, f: units.length + more }))),
    );
    const cells = (name: "s" | "u" | "w" | "y" | "f") => rows.map((row) => row[name]);
    return tableOf({ s: cells("s"), u: cells("u"), w: cells("w"), y: cells("y"), f: cells("f") });
  });

describe("over random designs", () => {
  it("the jackknife of a total is its variance under the design, lone units as they are treated there", () => {
    fc.assert(
      fc.property(designs, fc.constantFrom("certainty", "centre", "average"), (table, singletonPsu) => {
        const base = { weights: "w", strata: ["s"], clusters: ["u"], nest: true, fpc: ["f"], singletonPsu } as const;
        const [ours] = total(toDesign(table, base), "y");
        const [theirs] = total(toDesign(table, { ...base, replicates: { make: "JKn", mse: true } }), "y");
        if (ours!.se === null || theirs!.se === null) expect([ours!.se, theirs!.se]).toEqual([null, null]);
        else expect(theirs!.se).toBeCloseTo(ours!.se, 8);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
