import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { type NewOptions, newStudy } from "../src/notebook/new.js";
import { openData } from "../src/plan/data.js";
import { readSettings } from "../src/study/read-settings.js";
import { folder, form, members, type Rows, study } from "./load-fixture.js";

/** Forty households of the fixture's form, a third of them with a column of weights left blank where the place says so. */
function rows(weight: (row: number) => number | string | null): Rows {
  const headers = ["consent", "water", "causes", "rooms", "comment", "site", "FACTOR", "_index"];
  const data = Array.from({ length: 40 }, (_, row) => {
    const shelter = row % 3 === 0;
    return [
      "si",
      row % 2 === 0 ? "pipe" : "none",
      null,
      1 + (row % 4),
      null,
      shelter ? "shelter" : "home",
      weight(row),
      row + 1,
    ];
  });
  return [headers, ...data];
}
const persons: Rows = [members[0]!, ...Array.from({ length: 40 }, (_, row) => [20, "si", 1, row + 1, "main", row + 1])];

describe("newStudy(options)", () => {
  const make = async (main: Rows, said: Partial<NewOptions> = {}) => {
    const source = study({ main, members: persons }, { ...form, settings: [["form_title"], ["Encuesta"]] });
    const dir = join(source, "nuevo");
    const input = { data: join(source, "data.xlsx"), questionnaire: join(source, "form.xlsx") };
    const { leftOpen } = await newStudy({ dir, ...input, language: "es", ...said });
    return { dir, settings: readSettings(dir), leftOpen };
  };
  /** The lines of a refusal, after which nothing stands where the study would. */
  const refused = async (main: Rows, said: Partial<NewOptions> = {}) => {
    const dir = join(folder(), "nuevo");
    const problem = await make(main, { dir, ...said }).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(problem instanceof DataError)) throw new Error(`no refusal: ${String(problem)}`);
    expect(readdirSync(dirname(dir))).toEqual([]);
    return problem.lines("en").map((line) => line.replace(/ → .*data\.xlsx, /, " → "));
  };

  it("with no weights makes the whole sample one part without known probabilities, and says so first", async () => {
    const { dir, settings, leftOpen } = await make(rows(() => null));
    expect(settings.title.es).toBe("Encuesta");
    expect(settings.units.household!.design).toMatchObject({ weights: null, parts: [{ name: "sample", where: {} }] });
    expect(leftOpen[0]).toMatch(/^factor de expansión: no se encontró/);
    const { plan, designs } = openData(settings, dir);
    expect(new Set(plan.map(({ part }) => part))).toEqual(new Set(["sample"]));
    expect(designs.get("person")!.parts).toEqual(["sample"]);
  });

  it("takes the rows without a weight as a part when an answer tells exactly them", async () => {
    const { settings } = await make(rows((row) => (row % 3 === 0 ? null : 10)));
    expect(settings.units.household!.design).toMatchObject({
      weights: "FACTOR",
      parts: [{ name: "shelter", where: { site: "shelter" }, kind: "nonprobability" }],
    });
  });

  const wayOut =
    'column "FACTOR" was taken for the weights by its name: correct it, name another with --weights, or go on without weights with --weights none';
  it.each<[string, (row: number) => number | string | null, string]>([
    ["a negative one", (row) => (row === 5 ? -1 : 10), 'invalid weight: -1 ("FACTOR") → sheet "main", cell G7'],
    [
      "a text",
      (row) => (row === 5 ? "10,5" : 10),
      'invalid weight: "10,5" is not a number ("FACTOR") → sheet "main", cell G7',
    ],
    ["a gap", (row) => (row === 5 ? null : 10), 'missing weight: "FACTOR" → sheet "main", cell G7'],
    ["nothing but zeros", () => 0, 'every weight of "FACTOR" is zero → sheet "main"'],
  ])("refuses a column called as weights are with %s, names the cell and the way out", async (_, weight, line) => {
    expect(await refused(rows(weight))).toEqual([line, wayOut]);
  });

  it("goes on without such a column when told that there are no weights, and then has nothing to ask about them", async () => {
    const { settings, leftOpen } = await make(
      rows((row) => (row === 5 ? -1 : 10)),
      { weights: "none" },
    );
    expect(settings.units.household!.design).toMatchObject({ weights: null, parts: [{ name: "sample", where: {} }] });
    expect(leftOpen.filter((line) => line.includes("factor de expansión"))).toEqual([]);
  });

  it("takes a good column of weights where another one of such a name is bad", async () => {
    const both = rows(() => -1).map((cells, row) => [...cells, row === 0 ? "weight" : 10]);
    expect((await make(both)).settings.units.household!.design!.weights).toBe("weight");
  });

  it("does not take an answer to a question for a weight that went wrong", async () => {
    const asked = form.survey!.map((cells) => (cells[1] === "rooms" ? cells.with(1, "weight") : cells));
    const main = rows(() => null).map((cells, row) => cells.with(3, row === 0 ? "weight" : row === 9 ? null : 60));
    const source = study({ main, members: persons }, { ...form, survey: asked });
    const dir = join(source, "nuevo");
    await newStudy({ dir, data: join(source, "data.xlsx"), questionnaire: join(source, "form.xlsx") });
    expect(readSettings(dir).units.household!.design!.weights).toBeNull();
  });

  it("names every option that names what is not there", async () => {
    const said = { weights: "FACTR", strata: ["stratumm"], clusters: ["site"], consent: "consnt", groups: "watr" };
    expect(
      (
        await refused(
          rows(() => 10),
          said,
        )
      ).map((line) => line.split(" → ")[0]),
    ).toEqual([
      'unknown column: "consnt" (did you mean "consent"?)',
      'unknown column: "FACTR" (did you mean "FACTOR"?)',
      'unknown column: "stratumm"',
      'unknown column: "watr" (did you mean "water"?)',
    ]);
  });

  it("refuses a survey of one household, and one of none, in one line", async () => {
    const [one, none] = [rows(() => 10).slice(0, 2), rows(() => 10).slice(0, 1)];
    const refusals = rows(() => 10).map((cells, row) => (row < 2 ? cells : cells.with(0, "no")));
    const line = (counts: string) =>
      expect.stringContaining(`a single household is left to analyse (${counts}; broken off: 0)`);
    expect(await refused(one)).toEqual([line("rows: 1; without consent: 0")]);
    expect(await refused(refusals)).toEqual([line("rows: 40; without consent: 39")]);
    expect(await refused(none)).toEqual(['no rows of data → sheet "main"']);
  });

  it("says what is wrong with the files before it writes anything", async () => {
    const source = study();
    const dir = join(source, "nuevo");
    const options = { dir, data: join(source, "none.xlsx"), questionnaire: join(source, "none either.xlsx") };
    await expect(newStudy(options)).rejects.toThrow(/^missing file: .*none either\.xlsx\nmissing file: .*none\.xlsx$/);
    expect(existsSync(dir)).toBe(false);
  });
});
