import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataError, problemLine } from "../src/errors.js";
import { loadStudy } from "../src/load/answers.js";
import type { Column, Table } from "../src/load/table.js";
import type { Settings } from "../src/study/settings.js";
import { folder, form, households, members, settings, study, withCell, workbook } from "./load-fixture.js";

/** Worked out by hand from the eight rows of the fixture. */
const { tables, response } = loadStudy(settings, study());
const [household, person] = [tables.get("household")!, tables.get("person")!];
const column = (table: Table, name: string): Column => table.columns.get(name)!;

describe("loadStudy(settings, folder)", () => {
  it("drops records without consent, counts them, and takes their persons with them", () => {
    expect(response).toEqual({ selected: 4, consented: 3, refused: 1, brokenOff: 0, interviewed: 3 });
    expect([household.size, person.size]).toEqual([3, 4]);
    expect([...household.source.rows]).toEqual([2, 3, 5]);
  });

  it("tells not asked (1), don't know (3) and answered (0) apart", () => {
    expect([...column(household, "causes").missing]).toEqual([0, 1, 3]);
  });

  it("takes 98 as don't know where the choices hold it, and as an age where they do not", () => {
    const [works, age] = [column(person, "works"), column(person, "age")];
    expect([...works.missing]).toEqual([0, 1, 2, 3]);
    expect(age.kind === "number" && [...age.values]).toEqual([40, 7, 98, 30]);
  });

  it("takes a number as no answer only where the constraint lets it in by name", () => {
    const rooms = column(household, "rooms");
    expect([...rooms.missing]).toEqual([0, 3, 0]);
    expect(rooms.kind === "number" && [...rooms.values]).toEqual([3, Number.NaN, 98]);
  });

  it("reads several choices from both forms of column, without the codes for no answer among the levels", () => {
    const causes = column(household, "causes");
    if (causes.kind !== "multiple") throw new Error(causes.kind);
    expect(causes.levels.map(({ value }) => value)).toEqual(["fear", "crime"]);
    expect(causes.chosen.map((flags) => [...flags])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it("hands down the household's columns to its persons, who keep their own", () => {
    const water = column(person, "water");
    expect([...person.household!]).toEqual([0, 0, 1, 2]);
    expect(water.kind === "code" && [...water.codes].map((code) => water.levels[code]!.value)).toEqual([
      "truck",
      "truck",
      "pipe",
      "truck",
    ]);
  });

  it("weighs a person by the household's weight times the person's factor", () => {
    const weight = column(person, "_weight");
    expect(weight.kind === "number" && [...weight.values]).toEqual([10, 20, 20, 121.5]);
  });

  it("keeps a condition only where it left somebody out", () => {
    expect(column(household, "water").relevant).toBeUndefined();
    expect(column(household, "causes").relevant).toBe(`\${water} = 'truck'`);
  });

  it("keeps leading zeros of columns that the form does not know, and marks free text as identifying", () => {
    const upm = column(household, "UPM");
    expect(upm.kind === "code" && upm.levels.map(({ value }) => value)).toEqual(["01", "02"]);
    expect(column(household, "comment").identifying).toBe(true);
  });

  it("loads two households", () => {
    const two = loadStudy(settings, study({ main: households.slice(0, 3), members: members.slice(0, 4) }));
    expect(two.tables.get("household")!.size).toBe(2);
  });

  it("drops an interview that ends early: more than half of its required questions are blank, or it has no members", () => {
    const stopped = [...households, ["si", null, null, null, null, null, null, null, "02", null, 5]];
    const noMembers = [...stopped, ["si", "pipe", null, null, null, null, 2, null, "02", 5, 6]];
    expect(loadStudy(settings, study({ main: noMembers })).response).toEqual({
      selected: 6,
      consented: 5,
      refused: 1,
      brokenOff: 2,
      interviewed: 3,
    });
  });

  it("reads the same from labels as from names", () => {
    const labelled = [
      ["¿Acepta?", "Agua", "Causas", "Cuartos", "Comentario", "UPM", "w", "_index"],
      ["Sí", "Pipa", "Temor Delito", "3", "dusty", "01", 10, 1],
      ["Sí", "Tubería", null, -999, null, "01", 20, 2],
      ["No", null, null, null, null, "02", 30, 3],
      ["Sí", "Pipa", "No sabe", 98, null, "02", 40.5, 4],
    ];
    const other = loadStudy(settings, study({ main: labelled })).tables.get("household")!;
    expect(column(other, "causes")).toEqual(column(household, "causes"));
    expect(column(other, "water")).toEqual(column(household, "water"));
  });

  it("reads numbers that are not quite the header's name, and says so", () => {
    const renamed = withCell(households, 0, 6, "Rooms ");
    const { coped } = loadStudy(settings, study({ main: renamed }));
    expect(coped.map(({ code }) => code)).not.toContain("readLoosely");
    const loose = loadStudy(settings, study({ main: withCell(households, 0, 6, "ROOMS") }));
    expect(loose.coped[0]).toMatchObject({ code: "readLoosely", holes: { name: "rooms", header: "ROOMS" } });
  });

  it("says which choices were guessed to be no answer, and which declared codes stay numbers", () => {
    const { coped } = loadStudy(settings, study());
    expect(coped.map((each) => problemLine(each, "en"))).toEqual(
      [
        "choice \"dnk\" (No sabe / Doesn't know) read as don't know for its code and its label: causes",
        '98 kept as a number in rooms (times: 1), though study.json declares that code in "missing": if it is no answer, name it in the form\'s constraint (. = 98)',
        '98 kept as a number in age (times: 1), though study.json declares that code in "missing": if it is no answer, name it in the form\'s constraint (. = 98)',
      ].map((line) => expect.stringContaining(line)),
    );
  });

  it("takes a negative declared code as no answer where the form has no constraint on the number", () => {
    const dir = study({ members: withCell(members, 2, 0, -999) });
    const age = column(loadStudy(settings, dir).tables.get("person")!, "age");
    expect([...age.missing]).toEqual([0, 3, 0, 0]);
    expect(age.kind === "number" && [...age.values]).toEqual([40, Number.NaN, 98, 30]);
  });
});

describe("loadStudy(settings, folder): response by part of the sample", () => {
  const part = (name: string, kind: "probability" | "nonprobability") => ({
    name,
    label: { es: name },
    where: { UPM: name },
    kind,
  });
  const inParts = (...parts: ReturnType<typeof part>[]): Settings => ({
    ...settings,
    units: { ...settings.units, household: { ...settings.units.household!, design: { weights: "w", parts } } },
  });
  const dir = study();
  const counts = (changed: Settings) =>
    loadStudy(changed, dir).parts.map((each) => [each.part?.name ?? null, ...Object.values(each.response)]);

  it("counts a refusal in the part that its row was drawn for", () => {
    // rows 1 and 2 of the file are in 01; 3, which refused, and 4 in 02: selected, consented, refused, broken off, interviewed
    expect(counts(inParts(part("01", "probability"), part("02", "nonprobability")))).toEqual([
      ["01", 2, 2, 0, 0, 2],
      ["02", 2, 1, 1, 0, 1],
    ]);
  });

  it("has a part for the rows in none", () => {
    expect(counts(inParts(part("02", "nonprobability")))).toEqual([
      ["02", 2, 1, 1, 0, 1],
      [null, 2, 2, 0, 0, 2],
    ]);
  });

  it("counts an interview that was broken off in its part, whatever refused before it", () => {
    const stopped = study({ main: [...households, ["si", null, null, null, null, null, null, null, "02", null, 5]] });
    const { parts, response } = loadStudy(inParts(part("01", "probability"), part("02", "nonprobability")), stopped);
    expect(parts.map((each) => each.response.brokenOff)).toEqual([0, 1]);
    expect(response).toEqual({ selected: 5, consented: 4, refused: 1, brokenOff: 1, interviewed: 3 });
  });

  it("has no parts without several of them", () => {
    expect(counts(settings)).toEqual([]);
  });
});

/** The problems of a study that cannot be loaded, in English, without the folder. */
function problems(dir: string, changed: Settings = settings): string[] {
  try {
    loadStudy(changed, dir);
  } catch (error) {
    if (error instanceof DataError) return error.lines("en").map((line) => line.replaceAll(`${dir}/`, ""));
    throw error;
  }
  return [];
}

const withDesign = (design: Record<string, unknown>): Settings => ({
  ...settings,
  units: { ...settings.units, household: { ...settings.units.household!, design: { weights: "w", ...design } } },
});

describe("loadStudy refuses, all problems at once,", () => {
  it("files that are missing, empty, or no workbook", () => {
    expect(problems(folder())).toEqual(["missing file: form.xlsx", "missing file: data.xlsx"]);
    const dir = study();
    writeFileSync(join(dir, "data.xlsx"), "id;name\n1;x\n");
    writeFileSync(join(dir, "form.xlsx"), "");
    expect(problems(dir)).toEqual(["empty file: form.xlsx", "not a workbook: data.xlsx (an .xlsx file is expected)"]);
  });

  it("a sheet that is not there, with the nearest", () => {
    const units = { ...settings.units, person: { ...settings.units.person!, sheet: "member" } };
    expect(problems(study(), { ...settings, units })).toEqual([
      'unknown sheet: "member" (did you mean "members"?) → data.xlsx',
    ]);
  });

  it("an empty sheet, and one where nobody consented", () => {
    expect(problems(study({ main: households.slice(0, 1), members: members.slice(0, 1) }))).toEqual([
      'no rows of data → data.xlsx, sheet "main"',
    ]);
    expect(problems(study({ main: [households[0]!, households[3]!], members: members.slice(0, 1) }))).toEqual([
      'no record with consent (1 rows): check "consent" in study.json → data.xlsx',
    ]);
  });

  it("a survey that a single household is left of", () => {
    const refusal = households[3]!;
    expect(problems(study({ main: [...households.slice(0, 2), refusal], members: members.slice(0, 3) }))).toEqual([
      "a single household is left to analyse (rows: 2; without consent: 1; broken off: 0): at least 2 are needed → data.xlsx",
    ]);
  });

  it("a survey without households in one line, whatever its other sheets hold", () => {
    expect(problems(study({ main: households.slice(0, 1) }))).toEqual(['no rows of data → data.xlsx, sheet "main"']);
  });

  it("many rows of no household by the first five, and as many households with one identifier", () => {
    const lost = Array.from({ length: 40 }, (_, row) => [20, "si", 1, row + 9, "main", 900 + row]);
    const same = Array.from({ length: 20 }, () => households[1]!);
    const lines = problems(study({ main: [...households, ...same], members: [...members, ...lost] }));
    const kinds = lines.map((line) => line.slice(0, 24));
    expect(kinds.filter((kind) => kind.startsWith("duplicate identifier"))).toHaveLength(5);
    expect(kinds.filter((kind) => kind.startsWith("orphan row"))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith("…"))).toEqual([
      '… and 15 more like these in _index → data.xlsx, sheet "main"',
      '… and 35 more like these in _parent_index → data.xlsx, sheet "members"',
    ]);
  });

  it("columns of the design that are not there", () => {
    expect(problems(study(), withDesign({ weights: "weight", clusters: ["UPN"], strata: ["EST"] }))).toEqual([
      'unknown column: "EST" → study.json, at units.household.design.strata',
      'unknown column: "UPN" (did you mean "UPM"?) → study.json, at units.household.design.clusters',
      'unknown column: "weight" → study.json, at units.household.design.weights',
    ]);
  });

  it("weights that are negative, missing or text, each with its cell", () => {
    const bad = [[1, -10] as const, [2, null] as const, [4, "many"] as const];
    const rows = bad.reduce((all, [row, cell]) => withCell(all, row, 9, cell), households);
    expect(problems(study({ main: rows }))).toEqual([
      'invalid weight: -10 ("w") → data.xlsx, sheet "main", cell J2',
      'missing weight: "w" → data.xlsx, sheet "main", cell J3',
      'invalid weight: "many" is not a number ("w") → data.xlsx, sheet "main", cell J5',
    ]);
  });

  it("weights that are zero everywhere", () => {
    const rows = [1, 2, 3, 4].reduce((all, row) => withCell(all, row, 9, 0), households);
    expect(problems(study({ main: rows }))).toEqual(['every weight of "w" is zero → data.xlsx, sheet "main"']);
  });

  it("answers that cannot be: a text for a number, a choice that is none, columns that disagree", () => {
    const rows = withCell(withCell(withCell(households, 1, 6, "three"), 2, 1, "pip"), 1, 4, 0);
    expect(problems(study({ main: rows }))).toEqual([
      'unknown choice: "pip" for water (did you mean "pipe"?) → data.xlsx, sheet "main", cell B3',
      'the columns of causes disagree: choice "crime" against "fear crime" → data.xlsx, sheet "main", cell E2',
      'invalid number: "three" for rooms → data.xlsx, sheet "main", cell G2',
    ]);
  });

  it("a form that does not fit the data, naming what is missing both ways", () => {
    const rows = [
      ["consent", "watter", "roms", "UPM", "w", "_index"],
      ["si", "pipe", 3, "01", 10, 1],
    ];
    expect(problems(study({ main: rows, members: members.slice(0, 2) }))).toEqual([
      'the questionnaire does not fit the data: 3 of 4 questions have no column → data.xlsx, sheet "main"',
      'question without a column in the data: "water" (perhaps "watter"?) → data.xlsx, sheet "main"',
      'question without a column in the data: "causes" → data.xlsx, sheet "main"',
      'question without a column in the data: "rooms" (perhaps "roms"?) → data.xlsx, sheet "main"',
      'column without a question in the form: "watter" (perhaps "water"?) → data.xlsx, sheet "main"',
      'column without a question in the form: "roms" (perhaps "rooms"?) → data.xlsx, sheet "main"',
      'column without a question in the form: "UPM" → data.xlsx, sheet "main"',
      'column without a question in the form: "w" → data.xlsx, sheet "main"',
    ]);
  });

  it("an index that stands twice, and persons of no household", () => {
    const main = withCell(households, 2, 10, 1);
    expect(problems(study({ main }))).toEqual([
      'duplicate identifier: 1 in "_index" (also in cell K2) → data.xlsx, sheet "main", cell K3',
      'orphan row: _parent_index "2" is not in sheet "main" → data.xlsx, sheet "members", cell F4',
    ]);
  });

  it("a question of consent that is not there, and a unit inside the wrong sheet", () => {
    const consent = { question: "consents", yes: ["si"] };
    expect(problems(study(), { ...settings, consent })).toEqual([
      'unknown column: "consents" (did you mean "consent"?) → study.json, at consent.question',
    ]);
    const wrong = withCell(members, 1, 4, "members");
    expect(problems(study({ members: wrong }))).toEqual([
      'unit "person" is inside sheet "members", not "main": correct "of" in study.json → data.xlsx, sheet "members"',
    ]);
  });

  it("a questionnaire that is none", () => {
    const dir = study();
    workbook(join(dir, "form.xlsx"), { Hoja1: [["a"], [1]] });
    expect(problems(dir)).toEqual([
      'missing sheet: "survey", which every XLSForm has (there are: "Hoja1") → form.xlsx',
    ]);
    expect(
      problems(
        study(
          {},
          {
            ...form,
            survey: [
              ["tipo", "nombre"],
              ["text", "a"],
            ],
          },
        ),
      ),
    ).toEqual([
      'missing column: "type" → form.xlsx, sheet "survey"',
      'missing column: "name" → form.xlsx, sheet "survey"',
    ]);
  });
});
