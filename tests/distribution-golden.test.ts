import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { correlation } from "../src/estimate/correlation.js";
import { cumulative } from "../src/estimate/cumulative.js";
import type { Estimate } from "../src/estimate/estimate.js";
import { populationVariance } from "../src/estimate/population-variance.js";
import { proportion } from "../src/estimate/proportion.js";
import { quantile } from "../src/estimate/quantile.js";
import { ratio } from "../src/estimate/ratio.js";
import type { Table } from "../src/load/table.js";
import { readTableFile } from "../src/load/table-file.js";
import { agrees, reordered } from "./table-fixture.js";

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), "golden");

/** What R gives; null where it has no number either. */
type Answer = Readonly<{ [name: string]: number | null | readonly number[] | Answer }>;
type Group = Readonly<Record<string, Answer>> & { readonly quantile: readonly Answer[] };
interface Case {
  readonly design: DesignSpec;
  readonly withoutStratum04: boolean;
  readonly confidence: number;
  readonly expected: Readonly<Record<"all" | "m" | "w", Group>>;
}
const golden = JSON.parse(readFileSync(join(GOLDEN, "distribution.json"), "utf8")) as {
  readonly cases: Readonly<Record<string, Case>>;
};
const whole = await readTableFile(join(GOLDEN, "designs.csv"));

/** The table turned upside down, without its last stratum if R would refuse its one primary unit. */
function tableOf(isWithout04: boolean): Table {
  const stratum = whole.columns.get("stratum")!;
  if (stratum.kind !== "code") throw new Error("strata 01 to 04 were read as numbers");
  const isKept = (row: number): boolean => !isWithout04 || stratum.levels[stratum.codes[row]!]!.value !== "04";
  const kept = [...stratum.codes.keys()].filter(isKept).reverse();
  return { ...reordered(whole, kept), size: kept.length };
}

/** Every number of R's beside ours, as [name, ours, theirs]. */
function pairs(name: string, row: Estimate | undefined, expected: Answer): [string, unknown, unknown][] {
  return Object.entries(expected).flatMap(([field, value]): [string, unknown, unknown][] => {
    const ours = row?.[field as keyof Estimate];
    if (field !== "ci") return [[`${name} ${field}`, ours, value]];
    return Object.values(value as object).map((limit, side) => [
      `${name} ci ${side}`,
      (ours as readonly unknown[] | null)?.[side],
      limit,
    ]);
  });
}

// Against R; tests/golden/distribution.R wrote the numbers.
describe("statistics of a distribution agree with R, by groups, in unsorted data with missing answers and a weight of 0", () => {
  it.each(Object.entries(golden.cases))("%s", (_, { design: spec, withoutStratum04, confidence, expected }) => {
    const design = toDesign(tableOf(withoutStratum04), spec);
    const options = { confidence, by: ["sex"], total: true, where: `\${y} >= 0` };
    const at = ["m", "w", "all"] as const;
    const found = at.flatMap((group, place) => {
      const theirs = expected[group];
      const rowOf = (rows: readonly Estimate[], each = 0): Estimate => rows[place * (rows.length / 3) + each]!;
      const quantiles = quantile(design, "y", { ...options, probs: [0.1, 0.25, 0.5, 0.75, 0.9] });
      const shares = cumulative(design, "y", { ...options, at: [12, 20] });
      const wilson = proportion(design, "owns", { ...options, level: "yes", ciMethod: "wilson" });
      return [
        ...theirs.quantile.flatMap((row, each) => pairs(`${group} quantile`, rowOf(quantiles, each), row)),
        ...[12, 20].flatMap((value, each) =>
          pairs(`${group} at or below ${value}`, rowOf(shares, each), theirs.cumulative![value] as Answer),
        ),
        ...pairs(`${group} variance`, rowOf(populationVariance(design, "y", options)), theirs.variance!),
        ...pairs(`${group} correlation`, rowOf(correlation(design, "x", "y", options)), theirs.correlation!),
        ...pairs(`${group} wilson`, rowOf(wilson), theirs.wilson!),
        ...pairs(`${group} ratio`, rowOf(ratio(design, "y", "x", { ...options, scale: "log" })), theirs.ratio!),
      ];
    });
    const apart = found.filter(([, ours, theirs]) =>
      typeof theirs === "number" ? !agrees(ours as number, theirs) : ours !== theirs,
    );
    expect(apart).toEqual([]);
    // 5 quantiles of 5 numbers and 6 rows of 6, in 3 groups; R has no number for a limit beyond the data
    expect(found.length).toBe(3 * (5 * 5 + 6 * 6));
  });
});
