// A million rows (50 strata, 2,000 primary units, 5 groups, in no order): seconds of each piece of work here, of one bare pass over
// typed arrays, and of R's survey package on the same bytes where Rscript is there. Run with tsx. It prints and never fails on time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Design, toDesign } from "../../src/design/design.js";
import { chisq } from "../../src/estimate/chisq.js";
import { glm } from "../../src/estimate/glm.js";
import { mean } from "../../src/estimate/mean.js";
import { proportion } from "../../src/estimate/proportion.js";
import { quantile } from "../../src/estimate/quantile.js";
import { ratio } from "../../src/estimate/ratio.js";
import { draw, toTable } from "./draw.js";

const ROWS = 1_000_000;
const spec = { weights: "weight", strata: ["stratum"], clusters: ["psu"] };
const by = ["group"];

/** Seconds that some work takes: the median of several turns, and the first, with nothing kept from before. */
function seconds(work: () => unknown): { readonly first: number; readonly median: number } {
  const turns = Array.from({ length: 7 }, () => {
    const begun = performance.now();
    work();
    return (performance.now() - begun) / 1000;
  });
  return { first: turns[0]!, median: [...turns].sort((a, b) => a - b)[3]! };
}

/** The least that adding up by unit and group can be: one pass, nothing kept that rounding loses. */
function barePass(columns: ReturnType<typeof draw>): number {
  const { weight, income, psu, group } = columns;
  const [totals, weights] = [new Float64Array(10_000), new Float64Array(10_000)];
  for (let row = 0; row < weight.length; row++) {
    const cell = group[row]! * 2000 + psu[row]!;
    totals[cell]! += weight[row]! * income[row]!;
    weights[cell]! += weight[row]!;
  }
  return totals[0]! + weights[0]!;
}

/** What R takes for the same, by name; undefined where it is not there. */
function inR(columns: ReturnType<typeof draw>): Readonly<Record<string, number>> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "perfil-bench-"));
  for (const [name, values] of Object.entries(columns)) writeFileSync(join(folder, name), values);
  const script = join(dirname(fileURLToPath(import.meta.url)), "estimate.R");
  const done = spawnSync("Rscript", [script, folder, String(ROWS)], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  return done.status === 0 ? (JSON.parse(done.stdout) as Record<string, number>) : undefined;
}

/** A plan on 10,000 rows of 400 primary units: 200 questions, each by five disaggregations. */
function plan(design: Design): number {
  const disaggregations = [[], ["group"], ["water"], ["owns"], ["group", "owns"]];
  const asked = ["income", "rooms", "size", "water"];
  let rows = 0;
  for (let at = 0; at < 200; at++)
    for (const each of disaggregations)
      rows += (at % 2 === 0 ? mean(design, asked[at % 3]!, { by: each }) : proportion(design, "water", { by: each }))
        .length;
  return rows;
}

const columns = draw(ROWS);
const table = toTable(columns);
const bare = seconds(() => barePass(columns)).median;
const design = toDesign(table, spec);
const terms = ["size", "rooms", "group"];
const work: Readonly<Record<string, () => unknown>> = {
  design: () => toDesign(table, spec),
  "mean by group": () => mean(design, "income", { by }),
  "5 shares by group": () => proportion(design, "water", { by }),
  ratio: () => ratio(design, "size", "rooms"),
  "3 quartiles": () => quantile(design, "income"),
  "chi-square": () => chisq(design, "water", "group"),
  "logistic regression": () => glm(design, "owns", { terms, family: "binomial" }),
};
const ours = Object.entries(work).map(([name, each]) => [name, seconds(each)] as const);
const peak = process.resourceUsage().maxRSS / 1024;
const theirs = inR(columns);

const ms = (value: number): string => `${(value * 1000).toFixed(0)} ms`.padStart(9);
console.log(`${ROWS} rows; bare pass over typed arrays ${ms(bare).trim()}`);
console.log("                      median    first   bare passes        R     ratio");
for (const [name, { first, median }] of ours) {
  const r = theirs?.[name];
  const beside = r === undefined ? "" : `${ms(r)} ${(r / median).toFixed(0).padStart(8)}×`;
  console.log(`${name.padEnd(20)}${ms(median)}${ms(first)}${(median / bare).toFixed(1).padStart(12)}   ${beside}`);
}
const own = Object.values(columns).reduce((size, values) => size + values.byteLength, 0) / 1024 / 1024;
console.log(
  `peak memory ${peak.toFixed(0)} MB, columns ${own.toFixed(0)} MB${theirs ? `, R ${theirs.peak!.toFixed(0)} MB` : ""}`,
);
const small = toDesign(toTable(draw(10_000, 400)), spec);
console.log(
  `a plan of 200 × 5 on 10,000 rows: ${plan(small)} estimates, ${ms(seconds(() => plan(small)).median).trim()}`,
);
