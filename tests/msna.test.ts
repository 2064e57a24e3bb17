import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Loaded, loadStudy } from "../src/load/answers.js";
import { newStudy } from "../src/notebook/new.js";
import { openData, type StudyData } from "../src/plan/data.js";
import { readSettings } from "../src/study/read-settings.js";
import { folder } from "./temporary-folder.js";

/** A questionnaire and its export that were not made for this project. Counts were taken from the files by other means. */
const source = {
  data: join(import.meta.dirname, "msna/data.xlsx"),
  questionnaire: join(import.meta.dirname, "msna/questionnaire.xlsx"),
};
const dir = join(folder(), "estudio");

describe("perfil new, with a study by others", () => {
  let files: readonly string[];
  let leftOpen: readonly string[];
  let loaded: Loaded;
  let data: StudyData;

  beforeAll(async () => {
    ({ files, leftOpen } = await newStudy({ dir, ...source, language: "en" }));
    loaded = loadStudy(readSettings(dir), dir);
    data = openData(readSettings(dir), dir);
  });

  it("writes a whole study whose settings and plan are valid", () => {
    expect(files).toEqual([
      "study.json",
      "questionnaire.xlsx",
      "survey.xlsx",
      "plan.xlsx",
      "notebooks/01-first-look.ipynb",
      ".gitignore",
    ]);
    expect(files.every((file) => existsSync(join(dir, file)))).toBe(true);
    expect(readdirSync(join(dir, "..")).filter((name) => name.startsWith("."))).toEqual([]);
    expect(data.plan.length).toBeGreaterThanOrEqual(12);
    expect(data.plan.length).toBeLessThanOrEqual(20);
  });

  it("finds consent, units, dates, weights, strata and clusters, and asks to confirm them", () => {
    const settings = readSettings(dir);
    expect(settings.consent).toEqual({ question: "consent", yes: ["yes"] });
    expect(Object.keys(settings.units)).toEqual(["household", "person", "edu_ind", "health_ind", "nut_ind"]);
    expect(settings.dates.collection[0]).toBe("2024-07-30");
    expect(settings.units.household!.design).toMatchObject({
      weights: "weight",
      strata: ["stratum"],
      clusters: ["cluster_id"],
      nest: true,
    });
    expect(leftOpen[0]).toBe('weights: column "weight" was taken for its name; confirm that it is');
  });

  it("types every question and joins the four repeats", () => {
    expect([...loaded.tables].map(([unit, { size }]) => [unit, size])).toEqual([
      ["household", 241],
      ["person", 965],
      ["edu_ind", 965],
      ["health_ind", 965],
      ["nut_ind", 965],
    ]);
    const person = loaded.tables.get("person")!;
    expect(new Set(person.household).size).toBe(241);
    expect(person.columns.get("ind_age")!.kind).toBe("number");
    expect(person.columns.get("snfi_shelter_issue")!.kind).toBe("multiple");
    expect(person.columns.get("wgq_vision")!.label.fr).toContain("difficultés à voir");
  });

  it("tells the kinds of missing apart as the form does", () => {
    // of 241 households 37 answered pnta to the type of shelter and 33 none, and those are not asked about its issues
    const shelter = loaded.tables.get("household")!.columns.get("snfi_shelter_type")!;
    expect(shelter.missing.filter((code) => code === 4)).toHaveLength(37);
    const issues = loaded.tables.get("household")!.columns.get("snfi_shelter_issue")!;
    expect(issues.missing.filter((code) => code === 1)).toHaveLength(33);
  });

  it("lists what it coped with: sheets that are none of a form's, an end that names another group, answers out of turn", () => {
    const aboutChoices = /^(?:guessed|perhaps)/;
    expect(loaded.coped.map(({ code }) => code).filter((code) => !aboutChoices.test(code))).toEqual([
      "sheetIgnored",
      "sheetIgnored",
      "closedOther",
      ...Array(5).fill("answeredUnasked"),
    ]);
  });

  it("lists every choice that it took for no answer, each with its questions: dnk and pnta, and no other", () => {
    const guesses = loaded.coped.filter(({ code }) => code.startsWith("guessed"));
    expect(new Set(guesses.map(({ holes }) => holes.value))).toEqual(new Set(["dnk", "pnta"]));
    const named = new Set(guesses.flatMap(({ holes }) => String(holes.name).split(", ")));
    for (const { columns } of loaded.tables.values())
      for (const { name, kind, missing } of columns.values())
        if (kind !== "number" && missing.some((code) => code >= 3)) expect([...named]).toContain(name);
  });

  it("writes a starter notebook without outputs, in both languages, whose names are all in the plan", () => {
    const text = readFileSync(join(dir, "notebooks/01-first-look.ipynb"), "utf8");
    const { cells } = JSON.parse(text) as {
      cells: { source: string[]; outputs?: unknown[]; metadata: { tags?: string[] } }[];
    };
    expect(cells.flatMap(({ outputs }) => outputs ?? [])).toEqual([]);
    for (const tag of ["es", "en"])
      expect(cells.filter(({ metadata }) => metadata.tags?.includes(tag)).length).toBeGreaterThan(3);
    const ids = [...text.matchAll(/estimates\.of\(\\"(\w+)\\"/g)].map((match) => match[1]);
    expect(new Set(ids)).toEqual(new Set(data.plan.map(({ id }) => id)));
  });

  it("breaks the first look down by setting, not by places that all have the same label", () => {
    const groups = new Set(data.plan.flatMap(({ by }) => by.flat()));
    expect([...groups]).toEqual(["setting"]);
  });

  it("shows nothing that identifies or that looks sensitive", () => {
    expect(data.plan.filter(({ question }) => /^(?:prot_|enum_|deviceid|uuid)/.test(question))).toEqual([]);
  });

  it("refuses a folder that holds anything, and leaves it as it was", async () => {
    const full = folder();
    writeFileSync(join(full, "mine.txt"), "mine");
    await expect(newStudy({ dir: full, ...source })).rejects.toThrow(`folder is not empty: ${full} (name a new one)`);
    expect(readdirSync(full)).toEqual(["mine.txt"]);
  });

  it("names options that are not there, all at once, and writes nothing", async () => {
    const none = join(dir, "../none");
    const options = { dir: none, ...source, weights: "wieght", strata: ["stratun"], groups: "setings" };
    await expect(newStudy(options)).rejects.toThrow(
      /^unknown column: "wieght" \(did you mean "weight".*\nunknown column: "stratun".*\nunknown column: "setings"/,
    );
    await expect(newStudy({ dir: none, ...source, consent: "concent" })).rejects.toThrow('did you mean "consent"');
    expect(existsSync(none)).toBe(false);
  });

  it("takes the groups and the design that a person names", async () => {
    const other = join(dir, "../otro");
    const options = { dir: other, ...source, weights: "weight", strata: ["admin1"], clusters: [], groups: "setting" };
    await newStudy(options);
    const settings = readSettings(other);
    expect(settings.groups?.column).toBe("setting");
    expect(settings.units.household!.design).toEqual({ weights: "weight", strata: ["admin1"], singletonPsu: "error" });
  });
});
