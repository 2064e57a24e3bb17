import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnswerRows, answerRequest } from "../src/estimate/request.js";
import { agrees } from "./table-fixture.js";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "oracle");

/** What R gives for a row; a null is a number that R does not have either. */
interface Expected {
  readonly by?: Readonly<Record<string, string>> | null;
  readonly level?: string;
  readonly ci?: readonly [number, number];
  readonly [name: string]: unknown;
}

interface Case {
  readonly request: { readonly estimates: readonly { readonly id: string; readonly statistic: string }[] };
  readonly expected: readonly { readonly id: string; readonly rows: readonly Expected[] }[];
}

/** The numbers of a row beside R's, each under the name of the estimate and the number. */
function pairs(id: string, row: AnswerRows[number], expected: Expected): [string, unknown, unknown][] {
  return Object.entries(expected).flatMap(([name, value]): [string, unknown, unknown][] => {
    if (name === "by") return [[`${id} by`, JSON.stringify(row.by), JSON.stringify(value)]];
    const ours = (row as unknown as Readonly<Record<string, unknown>>)[name];
    if (name !== "ci") return [[`${id} ${name}`, ours, value]];
    return [0, 1].map((side) => [`${id} ci ${side}`, (ours as number[])[side], (value as number[])[side]]);
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
    ["apistrat", 337],
    ["apiclus1", 295],
    ["apiclus2", 295],
    ["apiclus2-with-replacement", 295],
    ["scd", 18],
    ["apiclus1-jk1", 30],
    ["apistrat-jkn", 30],
    ["apiclus1-poststratified", 49],
    ["apiclus1-raked", 49],
    ["apiclus1-greg", 49],
    ["apiclus1-greg-bounded", 49],
    ["apiclus1-calibrated-raking", 49],
    ["apiclus1-calibrated-logit", 49],
    ["ene", 575],
  ])("%s: %i numbers", async (name, count) => {
    const { request, expected } = JSON.parse(readFileSync(join(ORACLE, `${name}.json`), "utf8")) as Case;
    const { estimates } = request;
    const file = join(folder, `${name}.request.json`);
    writeFileSync(file, JSON.stringify({ ...request, estimates }));
    const answer = await answerRequest(file);
    // R stops its rounds at a relative 1e-7
    const isStopped = /bounded|calibrated/.test(name);
    // so is a regression, there and here
    const iterated = estimates.filter(({ statistic }) => statistic === "glm").map(({ id }) => id);
    const tolerance = (of: string): number => (isStopped || iterated.includes(of.split(" ")[0]!) ? 1e-6 : 1e-8);
    const all = answer.estimates.flatMap(({ id, rows }) => {
      const theirs = expected.find((each) => each.id === id)!.rows;
      expect(rows.length, id).toBe(theirs.length);
      return theirs.flatMap((row, at) => pairs(id, rows[at]!, row));
    });
    const apart = all.filter(([of, ours, theirs]) =>
      typeof theirs === "number" ? !agrees(ours as number, theirs, tolerance(of)) : ours !== theirs,
    );
    expect(apart).toEqual([]);
    expect(all.filter(([, , theirs]) => typeof theirs === "number").length).toBe(count);
  });
});
