import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { answerRequest } from "../src/estimate/request.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "perfil-replicates-"));
  writeFileSync(join(folder, "data.csv"), "w,psu,y,r1,r2\n2,1,1,0,4\n2,2,4,4,0\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The answer to one question, or the lines of the refusal. */
async function ask(replicates: object): Promise<unknown> {
  const file = join(folder, "request.json");
  const design = { weights: "w", clusters: ["psu"], replicates };
  writeFileSync(file, JSON.stringify({ data: "data.csv", design, estimates: [{ statistic: "total", variable: "y" }] }));
  try {
    return (await answerRequest(file)).estimates[0]!.rows[0];
  } catch (error) {
    if (error instanceof DataError) return error.lines("en").map((line) => line.replaceAll(join(folder, "/"), ""));
    throw error;
  }
}

describe("replicates in a request", () => {
  it("are made, or read from columns", async () => {
    // totals 4 · 4 and 4 · 1 about 10: ½ · (36 + 36) for the jackknife, and for half samples too
    expect(await ask({ make: "JK1" })).toMatchObject({ estimate: 10, se: 6, df: 1 });
    expect(await ask({ columns: ["r1", "r2"], type: "BRR", df: 30 })).toMatchObject({ estimate: 10, se: 6, df: 30 });
  });

  it("are refused in the words of the form that they come nearest to", async () => {
    expect(await ask({ make: "JK2" })).toEqual([
      "invalid value; one of: JK1, JKn, BRR, Fay, bootstrap → request.json, at design.replicates.make",
    ]);
    expect(await ask({ columns: ["r1", "r2"], type: "BRR", scales: 2 })).toEqual([
      'unknown key: "scales" → request.json, at design.replicates',
    ]);
    expect(await ask({ columns: ["r1", "r3"], type: "BRR" })).toEqual([
      'unknown column: "r3" (did you mean "r1", "r2", "w"?) → data.csv',
    ]);
  });
});
