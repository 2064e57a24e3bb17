import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import type { Estimates } from "../src/estimate/estimate.js";
import { answerRequest } from "../src/estimate/request.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "perfil request á "));
  const rows = [
    "id,weight,stratum,village,size,owns,causes,q/a,q/b,site",
    "1,2,01,v1,3,yes,fear threats,1,0,home",
    "2,2,01,v2,4,no,threats,1,1,home",
    "3,3,02,v1,5,yes,,,,home",
    "4,1,02,v2,7,no,none,0,0,home",
    "5,,,,9,yes,fear,0,1,shelter",
  ];
  writeFileSync(join(folder, "data.csv"), rows.join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const design = {
  weights: "weight",
  strata: ["stratum"],
  clusters: ["village"],
  nest: true,
  parts: [{ where: { site: "shelter" }, kind: "nonprobability" }],
};
const home = { where: { site: "home" } };

/** A request as a file. */
function request(content: unknown): string {
  const file = join(folder, "request.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** The lines of a refusal, the folder's name left out. */
async function linesOf(content: unknown): Promise<readonly string[]> {
  try {
    await answerRequest(request(content));
  } catch (error) {
    if (error instanceof DataError) return error.lines("en").map((line) => line.replaceAll(join(folder, "/"), ""));
    throw error;
  }
  return [];
}

describe("answerRequest(file)", () => {
  it("answers each question under its id, in the order asked, data found beside the request", async () => {
    const estimates = [
      { id: "b", statistic: "mean", variable: "size", ...home },
      { statistic: "proportion", variable: "owns", level: "yes", ciMethod: "beta", ...home },
      { id: "a", statistic: "difference", variable: "size", between: "owns", a: "no", b: "yes", ...home },
    ];
    const answer = await answerRequest(request({ data: "data.csv", design, confidence: 0.9, estimates }));
    expect(answer.estimates.map(({ id, rows }) => [id, rows.length])).toEqual([
      ["b", 1],
      ["e2", 1],
      ["a", 1],
    ]);
    // (2·3 + 2·4 + 3·5 + 7) / 8
    expect(answer.estimates[0]!.rows[0]).toMatchObject({
      unit: "row",
      estimate: 4.5,
      confidence: 0.9,
      where: home.where,
    });
  });

  it("answers statistics of a distribution, each with its options, and an all-groups row", async () => {
    const estimates = [
      { statistic: "quantile", variable: "size", probs: [0.5], by: ["stratum"], total: true, ...home },
      { statistic: "cumulative", variable: "size", at: [4, 5], ciMethod: "wilson", ...home },
      { statistic: "variance", variable: "size", ...home },
      { statistic: "correlation", x: "size", y: "weight", ...home },
      { statistic: "ratio", numerator: "size", denominator: "weight", scale: "log", ...home },
    ];
    const { estimates: found } = await answerRequest(request({ data: "data.csv", design, estimates }));
    const numbers = found.map(({ rows }) => (rows as Estimates).map(({ estimate }) => estimate));
    // sizes 3, 4, 5, 7 with weights 2, 2, 3, 1
    expect(numbers.slice(0, 2)).toEqual([
      [3, 5, 4],
      [4 / 8, 7 / 8],
    ]);
    // about 4.5: 2 · 2.25 + 2 · 0.25 + 3 · 0.25 + 6.25 = 12, over 8, times 4 / 3
    expect(numbers[2]![0]).toBeCloseTo(2, 14);
    // weights about 2.25, weighted squares 3.5, products with sizes −1: −1 / √(12 · 3.5)
    expect(numbers[3]![0]).toBeCloseTo(-1 / Math.sqrt(42), 14);
    expect(numbers[4]![0]).toBeCloseTo(36 / 18, 14);
  });

  it("has every field of the contract in a row", async () => {
    const estimates = [{ id: "x", statistic: "proportion", variable: "owns", by: ["stratum"], ...home }];
    const { rows } = (await answerRequest(request({ data: "data.csv", design, estimates }))).estimates[0]!;
    const fields =
      "by cases casesHouseholds ci confidence cv deff df estimate households key level n nEff nMissing psu reason";
    expect(Object.keys(rows[0]!).sort().join(" ")).toBe(`${fields} se statistic unit variable weightMissing where`);
  });

  it("takes several answers from one column of names or from a column a choice, blank being not asked", async () => {
    const estimates = ["causes", "q"].map((variable) => ({
      statistic: "proportion",
      variable,
      multiple: true,
      ...home,
    }));
    const { estimates: found } = await answerRequest(request({ data: "data.csv", design, estimates }));
    // weights 2, 2, 1 of those who named a choice
    const rowsOf = (at: number): Estimates => found[at]!.rows as Estimates;
    expect(rowsOf(0).map(({ level, estimate }) => [level, estimate])).toEqual([
      ["fear", 2 / 5],
      ["none", 1 / 5],
      ["threats", 4 / 5],
    ]);
    // weights 2, 2: the fourth row was asked and chose neither, so it gave no valid code
    expect(rowsOf(1).map(({ level, estimate, nMissing }) => [level, estimate, nMissing])).toEqual([
      ["a", 1, 2],
      ["b", 2 / 4, 2],
    ]);
  });

  it("refuses everything that is wrong with the request at once, with its path and the estimate's id", async () => {
    const estimates = [
      { id: "m", statistic: "median", variable: "size" },
      { id: "m", statistic: "mean", variabel: "size" },
      { statistic: "proportion", variable: "owns", ciMethod: "exact" },
    ];
    const calibration = [
      { method: "ranking", margins: [] },
      { method: "rake", margin: [] },
    ];
    const wrong = { data: "data.csv", design: { ...design, calibration, weigths: "w" }, confidence: 95, estimates };
    expect(await linesOf(wrong)).toEqual([
      "invalid value; one of: poststratify, rake, linear, raking, logit, trim, nonresponse → request.json, at design.calibration[0].method",
      "missing value (expected array) → request.json, at design.calibration[1].margins",
      'unknown key: "margin" → request.json, at design.calibration[1]',
      'unknown key: "weigths" → request.json, at design',
      "invalid confidence: 95; a number between 0 and 1 is expected, such as 0.95 → request.json, at confidence",
      "unknown statistic: median (known: chisq, correlation, cumulative, difference, glm, mean, proportion, quantile, ratio, total, variance) → request.json, at estimates[0] (m)",
      'duplicate id: "m" → request.json, at estimates[1] (m)',
      "missing value (expected string) → request.json, at estimates[1] (m).variable",
      'unknown key: "variabel" → request.json, at estimates[1] (m)',
      "invalid value; one of: logit, beta, wilson, wald → request.json, at estimates[2] (e3).ciMethod",
    ]);
  });

  it("refuses every question that the data cannot answer, by its id", async () => {
    const estimates = [
      { id: "good", statistic: "mean", variable: "size", ...home },
      { id: "typo", statistic: "mean", variable: "sise", ...home },
      { id: "mixed", statistic: "mean", variable: "size" },
      { id: "words", statistic: "total", variable: "owns", ...home },
    ];
    expect((await linesOf({ data: "data.csv", design, estimates })).map((line) => line.split(" → ")[1])).toEqual([
      "data.csv, at estimates[1] (typo)",
      "data.csv, at estimates[2] (mixed)",
      "data.csv, at estimates[3] (words)",
    ]);
  });

  it("refuses a design that the data do not have together with the questions that they cannot answer", async () => {
    const estimates = [
      { id: "good", statistic: "mean", variable: "size", ...home },
      { id: "typo", statistic: "ratio", numerator: "sise", denominator: "own", ...home },
    ];
    const wrong = { ...design, weights: "weigth" };
    expect(await linesOf({ data: "data.csv", design: wrong, estimates })).toEqual([
      'unknown column: "weigth" (did you mean "weight"?) → data.csv',
      'unknown column: "sise" (did you mean "site", "size"?) → data.csv, at estimates[1] (typo)',
      'unknown column: "own" (did you mean "owns"?) → data.csv, at estimates[1] (typo)',
    ]);
  });

  it("refuses a request that is no JSON, and one or a data file that is not there", async () => {
    expect((await linesOf("{"))[0]).toContain("not valid JSON");
    expect(await linesOf({ data: "none.csv", estimates: [] })).toEqual(["missing file: none.csv"]);
    await expect(answerRequest(join(folder, "none.json"))).rejects.toThrow("missing file");
  });
});
