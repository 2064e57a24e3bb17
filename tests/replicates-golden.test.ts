import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import { toNumbers } from "../src/design/numbers.js";
import { replicateWeights } from "../src/design/replicates.js";
import { answerRequest } from "../src/estimate/request.js";
import { readTableFile } from "../src/load/table-file.js";
import { agrees } from "./table-fixture.js";

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), "golden");
interface Case {
  readonly request: { readonly design: DesignSpec } & Readonly<Record<string, unknown>>;
  readonly expected: readonly { readonly id: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
}
const { cases } = JSON.parse(readFileSync(join(GOLDEN, "replicates.json"), "utf8")) as {
  readonly cases: Readonly<Record<string, Case>>;
};

const folder = mkdtempSync(join(tmpdir(), "perfil-golden-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The numbers of a row beside R's, each under its name. */
function pairs(row: object, expected: Readonly<Record<string, unknown>>): [string, unknown, unknown][] {
  const found = new Map<string, unknown>(Object.entries(row));
  return Object.entries(expected).flatMap(([name, value]): [string, unknown, unknown][] => {
    if (name === "by") return [[name, JSON.stringify(found.get(name)), JSON.stringify(value)]];
    const ours = found.get(name);
    if (!Array.isArray(value)) return [[name, ours, value]];
    return value.map((each, side) => [`${name} ${side}`, (ours as readonly unknown[] | null)?.[side], each]);
  });
}

// Against R; tests/golden/replicates.R wrote the numbers, of unsorted data with codes such as "01", missing answers and groups, weights
// of zero and a group of one row.
describe("many designs, linearised and with replicate weights, agree with R", () => {
  let compared = 0;
  it.each(Object.entries(cases))("%s", async (_, { request, expected }) => {
    const file = join(folder, "request.json");
    writeFileSync(file, JSON.stringify({ ...request, data: join(GOLDEN, "replicates.csv") }));
    const { estimates } = await answerRequest(file);
    const all = expected.flatMap(({ id, rows }) => {
      const ours = estimates.find((each) => each.id === id)!.rows;
      expect(ours.length, id).toBe(rows.length);
      return rows.flatMap((row, at) =>
        pairs(ours[at]!, row).map(([name, a, b]) => [`${id} ${at} ${name}`, a, b] as const),
      );
    });
    const apart = all.filter(([, ours, theirs]) =>
      typeof theirs === "number" ? !agrees(ours as number, theirs) : ours !== theirs,
    );
    expect(apart).toEqual([]);
    compared += all.filter(([, , theirs]) => typeof theirs === "number").length;
  });

  it("in thousands of numbers", () => {
    console.log(`${compared} numbers compared with R on ${Object.keys(cases).length} designs`);
    expect(compared).toBeGreaterThan(3000);
  });
});

describe("replicate weights that we make", () => {
  it("are the ones that R was given", async () => {
    const table = await readTableFile(join(GOLDEN, "replicates.csv"));
    const exported = await readTableFile(join(GOLDEN, "made-weights.csv"));
    for (const [id, prefix] of Object.entries({ "made BRR": "mbrr", "made Fay": "mfay", "made bootstrap": "mboot" })) {
      const { replicates } = toDesign(table, cases[id]!.request.design);
      const columns = [...exported.columns.keys()].filter((name) => name.startsWith(`${prefix}_`));
      expect(columns.length).toBe(replicates!.count);
      for (const [each, name] of columns.entries())
        expect(replicateWeights(replicates!, each)).toEqual(toNumbers(exported.columns.get(name)!));
    }
  });
});
