import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { difference } from "../src/estimate/difference.js";
import { glm } from "../src/estimate/glm.js";
import { marginal } from "../src/estimate/marginal.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { wald } from "../src/estimate/wald.js";
import { reordered, tableOf } from "./table-fixture.js";

const cells = {
  psu: ["p", "p", "p", "q", "q", "q", "r", "r", "r", "s", "s", "s"],
  weight: [10, 20, 10, 15, 10, 10, 12, 10, 10, 10, 30, 10],
  size: [1, 4, 3, 2, 7, 6, 3, 7, 9, 4, 5, 2],
  twice: [2, 8, 6, 4, 14, 12, 6, 14, 18, 8, 10, 4],
  income: [5, 9, 8, 4, 16, 11, 9, 13, 20, null, 12, 7],
  owns: ["no", "yes", "yes", "no", "yes", "no", "yes", "no", "no", "yes", "no", "no"],
  town: ["t", "u", "v", "t", "u", "v", "t", "u", "v", "t", "u", "v"],
  never: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0],
};
const table = tableOf(cells);
const design = toDesign(table, { weights: "weight", clusters: ["psu"] });
const byRows = toDesign(table, { weights: "weight" });

describe("glm(design, response, { terms })", () => {
  it("with one term of two levels is a mean and a difference, with their errors", () => {
    const where = { town: ["t", "u"] };
    const rows = glm(design, "size", { terms: ["town"], where });
    const [first] = mean(design, "size", { where: { town: "t" } });
    const [gap] = difference(design, "size", { between: "town", a: "t", b: "u" });
    expect(rows.map(({ term }) => term)).toEqual(["(Intercept)", "townu"]);
    expect(rows[0]!.estimate).toBeCloseTo(first!.estimate!, 12);
    expect(rows[0]!.se).toBeCloseTo(first!.se!, 12);
    expect(rows[1]!.estimate).toBeCloseTo(gap!.estimate!, 12);
    expect(rows[1]!.se).toBeCloseTo(gap!.se!, 12);
    // 4 primary units less 1 stratum, plus 1, less 2 coefficients
    expect(rows.map(({ df }) => df)).toEqual([2, 2]);
  });

  it("of a share is its log odds", () => {
    const [row] = glm(design, "owns", {
      level: "yes",
      family: "binomial",
      terms: ["town"],
      where: { town: ["u", "v"] },
    });
    const [share] = proportion(design, "owns", { level: "yes", where: { town: "u" } });
    const p = share!.estimate!;
    expect(row!.estimate).toBeCloseTo(Math.log(p / (1 - p)), 10);
    expect(row!.se).toBeCloseTo(share!.se! / (p * (1 - p)), 10);
    expect(row!.key).toContain("|glm|owns~town~binomial|yes/\\(Intercept\\)|");
  });

  it("of a count is the logarithm of its mean", () => {
    const [row] = glm(design, "size", { family: "poisson", terms: ["town"] });
    const [count] = mean(design, "size", { where: { town: "t" } });
    expect(row!.estimate).toBeCloseTo(Math.log(count!.estimate!), 10);
    expect(row!.se).toBeCloseTo(count!.se! / count!.estimate!, 10);
  });

  it("needs every answer, and counts the others as missing", () => {
    expect(glm(design, "income", { terms: ["size"] })[0]).toMatchObject({ n: 11, nMissing: 1, psu: 4 });
  });

  it("leaves out a column that those before it explain", () => {
    const [, size, twice] = glm(design, "income", { terms: ["size", "twice"] });
    const [, alone] = glm(design, "income", { terms: ["size"] });
    expect(twice).toMatchObject({ estimate: null, se: null, p: null, reason: "explained by other terms" });
    expect([size!.estimate, size!.se, size!.df]).toEqual([alone!.estimate, alone!.se, alone!.df]);
  });

  it("is null where a group without a case sends its coefficient to infinity", () => {
    const rows = glm(design, "never", { family: "binomial", terms: ["town"] });
    expect(rows.map(({ estimate, reason }) => [estimate, reason])).toEqual(rows.map(() => [null, "no convergence"]));
    const alone = glm(design, "never", { family: "poisson", terms: ["size"], where: { town: "t" } });
    expect(alone[0]!.reason).toBe("no convergence");
  });

  it("has no errors without degrees of freedom, and nothing where nobody answered", () => {
    const some = glm(design, "income", { terms: ["size"], where: { psu: ["p", "q"] } });
    expect(some[1]).toMatchObject({ se: null, ci: null, p: null, df: 0, reason: "no degrees of freedom" });
    expect(some[1]!.estimate).not.toBe(null);
    expect(glm(design, "income", { terms: ["size"], where: { town: "w" } })[0]!.reason).toBe("nobody answered");
  });

  it("has no test where the fit is perfect", () => {
    expect(glm(design, "twice", { terms: ["size"] })[1]).toMatchObject({ se: 0, t: null, reason: "no sampling error" });
  });

  it("gives the same twelve digits however the data are sorted", () => {
    const order = [7, 2, 11, 0, 5, 9, 1, 8, 3, 10, 4, 6];
    const other = toDesign(reordered(table, order), { weights: "weight" });
    const digits = (from: typeof design) =>
      glm(from, "size", { family: "poisson", terms: ["town", "income"] }).map(({ estimate, se }) => [
        estimate!.toPrecision(12),
        se!.toPrecision(12),
      ]);
    expect(digits(other)).toEqual(digits(byRows));
  });

  it("refuses what it cannot explain", () => {
    expect(() => glm(design, "owns", { terms: ["town"] })).toThrow('name the answer to be explained in "level"');
    expect(() => glm(design, "size", { family: "binomial", terms: ["town"] })).toThrow(
      "invalid response of a logistic regression: 4",
    );
    expect(() => glm(design, "size", { terms: [] })).toThrow("missing terms");
    expect(() => glm(design, "size", { terms: ["twon"] })).toThrow('unknown column: "twon"');
  });
});

describe("wald(design, response, { terms, term })", () => {
  it("of one coefficient is the square of its t, with its p", () => {
    const options = { terms: ["size", "town"] };
    const [, size] = glm(design, "income", { ...options, where: { town: ["t", "u"] } });
    const [test] = wald(design, "income", { ...options, term: "size", where: { town: ["t", "u"] } });
    expect(test!.F).toBeCloseTo(size!.t! * size!.t!, 8);
    expect(test!.p).toBeCloseTo(size!.p!, 10);
  });

  it("refuses a term that the model has not, and cannot test more coefficients than primary units allow", () => {
    expect(() => wald(design, "income", { terms: ["size"], term: "town" })).toThrow(
      'unknown term: "town" (the model has: "size")',
    );
    expect(wald(design, "income", { terms: ["town"], term: "town", where: { psu: ["p", "q"] } })[0]).toMatchObject({
      F: null,
      reason: "no degrees of freedom",
    });
  });
});

describe("marginal(design, response, { terms, term })", () => {
  it("needs numbers to give for a term of numbers, and cannot give what other terms explain", () => {
    expect(() => marginal(design, "income", { terms: ["size"], term: "size" })).toThrow('missing values of "size"');
    expect(marginal(byRows, "income", { terms: ["size", "twice"], term: "twice", values: [4] })[0]).toMatchObject({
      estimate: null,
      reason: "explained by other terms",
    });
  });

  it("without another term is the mean of each level", () => {
    const rows = marginal(design, "size", { terms: ["town"], term: "town" });
    const means = mean(design, "size", { by: ["town"] });
    for (const [at, row] of rows.entries()) {
      expect(row.level).toBe(["t", "u", "v"][at]);
      expect(row.estimate).toBeCloseTo(means[at]!.estimate!, 12);
      expect(row.se).toBeCloseTo(means[at]!.se!, 12);
    }
  });

  it("of a linear model differ by its coefficient, and at the mean number give the mean", () => {
    const options = { terms: ["size", "town"] };
    const [, , u] = glm(byRows, "income", options);
    const [at_t, at_u] = marginal(byRows, "income", { ...options, term: "town" });
    expect(at_u!.estimate! - at_t!.estimate!).toBeCloseTo(u!.estimate!, 12);
    const [size] = mean(design, "size", { where: `\${income} >= 0` });
    const [income] = mean(design, "income");
    const [same] = marginal(design, "income", { terms: ["size"], term: "size", values: [size!.estimate!] });
    expect(same!.estimate).toBeCloseTo(income!.estimate!, 12);
  });
});
