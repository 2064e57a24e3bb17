import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { correlation } from "../src/estimate/correlation.js";
import { cumulative } from "../src/estimate/cumulative.js";
import { difference } from "../src/estimate/difference.js";
import type { Estimate } from "../src/estimate/estimate.js";
import { mean } from "../src/estimate/mean.js";
import { populationVariance } from "../src/estimate/population-variance.js";
import { proportion } from "../src/estimate/proportion.js";
import { quantile } from "../src/estimate/quantile.js";
import { ratio } from "../src/estimate/ratio.js";
import { total } from "../src/estimate/total.js";
import { agrees, reordered, tableOf } from "./table-fixture.js";

// Two strata of two primary units: small enough to check on paper.
const cells = {
  stratum: ["A", "A", "A", "B", "B", "B"],
  psu: ["a1", "a1", "a2", "b1", "b2", "b2"],
  weight: [1, 1, 1, 1, 1, 1],
  size: [1, 2, 3, 4, 6, 8],
  one: [1, 1, 1, 1, 1, 1],
  income: [null, null, null, null, null, null] as (number | null)[],
  answered: [1, null, 3, 4, 6, null],
  sex: ["w", "m", "w", "m", "w", null],
  district: ["01", "01", "1", "1", null, "01"],
};
const spec: DesignSpec = { weights: "weight", strata: ["stratum"], clusters: ["psu"] };
const households = toDesign(tableOf(cells), spec);
const above2 = { size: ["3", "4", "6", "8"] };

describe("mean(design, column)", () => {
  it("has the standard error worked out by hand", () => {
    // mean 4; residual totals −5, −1 | 0, 6 over 6: 2·8 + 2·18 = 52
    const [row] = mean(households, "size");
    expect(row!.estimate).toBe(4);
    expect(row!.se).toBeCloseTo(Math.sqrt(52) / 6, 14);
    expect([row!.n, row!.psu, row!.households, row!.df]).toEqual([6, 4, 6, 2]);
    // t(2) at 0.975 is 4.302652729749462
    expect(row!.ci![1]).toBeCloseTo(4 + 4.302652729749462 * (Math.sqrt(52) / 6), 12);
    // a sample of six with replacement: 34/36 · 6/5
    expect(row!.nEff).toBeCloseTo((6 * (34 / 30)) / (52 / 36), 12);
  });

  it("has no design effect where the weights sum to no more than n, and says so", () => {
    expect(mean(households, "size")[0]).toMatchObject({ deff: null, reason: "weights sum to no more than n" });
    const doubled = toDesign(tableOf({ ...cells, weight: [2, 2, 2, 2, 2, 2] }), spec);
    // without replacement of 6 from 12: half of that variance
    expect(mean(doubled, "size")[0]!.deff).toBeCloseTo(52 / 36 / ((34 / 30) * 0.5), 12);
  });

  it("keeps the whole design when asked about some rows: a unit outside the domain counts as zero", () => {
    // a2, b1, b2: mean 5.25; totals 0, −2.25 | −1.25, 3.5 over 4: 2·2.53125 + 2·11.28125
    const [row] = mean(households, "size", { where: above2 });
    expect(row!.estimate).toBe(5.25);
    expect(row!.se).toBeCloseTo(Math.sqrt(27.625) / 4, 14);
    expect([row!.n, row!.psu, row!.df]).toEqual([4, 3, 1]);
    // filtering the rows first, the classical mistake, forgets a1
    const filtered = tableOf({ stratum: ["A", "B", "B", "B"], psu: ["a2", "b1", "b2", "b2"], weight: [1, 1, 1, 1] });
    expect(() => toDesign(filtered, spec)).toThrow('stratum "A" has one PSU: a2');
  });

  it("takes rows of weight zero for rows outside the domain: the same numbers", () => {
    const zero = toDesign(tableOf({ ...cells, weight: [0, 0, 1, 1, 1, 1] }), spec);
    const [a, b] = [mean(zero, "size")[0]!, mean(households, "size", { where: above2 })[0]!];
    for (const name of ["estimate", "se", "df", "n", "psu", "nEff"] as const) expect(a[name]).toBe(b[name]);
  });

  it("leaves out who did not answer, and counts them with their weight", () => {
    const [row] = mean(households, "answered");
    expect(row).toMatchObject({ estimate: 3.5, n: 4, nMissing: 2 });
    expect(row!.weightMissing).toBeCloseTo(2 / 6, 14);
  });

  it("has groups in code-point order, codes with their leading zeros, none for a blank", () => {
    const rows = mean(households, "size", { by: ["district", "sex"] });
    expect(rows.map((row) => row.by)).toEqual([
      { district: "01", sex: "m" },
      { district: "01", sex: "w" },
      { district: "1", sex: "m" },
      { district: "1", sex: "w" },
    ]);
  });

  it("counts households once when a table has several rows of each", () => {
    const persons = tableOf(cells, { unit: "person", household: Int32Array.of(0, 0, 1, 2, 3, 3) });
    const [all] = mean(toDesign(persons, spec), "size");
    expect([all!.n, all!.households]).toEqual([6, 4]);
  });

  it("without degrees of freedom is an estimate alone, with the reason", () => {
    // one primary unit in one stratum
    expect(mean(households, "size", { where: { psu: "a1" } })[0]).toMatchObject({
      estimate: 1.5,
      se: null,
      cv: null,
      ci: null,
      nEff: null,
      deff: null,
      df: 0,
      reason: "no degrees of freedom",
    });
  });

  it("of a census has no error and needs no degrees of freedom", () => {
    const full = toDesign(tableOf({ y: [3, 5, 10], n: [3, 3, 3] }), { fpc: ["n"] });
    expect(mean(full, "y")[0]).toMatchObject({ estimate: 6, se: 0, cv: 0, ci: [6, 6], df: 2 });
    expect(mean(full, "y", { where: { y: "5" } })[0]).toMatchObject({ estimate: 5, se: 0, ci: [5, 5], df: 0 });
  });

  it("that nobody answered is null with its reason, never NaN", () => {
    const [row] = mean(toDesign(tableOf({ ...cells, income: [null, null, null, null, null, 5] }), spec), "income", {
      where: { stratum: "A" },
    });
    expect(row).toMatchObject({
      estimate: null,
      se: null,
      n: 0,
      nMissing: 3,
      weightMissing: 1,
      reason: "nobody answered",
    });
  });

  it("of a domain in which there is nobody is null too", () => {
    expect(mean(households, "size", { where: { sex: "x" } })[0]).toMatchObject({ n: 0, nMissing: 0, estimate: null });
  });

  it("of one answer for all has standard error 0 to the last bit and no design effect", () => {
    const same = toDesign(
      tableOf({ ...cells, size: new Array<number>(6).fill(0.1), weight: [1, 2, 3, 4, 5, 6] }),
      spec,
    );
    expect(mean(same, "size")[0]).toMatchObject({ se: 0, cv: 0, deff: null, nEff: null, reason: "no variation" });
  });

  it("of zero has no coefficient of variation", () => {
    const about = toDesign(
      tableOf({ ...cells, size: [-1, 1, 2, -2, 3, -3], weight: new Array<number>(6).fill(2) }),
      spec,
    );
    expect(mean(about, "size")[0]).toMatchObject({ estimate: 0, cv: null, reason: "estimate is zero" });
  });

  it("refuses a column that is not there, and one of categories", () => {
    expect(() => mean(households, "sise")).toThrow('unknown column: "sise" (did you mean "size"?)');
    expect(() => mean(households, "sex")).toThrow('mean requires a column of numbers: "sex" has categories');
    expect(() => mean(households, "size", { confidence: 95 })).toThrow("invalid confidence: 95");
  });

  it("is frozen, list and rows", () => {
    const rows = mean(households, "size", { by: ["sex"] });
    expect([rows, rows[0], rows[0]!.by, rows[0]!.ci].every(Object.isFrozen)).toBe(true);
  });
});

/** Designs of 2 or 3 strata with 2 to 4 primary units each, of 1 to 3 rows, weights and values between sensible bounds. */
const samples = fc
  .array(
    fc.array(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 900 }),
          fc.integer({ min: 1, max: 500 }),
          fc.integer({ min: 1, max: 60 }),
          fc.constantFrom("u", "v", "w"),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((strata) => {
    const rows = strata.flatMap((psus, s) =>
      psus.flatMap((list, p) => list.map((row) => ({ s: `s${s}`, p: `s${s}p${p}`, row }))),
    );
    return {
      stratum: rows.map(({ s }) => s),
      psu: rows.map(({ p }) => p),
      weight: rows.map(({ row }) => row[0] / 7),
      y: rows.map(({ row }) => row[1] / 3),
      x: rows.map(({ row }) => row[2]),
      group: rows.map(({ row }) => row[3]),
    };
  });

/** The numbers of a row as they are published, with 12 significant digits. */
function published(row: Estimate): string {
  return JSON.stringify(row, (_, value) => (typeof value === "number" ? value.toPrecision(12) : value));
}

// By a second route, for any sample.
describe("identities of estimates", () => {
  it("a domain mean is the ratio of two totals, error and all", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const isU = sample.group.map((group) => (group === "u" ? 1 : 0));
        const yOfU = sample.y.map((value, row) => value * isU[row]!);
        const design = toDesign(tableOf({ ...sample, isU, yOfU }), spec);
        const [domain, whole] = [mean(design, "y", { where: { group: "u" } })[0]!, ratio(design, "yOfU", "isU")[0]!];
        expect(whole.reason === "denominator is zero").toBe(domain.n === 0);
        if (domain.n === 0) return;
        expect(agrees(whole.estimate, domain.estimate!, 1e-12)).toBe(true);
        if (domain.se !== null && domain.se > 0) expect(agrees(whole.se, domain.se, 1e-9)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the shares of a question add up to one in every group", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const design = toDesign(tableOf(sample), spec);
        for (const stratum of new Set(sample.stratum)) {
          const shares = proportion(design, "group", { where: { stratum } }).map((row) => row.estimate!);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("weights times a constant change no mean and no error of it, and totals by the constant", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(2, 0.3, 41), (sample, factor) => {
        const [one, other] = [sample, { ...sample, weight: sample.weight.map((weight) => weight * factor) }].map(
          (each) => toDesign(tableOf(each), spec),
        );
        const [a, b] = [mean(one!, "y")[0]!, mean(other!, "y")[0]!];
        expect(agrees(b.estimate, a.estimate!, 1e-12)).toBe(true);
        if (a.se! > 0) expect(agrees(b.se, a.se!, 1e-9)).toBe(true);
        expect(agrees(total(other!, "y")[0]!.estimate, total(one!, "y")[0]!.estimate! * factor, 1e-12)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("the order of the rows changes no published digit", () => {
    const shuffledSample = samples.chain((sample) => {
      const rows = sample.y.map((_, row) => row);
      return fc.record({ sample: fc.constant(sample), order: fc.shuffledSubarray(rows, { minLength: rows.length }) });
    });
    fc.assert(
      fc.property(shuffledSample, ({ sample, order }) => {
        const table = tableOf(sample);
        const all = [table, reordered(table, order)].map((each) => {
          const design = toDesign(each, spec);
          const rowsAsUnits = toDesign(each, { weights: "weight", strata: ["stratum"], singletonPsu: "centre" });
          return [
            ...mean(design, "y", { by: ["group"] }),
            ...total(rowsAsUnits, "y"),
            ...proportion(design, "group"),
            ...ratio(rowsAsUnits, "y", "x"),
            ...difference(design, "y", { between: "group", a: "u", b: "v" }),
            ...quantile(design, "y", { by: ["group"], total: true }),
            ...cumulative(rowsAsUnits, "y", { at: [20, 90] }),
            ...populationVariance(design, "y", { by: ["group"] }),
            ...correlation(rowsAsUnits, "x", "y"),
          ].map(published);
        });
        expect(all[1]).toEqual(all[0]);
      }),
      { numRuns: 60 },
    );
  });

  it("equal weights and no clusters give the textbook mean and its standard error s/√n", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (y) => {
        const [row] = mean(toDesign(tableOf({ y }), {}), "y");
        const middle = y.reduce((sum, value) => sum + value, 0) / y.length;
        const squares = y.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
        expect(row!.estimate).toBeCloseTo(middle, 10);
        expect(row!.se).toBeCloseTo(Math.sqrt(squares / (y.length - 1) / y.length), 10);
        expect(row!.df).toBe(y.length - 1);
      }),
    );
  });
});
