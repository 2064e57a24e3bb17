import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { read, utils } from "xlsx";
import { writeFiles } from "../data-samples/chihuahua/generator/files.js";
import { questions } from "../data-samples/chihuahua/generator/form.js";
import { type Population, population } from "../data-samples/chihuahua/generator/population.js";
import { drawSample } from "../data-samples/chihuahua/generator/sample.js";
import { seeds } from "../data-samples/chihuahua/generator/seeds.js";
import { sampleFigures, truth } from "../data-samples/chihuahua/generator/truth.js";
import { variablesOf } from "../src/load/expression.js";
import { readPlan } from "../src/plan/read-plan.js";
import { readSettings } from "../src/study/read-settings.js";

const study = fileURLToPath(new URL("../data-samples/chihuahua/", import.meta.url));
const people: Population = population(seeds.population);
const fresh: string = mkdtempSync(join(tmpdir(), "perfil-sample-"));
afterAll(() => rmSync(fresh, { recursive: true }));

type Row = Readonly<Record<string, string | number | undefined>>;
const book = read(readFileSync(join(study, "survey.xlsx")));
const sheet = (name: string): Row[] => utils.sheet_to_json<Row>(book.Sheets[name]!);
const main = sheet("main");
const persons = sheet("personas");
const events = sheet("eventos");
const drawn = main.filter((row) => row.tipo_muestra === "vivienda");
const answered = drawn.filter((row) => row.FACTOR !== undefined);
const displaced = answered.filter((row) => row["desplazamiento/dfi_hogar"] === "si");

/** How many rows there are of each value of a column. */
function counts(rows: readonly Row[], column: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of rows) found[String(row[column])] = (found[String(row[column])] ?? 0) + 1;
  return found;
}

describe("writeFiles(folder)", () => {
  it("gives the committed files byte for byte, on whatever day", () => {
    vi.useFakeTimers({ now: new Date("2031-02-03T04:05:06Z") });
    writeFiles(fresh);
    vi.useRealTimers();
    for (const name of ["questionnaire.xlsx", "survey.xlsx", "plan.xlsx"])
      expect(readFileSync(join(fresh, name)).equals(readFileSync(join(study, name))), name).toBe(true);
  });
});

describe("survey.xlsx", () => {
  it("holds 1,500 households of 1,568 drawn: 66 refused, two broke off", () => {
    expect(drawn.length).toBe(1568);
    expect(answered.length).toBe(1500);
    expect(drawn.filter((row) => row.consentimiento === "no").length).toBe(66);
    const broken = drawn.filter((row) => row.consentimiento === "si" && row.FACTOR === undefined);
    expect(broken.length).toBe(2);
    for (const row of broken) expect(row["desplazamiento/dfi_hogar"]).toBeUndefined();
  });

  it("holds 120 households with displacement, 62 of them with an indigenous reference person", () => {
    const wanted = { juarez: 38, chihuahua: 35, parral: 26, guadalupe_calvo: 21 };
    expect(counts(displaced, "municipio")).toEqual(wanted);
    const heads = new Map(
      persons
        .filter((row) => row["personas/parentesco"] === "referencia")
        .map((row) => [row._parent_index, row["personas/autoadscripcion"]]),
    );
    expect(displaced.filter((row) => heads.get(row._index) === "si").length).toBe(62);
  });

  it("has 65 households in shelters, none with a weight, a stratum or a primary unit", () => {
    const shelters = main.filter((row) => row.tipo_muestra === "albergue");
    expect(counts(shelters, "consentimiento")).toEqual({ si: 65, no: 3 });
    for (const row of shelters)
      for (const column of ["FACTOR", "EST_DIS", "UPM_DIS"]) expect(row[column]).toBeUndefined();
  });

  it("has at least two primary units with answers in each of nine strata, 128 in all", () => {
    const units = new Map<string, Set<string>>();
    for (const row of answered) {
      // codes are texts: as numbers they would lose their zeros
      expect(row.EST_DIS).toMatch(/^00[1-9]$/);
      expect(row.UPM_DIS).toMatch(/^00\d\d$/);
      const stratum = String(row.EST_DIS);
      units.set(stratum, (units.get(stratum) ?? new Set()).add(String(row.UPM_DIS)));
    }
    expect(units.size).toBe(9);
    for (const set of units.values()) expect(set.size).toBeGreaterThanOrEqual(2);
    expect([...units.values()].reduce((sum, set) => sum + set.size, 0)).toBe(128);
  });

  it("links every person and event to one household, and gives each household that answered one reference person", () => {
    const index = main.map((row) => row._index);
    expect(new Set(index).size).toBe(main.length);
    for (const rows of [persons, events])
      for (const row of rows) {
        expect(row._parent_table_name).toBe("main");
        expect(main[Number(row._parent_index) - 1]!._uuid).toBe(row._submission__uuid);
      }
    const heads = persons.filter((row) => row["personas/parentesco"] === "referencia");
    expect(new Set(heads.map((row) => row._parent_index)).size).toBe(heads.length);
    expect(heads.length).toBe(1500 + 65);
    const withEvents = new Set(events.map((row) => row._parent_index));
    expect(withEvents.size).toBe(120 + 65);
  });

  it("leaves everything after consent blank where it was refused", () => {
    const later = questions.filter(({ sheet: where }) => where === "main").slice(9);
    expect(later[0]!.path).toBe("vivienda/tenencia");
    for (const row of main.filter(({ consentimiento }) => consentimiento === "no"))
      for (const { path } of later) expect(row[path]).toBeUndefined();
  });

  it("has the causes twice and alike, and blank in both where they were not asked", () => {
    const causes = questions.find(({ name }) => name === "causas")!;
    for (const row of main) {
      const asked = row["desplazamiento/dfi_hogar"] === "si";
      const named = String(row[causes.path] ?? "").split(" ");
      expect(row[causes.path] !== undefined).toBe(asked);
      for (const choice of causes.several!)
        expect(row[`${causes.path}/${choice}`]).toBe(asked ? Number(named.includes(choice)) : undefined);
    }
  });

  it("has some numbers as texts", () => {
    const incomes = main.map((row) => row["bienestar/ingreso_mensual"]);
    expect(incomes.filter((value) => typeof value === "string").length).toBeGreaterThan(100);
    expect(incomes.filter((value) => typeof value === "number").length).toBeGreaterThan(1000);
    expect(persons.some((row) => typeof row["personas/edad"] === "string")).toBe(true);
  });

  it("says in its title and on a sheet that the data are invented, as the other workbooks do", () => {
    for (const name of ["survey.xlsx", "questionnaire.xlsx", "plan.xlsx"]) {
      const file = read(readFileSync(join(study, name)));
      expect(file.Props?.Title).toContain("DATOS SINTÉTICOS – DEMOSTRACIÓN");
      expect(file.Sheets[file.SheetNames.at(-1)!]!.A1.v).toBe("DATOS SINTÉTICOS – DEMOSTRACIÓN");
    }
  });
});

describe("population(seed)", () => {
  const facts = truth(people);

  // the shares that the generator's probabilities were set to; 0.02 is what chance leaves open among 1,900 households
  it.each([
    ["womanHeadedDisplaced", 0.4],
    ["womanHeadedOthers", 0.31],
    ["before2008", 0.1],
    ["from2008", 0.26],
    ["from2017", 0.38],
    ["from2021", 0.26],
    ["crime", 0.66],
    ["fear", 0.58],
    ["again", 0.48],
    ["owned", 0.61],
    ["homeLost", 0.58],
    ["informalOthers", 0.35],
    ["informalDisplaced", 0.35],
    ["informalIndigenousDisplaced", 0.72],
  ])("has %s near %d", (name, share) => {
    expect(Math.abs(facts[name]! - share)).toBeLessThan(0.02);
  });

  it("has 80,150 households and about 280,000 persons", () => {
    expect(facts.households).toBe(80_150);
    expect(people.strata.reduce((sum, stratum) => sum + stratum.households, 0)).toBe(80_150);
    const counted = people.households.reduce((sum, household) => sum + household.persons.length, 0);
    expect(people.persons.reduce((sum, count) => sum + count, 0)).toBe(counted);
    expect(Math.abs(counted - 280_000)).toBeLessThan(1000);
  });

  it("differs where it should, by as much as it should, and in household size not", () => {
    expect(Math.abs(facts.foodDisplaced! - facts.foodOthers! - 0.14)).toBeLessThan(0.01);
    expect(facts.againIndigenous! - facts.againOthers!).toBeGreaterThan(0.15);
    expect(facts.crowdedDisplaced! - facts.crowdedOthers!).toBeGreaterThan(0.07);
    expect(facts.unsafeDisplaced! - facts.unsafeOthers!).toBeGreaterThan(0.1);
    expect(Math.abs(facts.sizeDisplaced! - facts.sizeOthers!)).toBeLessThan(0.05);
  });
});

describe("drawSample(population, seed)", () => {
  it("gives the same sample for the same seed, and another for another", () => {
    const ids = (seed: number): readonly number[] => drawSample(people, seed).interviews.map((one) => one.household);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
  });

  it("takes no household twice", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const ids = drawSample(people, seed).interviews.map(({ household }) => household);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("is right on average: over 200 samples, weighted totals are near those of the population", () => {
    const totals = { households: 0, rooms: 0, displaced: 0 };
    for (let seed = 1; seed <= 200; seed++)
      for (const { household, weight } of drawSample(people, seed).interviews) {
        if (weight === null) continue;
        const { living, displacement } = people.households[household]!;
        totals.households += weight / 200;
        totals.rooms += (weight * living.cuartos) / 200;
        if (displacement !== null) totals.displaced += weight / 200;
      }
    const rooms = people.households.reduce((sum, { living }) => sum + living.cuartos, 0);
    const moved = people.households.filter(({ displacement }) => displacement !== null).length;
    expect(Math.abs(totals.households / 80_150 - 1)).toBeLessThan(0.01);
    expect(Math.abs(totals.rooms / rooms - 1)).toBeLessThan(0.01);
    // one sample's total has a standard error of 10 %, the mean of 200 one of 0.7 %: three of them
    expect(Math.abs(totals.displaced / moved - 1)).toBeLessThan(0.021);
  });

  it("is the sample of the committed file", () => {
    const figures = sampleFigures(people, seeds.sample);
    const weights = answered.map((row) => Number(row.FACTOR));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(figures.households!, 6);
  });
});

describe("study.json and plan.xlsx", () => {
  const settings = readSettings(study);
  const plan = readPlan(join(study, "plan.xlsx"));
  const known = new Set([
    ...questions.map(({ name }) => name),
    ...settings.derive.map(({ name }) => name),
    ...["EST_DIS", "UPM_DIS", "FACTOR", "FACTOR_PER"],
  ]);

  it("are valid and name only what the questionnaire, the design or a derived column has", () => {
    const { household, person } = settings.units;
    const used = [
      settings.consent!.question,
      settings.groups!.column,
      household!.design!.weights!,
      ...household!.design!.strata!,
      ...household!.design!.clusters!,
      person!.factor!,
      ...settings.disclosure.sensitive,
      ...plan.flatMap(({ question, by, denominator, compare, population: domain }) => [
        question,
        ...by.flat(),
        ...(denominator === null ? [] : [denominator]),
        ...(compare === null ? [] : [compare.column]),
        ...(domain === null ? [] : variablesOf(domain)),
      ]),
    ];
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it("derive each column only from questions and columns derived before it", () => {
    const before = new Set(questions.map(({ name }) => name));
    for (const { name, levels, number, members } of settings.derive) {
      const texts = [...(levels ?? []).map(({ when }) => when), number, members?.when];
      for (const text of texts)
        if (text !== undefined) for (const used of variablesOf(text)) expect(before).toContain(used);
      before.add(name);
    }
  });

  it('say everything in Spanish and English, and never "desplazados"', () => {
    const text = JSON.stringify([settings, plan]);
    expect(text).not.toMatch(/desplazad[oa]s\b/i);
    for (const { id, title } of plan) expect(Object.keys(title), id).toEqual(["es", "en"]);
  });

  it("plan between 25 and 35 indicators of every kind, two of shelters, one sensitive", () => {
    expect(plan.length).toBe(32);
    expect(new Set(plan.map(({ kind }) => kind)).size).toBe(6);
    expect(plan.filter(({ part }) => part === "albergue").length).toBe(2);
    expect(plan.filter(({ sensitive }) => sensitive).map(({ question }) => question)).toEqual(["actor"]);
  });
});
