import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { SAMPLE } from "../src/study/find-study.js";
import { readSettings } from "../src/study/read-settings.js";
import { folder } from "./load-fixture.js";

/** The least that a study.json can say. */
const least = {
  title: { es: "Estudio" },
  dates: { reference: "2022", collection: ["2022-03-01", "2022-05-01"], analysis: "2022-08-15" },
  source: { es: "Encuesta" },
  contact: { es: "Equipo" },
  files: { questionnaire: "q.xlsx", survey: "s.xlsx", plan: "p.xlsx" },
  units: {
    household: { label: { es: "Hogares" }, universe: { es: "hogares" }, design: { weights: "w" } },
    person: { label: { es: "Personas" }, universe: { es: "personas" }, of: "household" },
  },
};

function written(content: unknown): string {
  const place = folder();
  writeFileSync(join(place, "study.json"), typeof content === "string" ? content : JSON.stringify(content));
  return place;
}

function problems(content: unknown, language: "es" | "en" = "en"): readonly string[] {
  try {
    readSettings(written(content));
  } catch (error) {
    if (error instanceof DataError) return error.lines(language);
    throw error;
  }
  return [];
}

describe("readSettings(folder)", () => {
  it("fills in what may be left out", () => {
    expect(readSettings(written(least))).toEqual({
      ...least,
      subtitle: { es: "" },
      synthetic: false,
      status: "preliminar",
      languages: ["es", "en"],
      folders: { notebooks: "notebooks", outputs: "outputs", confidential: "confidential", workshop: "workshop" },
      consent: null,
      missing: { dontKnow: [], refused: [] },
      derive: [],
      groups: null,
      policy: { precision: "inegi", confidence: 0.9 },
      disclosure: { minHouseholds: 10, sensitive: [], opened: [] },
      notes: null,
      pending: [],
    });
  });

  it("keeps what is said, key by key: a folder given leaves the others at their defaults", () => {
    const { folders, policy } = readSettings(
      written({ ...least, folders: { outputs: "x" }, policy: { confidence: 0.95 } }),
    );
    expect(folders).toMatchObject({ outputs: "x", notebooks: "notebooks" });
    expect(policy).toEqual({ precision: "inegi", confidence: 0.95 });
  });

  it("reads the sample study as it stands", () => {
    const given = JSON.parse(readFileSync(join(SAMPLE, "study.json"), "utf8")) as object;
    expect(readSettings(SAMPLE)).toMatchObject(given);
  });
});

describe("readSettings(folder), refused", () => {
  it.each([
    ["en", "no study in"],
    ["es", "no hay estudio en"],
  ] as const)("names the folder without study.json and the way out (%s)", (language, text) => {
    const place = folder();
    try {
      readSettings(place);
      expect.unreachable();
    } catch (error) {
      const [line] = (error as DataError).lines(language);
      expect(line).toContain(`${text} ${place}`);
      expect(line).toContain("--study");
    }
  });

  it("says of a folder named study.json that there is no study", () => {
    const place = folder();
    mkdirSync(join(place, "study.json"));
    expect(() => readSettings(place)).toThrow("no study in");
  });

  it("says that a text is not JSON, and where it stops being that", () => {
    expect(problems('{"title": }')[0]).toMatch(/^not valid JSON: .+ → study\.json$/);
    expect(problems("")[0]).toMatch(/^not valid JSON: .+ → study\.json$/);
    expect(problems("{", "es")[0]).toMatch(/^no es JSON válido: .+ → study\.json$/);
  });

  it.each([[[]], [null], ["x"], [3], [true]])("wants an object: %j", (content) => {
    expect(problems(JSON.stringify(content))).toEqual(["value of another type (expected object) → study.json"]);
  });

  it("reads a file that begins with a byte order mark, as Notepad writes it", () => {
    expect(readSettings(written(`\uFEFF${JSON.stringify(least)}`)).title).toEqual({ es: "Estudio" });
  });

  it("names every problem at once, each with its path", () => {
    const content = {
      ...least,
      title: { en: "Study" },
      titel: {},
      dates: { ...least.dates, analysis: "2022-13-45" },
      contact: undefined,
      status: "draft",
      policy: { confidence: 1.2 },
      disclosure: { minHouseholds: 2 },
      units: { household: { ...least.units.household, design: { weights: "w", cluster: ["u"], singletonPsu: "no" } } },
      missing: { dontKnow: 98 },
      files: { ...least.files, plan: "" },
    };
    expect(problems(content).toSorted()).toEqual(
      [
        "empty or incomplete value; at least 1 required → study.json, at files.plan",
        'invalid date: "2022-13-45"; write a day of the calendar as YYYY-MM-DD → study.json, at dates.analysis',
        "invalid value; one of: error, certainty, centre, average → study.json, at units.household.design.singletonPsu",
        "invalid value; one of: preliminar, final → study.json, at status",
        'missing Spanish text ("es"), which is required → study.json, at title',
        "missing value (expected object) → study.json, at contact",
        "number too high; the limit is 1 → study.json, at policy.confidence",
        "number too low; the limit is 3 → study.json, at disclosure.minHouseholds",
        'unknown key: "cluster" (clusters?) → study.json, at units.household.design',
        'unknown key: "titel" (title?) → study.json',
        "value of another type (expected array) → study.json, at missing.dontKnow",
      ].toSorted(),
    );
  });

  it("says the same in Spanish, with nothing of it left in English", () => {
    const content = {
      ...least,
      source: {},
      dates: { ...least.dates, collection: ["2022-02-30", "x"] },
      policy: { confidence: 0 },
    };
    expect(problems(content, "es").toSorted()).toEqual([
      "falta el texto en español («es»), que es obligatorio → study.json, en source",
      "fecha inválida: «2022-02-30»; escriba una fecha del calendario como AAAA-MM-DD → study.json, en dates.collection.0",
      "fecha inválida: «x»; escriba una fecha del calendario como AAAA-MM-DD → study.json, en dates.collection.1",
      "número demasiado bajo; el límite es 0.5 → study.json, en policy.confidence",
    ]);
  });

  it("wants every text in Spanish and languages by their codes", () => {
    expect(problems({ ...least, title: { es: "a", español: "b" } })).toEqual([
      "invalid language key; use the code of the language: es, en → study.json, at title.español",
    ]);
    expect(problems({ ...least, languages: ["en"] })).toEqual([
      'Spanish ("es") is required among the languages → study.json, at languages',
    ]);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "takes %s for the name that it is, and for nothing else",
    (name) => {
      const top = JSON.stringify(least).replace("{", `{"${name}":{"polluted":1},`);
      expect(problems(top)).toEqual([`unknown key: "${name}" → study.json`]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      const inside = { ...least.units.person, of: name };
      expect(problems({ ...least, units: { ...least.units, person: inside } })).toEqual([
        `unknown unit: "${name}" (known: household, person) → study.json, at units.person.of`,
      ]);
      const derived = [{ unit: name, name: "x", label: { es: "x" }, number: "1" }];
      expect(problems({ ...least, derive: derived })).toEqual([
        `unknown unit: "${name}" (known: household, person) → study.json, at derive.0.unit`,
      ]);
    },
  );
});

describe("what study.json says of its units and derived columns", () => {
  const household = least.units.household;
  const person = least.units.person;

  it("wants one sampled unit, and no unit inside itself", () => {
    expect(problems({ ...least, units: { household, other: household } })).toEqual([
      'exactly one unit must have no "of" (the sampled one, such as household): there are 2 → study.json, at units',
    ]);
    expect(problems({ ...least, units: { household, a: { ...person, of: "b" }, b: { ...person, of: "a" } } })).toEqual([
      'the unit "a" is, by its "of", inside itself → study.json, at units.a.of',
      'the unit "b" is, by its "of", inside itself → study.json, at units.b.of',
    ]);
    expect(problems({ ...least, units: {} })).toHaveLength(1);
  });

  it("wants weights, unless every part of the sample is without known probabilities", () => {
    const part = { name: "todos", label: { es: "Todos" }, where: {}, kind: "nonprobability" };
    const open = (design: object) => problems({ ...least, units: { household: { ...household, design } } });
    expect(open({ weights: null })).toEqual([
      expect.stringMatching(/^without weights .*at units\.household\.design\.weights$/),
    ]);
    expect(open({ weights: null, parts: [part] })).toEqual([]);
    expect(open({ weights: null, parts: [part, { ...part, name: "b", kind: "census" }] })).toHaveLength(1);
  });

  it("wants exactly one rule for a derived column", () => {
    const base = { unit: "household", name: "x", label: { es: "x" } };
    const rule = (name: string) => `the derived column "${name}" needs exactly one rule: levels, number or members`;
    const levels = [{ value: "si", label: { es: "Sí" }, when: "1 = 1" }];
    expect(problems({ ...least, derive: [base, { ...base, name: "y", number: "1", levels }] })).toEqual([
      `${rule("x")} → study.json, at derive.0`,
      `${rule("y")} → study.json, at derive.1`,
    ]);
  });

  it("has members in the sampled unit only", () => {
    const derived = (unit: string, of: string) => [
      { unit, name: "x", label: { es: "x" }, members: { unit: of, how: "any", when: "1 = 1" } },
    ];
    expect(problems({ ...least, derive: derived("household", "person") })).toEqual([]);
    for (const [unit, of] of [
      ["person", "household"],
      ["household", "household"],
      ["person", "person"],
    ] as const)
      expect(problems({ ...least, derive: derived(unit, of) })).toEqual([
        expect.stringMatching(/^the derived column "x" uses members: .*at derive\.0$/),
      ]);
  });
});
