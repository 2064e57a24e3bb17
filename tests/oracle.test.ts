import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Estimate } from "../src/estimate/estimate.js";
import { answerRequest } from "../src/estimate/request.js";
import { agrees } from "./table-fixture.js";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "oracle");
const KNOWN = ["mean", "total", "proportion", "ratio", "difference"];

/** What R gives for a row; a null is a number that R does not have either. */
interface Expected {
  readonly by?: Readonly<Record<string, string>> | null;
  readonly level?: string;
  readonly ci?: readonly [number, number];
  readonly estimate: number | null;
  readonly [name: string]: unknown;
}

interface Case {
  readonly request: { readonly estimates: readonly { readonly id: string; readonly statistic: string }[] };
  readonly expected: readonly { readonly id: string; readonly rows: readonly Expected[] }[];
}

/** The numbers of a row beside R's, each under the name of the estimate and the number. */
function pairs(id: string, row: Estimate, expected: Expected): [string, unknown, unknown][] {
  return Object.entries(expected).flatMap(([name, value]): [string, unknown, unknown][] => {
    if (name === "by") return [[`${id} by`, JSON.stringify(row.by), JSON.stringify(value)]];
    if (name !== "ci") return [[`${id} ${name}`, row[name as keyof Estimate], value]];
    return [0, 1].map((side) => [`${id} ci ${side}`, row.ci?.[side], (value as number[])[side]]);
  });
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "perfil-oracle-"));
  for (const file of readdirSync(ORACLE).filter((name) => name.endsWith(".csv")))
    copyFileSync(join(ORACLE, file), join(folder, file));
  writeFileSync(join(folder, "ene.csv"), gunzipSync(readFileSync(join(ORACLE, "ene.csv.gz"))));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Against R (survey 4.5), every row and number of every estimate that can be asked; the counts say that none was passed over.
describe("answerRequest(file) agrees with R to a relative 1e-8", () => {
  it.each([
    ["apistrat", 204],
    ["apiclus1", 204],
    ["apiclus2", 204],
    ["apiclus2-with-replacement", 204],
    ["scd", 18],
    ["ene", 570],
  ])("%s: %i numbers", async (name, count) => {
    const { request, expected } = JSON.parse(readFileSync(join(ORACLE, `${name}.json`), "utf8")) as Case;
    const estimates = request.estimates.filter((asked) => KNOWN.includes(asked.statistic));
    const file = join(folder, `${name}.request.json`);
    writeFileSync(file, JSON.stringify({ ...request, estimates }));
    const answer = await answerRequest(file);
    const all = answer.estimates.flatMap(({ id, rows }) => {
      const theirs = expected.find((each) => each.id === id)!.rows;
      expect(rows.length, id).toBe(theirs.length);
      return theirs.flatMap((row, at) => pairs(id, rows[at]!, row));
    });
    const apart = all.filter(([, ours, theirs]) =>
      typeof theirs === "number" ? !agrees(ours as number, theirs) : ours !== theirs,
    );
    expect(apart).toEqual([]);
    expect(all.filter(([, , theirs]) => typeof theirs === "number").length).toBe(count);
  });
});
