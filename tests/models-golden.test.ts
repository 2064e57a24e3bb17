import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type Design, type DesignSpec, toDesign } from "../src/design/design.js";
import { chisq } from "../src/estimate/chisq.js";
import { compare } from "../src/estimate/compare.js";
import { contrast, trend } from "../src/estimate/contrast.js";
import { glm } from "../src/estimate/glm.js";
import { marginal } from "../src/estimate/marginal.js";
import { wald } from "../src/estimate/wald.js";
import { readTableFile } from "../src/load/table-file.js";
import { agrees } from "./table-fixture.js";

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), "golden");
type Row = Readonly<Record<string, unknown>>;
interface Comparisons {
  readonly pairs: readonly (readonly [string, string])[];
  readonly differences: readonly Row[];
  readonly holm: readonly number[];
  readonly bh: readonly number[];
  readonly ratios: readonly Row[];
  readonly contrast: Row;
  readonly trend: Row;
}
interface Expected {
  readonly chisq: readonly Row[];
  readonly linear: readonly Row[];
  readonly logistic: readonly Row[];
  readonly counts: readonly Row[];
  readonly women: readonly Row[];
  readonly wald: readonly Row[];
  readonly margins: readonly { readonly level: string[]; readonly estimate: number[]; readonly se: number[] }[];
  readonly income: Comparisons;
  readonly works: Comparisons;
}
const { cases } = JSON.parse(readFileSync(join(GOLDEN, "models.json"), "utf8")) as {
  readonly cases: Readonly<Record<string, { readonly design: DesignSpec; readonly expected: Expected }>>;
};
const table = await readTableFile(join(GOLDEN, "models.csv"));
let compared = 0;

/** Where our rows differ from R's, number by number. */
function apart(ours: readonly unknown[], theirs: readonly Row[], relative = 1e-8): string[] {
  expect(ours.length).toBe(theirs.length);
  return theirs.flatMap((row, at) =>
    Object.entries(row).flatMap(([name, value]) => {
      const own = (ours[at] as Row)[name];
      const pairs = Array.isArray(value) ? value.map((each, side) => [(own as number[])[side], each]) : [[own, value]];
      return pairs.flatMap(([a, b]) => {
        if (typeof b !== "number") return a === b ? [] : [`${at} ${name}: ${String(a)} is not ${String(b)}`];
        compared++;
        return agrees(a as number, b, relative) ? [] : [`${at} ${name}: ${String(a)} is not ${b}`];
      });
    }),
  );
}

// Against R; tests/golden/models.R wrote the numbers. R's regressions stop a little early: 1e-6.
describe.each(Object.entries(cases))(
  "tests, comparisons and regressions agree with R: %s",
  (_, { design: spec, expected }) => {
    const design: Design = toDesign(table, spec);
    const women = { sex: "w" };

    it("chi-square of Rao and Scott", () => {
      const tests = [
        chisq(design, "town", "sex"),
        chisq(design, "water", "town"),
        chisq(design, "water", "works", { where: women }),
      ];
      expect(apart(tests.flat(), expected.chisq)).toEqual([]);
    });

    it("linear, logistic and Poisson regression", () => {
      const terms = ["age", "sex", "water"];
      expect(apart(glm(design, "income", { terms: ["age", "town", "size"] }), expected.linear)).toEqual([]);
      expect(apart(glm(design, "works", { terms, family: "binomial" }), expected.logistic, 1e-6)).toEqual([]);
      const counts = glm(design, "trips", { terms: ["size", "water"], family: "poisson" });
      expect(apart(counts, expected.counts, 1e-6)).toEqual([]);
      const options = { terms: ["age", "town"], family: "binomial", where: women } as const;
      expect(apart(glm(design, "works", options), expected.women, 1e-6)).toEqual([]);
    });

    it("joint Wald tests", () => {
      const tests = [
        wald(design, "income", { terms: ["age", "town", "size"], term: "town" }),
        wald(design, "works", { terms: ["age", "sex", "water"], family: "binomial", term: "water" }),
        wald(design, "trips", { terms: ["size", "water"], family: "poisson", term: "size" }),
      ];
      expect(apart(tests.flat(), expected.wald, 1e-6)).toEqual([]);
    });

    it("predictive margins", () => {
      const margins = [
        marginal(design, "income", { terms: ["age", "size", "town"], term: "town" }),
        marginal(design, "works", { terms: ["age", "sex", "water"], family: "binomial", term: "water" }),
        marginal(design, "trips", { terms: ["size", "water"], family: "poisson", term: "water" }),
      ];
      const rows = expected.margins.flatMap(({ level, estimate, se }) =>
        level.map((each, at) => ({ level: each, estimate: estimate[at], se: se[at] })),
      );
      expect(apart(margins.flat(), rows, 1e-6)).toEqual([]);
    });

    it.each(["income", "works"] as const)("every pair of groups, a contrast and a trend of %s", (variable) => {
      const theirs = expected[variable];
      const between = "town";
      const inOrder = (rows: readonly Row[]): Row[] =>
        theirs.pairs.map(
          ([a, b]) => rows.find((row) => JSON.stringify(row.between) === JSON.stringify({ column: between, a, b }))!,
        );
      const holm = inOrder(compare(design, variable, { between }) as unknown as Row[]);
      const bh = inOrder(compare(design, variable, { between, adjust: "bh" }) as unknown as Row[]);
      expect(apart(holm, theirs.differences)).toEqual([]);
      expect(
        apart(
          holm,
          theirs.holm.map((pAdjusted) => ({ pAdjusted })),
        ),
      ).toEqual([]);
      expect(
        apart(
          bh,
          theirs.bh.map((pAdjusted) => ({ pAdjusted })),
        ),
      ).toEqual([]);
      // R straightens the logarithm, a jackknife of ours computes the ratio anew
      const ratios = inOrder(compare(design, variable, { between, scale: "ratio" }) as unknown as Row[]);
      if (design.replicates === null) expect(apart(ratios, theirs.ratios)).toEqual([]);
      const coefficients = { ash: 1, elm: -0.5, oak: -0.5 };
      const scores = { ash: 1, elm: 2, fir: 3, oak: 5 };
      expect(apart(contrast(design, variable, { between, coefficients }), [theirs.contrast])).toEqual([]);
      expect(apart(trend(design, variable, { between, scores }), [theirs.trend])).toEqual([]);
    });
  },
);

afterAll(() => {
  console.log(`${compared} numbers of tests, comparisons and regressions compared with R`);
});
