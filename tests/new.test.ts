import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newStudy } from "../src/notebook/new.js";
import { openData } from "../src/plan/data.js";
import { readSettings } from "../src/study/read-settings.js";
import { form, members, type Rows, study } from "./load-fixture.js";

/** Forty households of the fixture's form, a third of them with a column of weights left blank where the place says so. */
function rows(weight: (row: number) => number | null): Rows {
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
  const make = async (main: Rows) => {
    const source = study({ main, members: persons }, { ...form, settings: [["form_title"], ["Encuesta"]] });
    const dir = join(source, "nuevo");
    const input = { data: join(source, "data.xlsx"), questionnaire: join(source, "form.xlsx") };
    const { leftOpen } = await newStudy({ dir, ...input, language: "es" });
    return { dir, settings: readSettings(dir), leftOpen };
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

  it("takes no column of weights with a negative one or a gap that nothing explains", async () => {
    const negative = await make(rows((row) => (row === 5 ? -1 : 10)));
    expect(negative.settings.units.household!.design!.weights).toBeNull();
    const gap = await make(rows((row) => (row === 5 ? null : 10)));
    expect(gap.settings.units.household!.design!.weights).toBeNull();
  });

  it("says what is wrong with the files before it writes anything", async () => {
    const source = study();
    const dir = join(source, "nuevo");
    const options = { dir, data: join(source, "none.xlsx"), questionnaire: join(source, "none either.xlsx") };
    await expect(newStudy(options)).rejects.toThrow(/^missing file: .*none either\.xlsx\nmissing file: .*none\.xlsx$/);
    expect(existsSync(dir)).toBe(false);
  });
});
