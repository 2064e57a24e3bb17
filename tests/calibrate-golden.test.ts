import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { chisq } from "../src/estimate/chisq.js";
import { difference } from "../src/estimate/difference.js";
import type { Estimate } from "../src/estimate/estimate.js";
import { glm } from "../src/estimate/glm.js";
import { mean } from "../src/estimate/mean.js";
import { proportion } from "../src/estimate/proportion.js";
import { quantile } from "../src/estimate/quantile.js";
import { ratio } from "../src/estimate/ratio.js";
import { total } from "../src/estimate/total.js";
import type { Table } from "../src/load/table.js";
import { readTableFile } from "../src/load/table-file.js";
import { agrees } from "./table-fixture.js";

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), "golden");
type Numbers = Readonly<Record<string, number | readonly number[]>>;
interface Case {
  readonly design: DesignSpec;
  readonly weights: readonly number[];
  readonly expected: Readonly<Record<string, Numbers>>;
}
const golden = JSON.parse(readFileSync(join(GOLDEN, "calibrate.json"), "utf8")) as {
  readonly cases: Readonly<Record<string, Case>>;
  readonly more: Readonly<Record<string, Omit<Case, "weights">>>;
};
const table = await readTableFile(join(GOLDEN, "calibrate.csv"));

/** Our numbers beside R's, each under its name. */
function pairs(name: string, row: object | undefined, expected: Numbers): [string, unknown, number][] {
  return Object.entries(expected).flatMap(([field, value]): [string, unknown, number][] => {
    const ours: unknown = Object.entries(row ?? {}).find(([known]) => known === field)?.[1];
    if (typeof value === "number") return [[`${name} ${field}`, ours, value]];
    return value.map((each, side) => [`${name} ${field} ${side}`, (ours as readonly number[] | null)?.[side], each]);
  });
}

// Against R; tests/golden/calibrate.R wrote the numbers. Nothing is rounded there but the rounds of bounded linear calibration.
describe("estimates of a calibrated sample agree with R", () => {
  it.each(Object.entries(golden.cases))("%s", (id, { design: spec, weights, expected }) => {
    const design = toDesign(table, spec);
    const a = { where: { group: "a" } };
    const rows: Readonly<Record<string, Estimate | undefined>> = {
      mean: mean(design, "y")[0],
      meanOfA: mean(design, "y", a)[0],
      total: total(design, "y")[0],
      totalOfA: total(design, "y", a)[0],
      ratio: ratio(design, "y", "x")[0],
      ratioOfA: ratio(design, "y", "x", a)[0],
      share: proportion(design, "owns", { level: "yes" })[0],
      shareOfA: proportion(design, "owns", { ...a, level: "yes" })[0],
      median: quantile(design, "x", { probs: [0.5] })[0],
      difference: difference(design, "y", { between: "sex", a: "m", b: "w" })[0],
    };
    const all = [
      ...weights.map((weight, row): [string, unknown, number] => [`weight of row ${row}`, design.weights[row], weight]),
      ...Object.entries(rows).flatMap(([name, row]) => pairs(name, row, expected[name]!)),
    ];
    const tolerance = id.includes("bounds") ? 1e-6 : 1e-8;
    expect(all.filter(([, ours, theirs]) => !agrees(ours as number, theirs, tolerance))).toEqual([]);
    expect(all.length).toBe(52 + 64);
  });
});

/** A table and further columns of numbers beside it. */
async function beside(file: string): Promise<Table> {
  const more = await readTableFile(join(GOLDEN, file));
  return { ...table, columns: new Map([...table.columns, ...more.columns]) };
}
const tables = { JKn: await beside("calibrate-jkn.csv"), bootstrap: await beside("calibrate-bootstrap.csv") };

// Against R; made by the same script.
describe("tests and regressions of a calibrated sample, and calibrated replicates, agree with R", () => {
  it.each(Object.entries(golden.more))("%s", (id, { design: spec, expected }) => {
    const design = toDesign(id.includes("JKn") ? tables.JKn : id.includes("boot") ? tables.bootstrap : table, spec);
    const a = { where: { group: "a" } };
    const many = (rows: readonly { readonly estimate: number | null; readonly se: number | null }[]) => ({
      estimate: rows.map((row) => row.estimate),
      se: rows.map((row) => row.se),
    });
    const found: Readonly<Record<string, object | undefined>> = id.startsWith("explained")
      ? {
          gaussian: many(glm(design, "y", { terms: ["x", "age"] })),
          binomial: many(glm(design, "owns", { terms: ["x", "sex"], family: "binomial", level: "yes" })),
          chisq: chisq(design, "owns", "age")[0],
        }
      : { mean: mean(design, "y")[0], totalOfA: total(design, "y", a)[0], ratio: ratio(design, "y", "x")[0] };
    const all = Object.entries(expected).flatMap(([name, numbers]) => pairs(name, found[name], numbers));
    const tolerance = id.startsWith("explained") ? 1e-6 : 1e-8;
    expect(all.filter(([, ours, theirs]) => !agrees(ours as number, theirs, tolerance))).toEqual([]);
    expect(all.length).toBe(id.startsWith("explained") ? 17 : 6);
  });
});
