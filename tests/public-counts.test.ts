import { describe, expect, it } from "vitest";
import { deriveAll } from "../src/derive/derive-all.js";
import { loadStudy } from "../src/load/answers.js";
import type { StudyData } from "../src/plan/data.js";
import { toDesigns } from "../src/plan/designs.js";
import type { Indicator } from "../src/plan/indicator.js";
import { publicCounts } from "../src/present/public-counts.js";
import type { PartSpec, Settings } from "../src/study/settings.js";
import { settings, study } from "./load-fixture.js";

/** The plan of the small study: a question of its households and one of its persons. */
const plan = [
  { unit: "household", question: "causes" },
  { unit: "person", question: "works" },
].map(
  ({ unit, question }, row): Indicator => ({
    id: question,
    chapter: "01",
    title: { es: question },
    kind: "share",
    unit,
    question,
    denominator: null,
    level: null,
    compare: null,
    by: [[]],
    population: null,
    universe: null,
    part: null,
    sensitive: false,
    row: row + 2,
    cells: {},
  }),
);

const dwellings: PartSpec = {
  name: "dwellings",
  label: { es: "Viviendas", en: "Dwellings" },
  where: { UPM: "01" },
  kind: "probability",
};
const shelters: PartSpec = {
  name: "shelters",
  label: { es: "Albergues", en: "Shelters" },
  where: { UPM: "02" },
  kind: "nonprobability",
};

/** A derived column, which only who consented has a value of. */
const piped = ["yes", "no"].map((value) => ({
  value,
  label: { es: value },
  when: `\${water} ${value === "yes" ? "=" : "!="} 'pipe'`,
}));

/** The four records of the fixture, two in each primary unit; the third refused. */
const dir = study();

function counts(parts?: readonly PartSpec[]): ReturnType<typeof publicCounts> {
  const design = { weights: "w", ...(parts === undefined ? {} : { parts }) };
  const asked: Settings = {
    ...settings,
    units: { ...settings.units, household: { ...settings.units.household!, design } },
    derive: [{ unit: "household", name: "piped", label: { es: "Con tubería" }, levels: piped }],
  };
  const loaded = loadStudy(asked, dir);
  const tables = deriveAll(loaded.tables, asked);
  const data: StudyData = { loaded, tables, designs: toDesigns(asked, tables), plan };
  return publicCounts(data, asked);
}

describe("publicCounts(data, settings), response", () => {
  it("has one pair of columns for a sample in one piece", () => {
    const { columns, cells } = counts().response;
    expect(columns.map(({ en }) => en)).toEqual(["Result of the visit", "Households", "Percentage, unweighted"]);
    expect(cells.map((cell) => [(cell[0] as { en: string }).en, cell[1], (cell[2] as { en: string }).en])).toEqual([
      ["Visited", 4, "100.0%"],
      ["Complete interview", 3, "75.0%"],
      ["No consent", 1, "25.0%"],
      ["Interview broken off", 0, "0.0%"],
    ]);
    expect(counts([dwellings]).response.cells[0]?.[1]).toBe(2);
  });

  it("has a pair for each part, with the part's label, and never adds them", () => {
    const { columns, cells, note } = counts([dwellings, shelters]).response;
    expect(columns.map(({ es }) => es)).toEqual([
      "Resultado de la visita",
      "Viviendas: hogares",
      "Viviendas: porcentaje, sin ponderar",
      "Albergues: hogares",
      "Albergues: porcentaje, sin ponderar",
    ]);
    expect(
      cells.map((cell) => [cell[1], (cell[2] as { en: string }).en, cell[3], (cell[4] as { en: string }).en]),
    ).toEqual([
      [2, "100.0%", 2, "100.0%"],
      [2, "100.0%", 1, "50.0%"],
      [0, "0.0%", 1, "50.0%"],
      [0, "0.0%", 0, "0.0%"],
    ]);
    expect(note).toBeUndefined();
  });

  it("calls the rows in no part the rest, and has no percentage of nothing", () => {
    const empty: PartSpec = { ...dwellings, where: { UPM: "03" } };
    const { columns, cells } = counts([empty, shelters]).response;
    expect(columns[5]).toEqual({ es: "Resto de la muestra: hogares", en: "Rest of the sample: households" });
    expect(cells[0]?.slice(1, 4)).toEqual([0, null, 2]);
  });

  it("counts all together, and says so, where parts go by what a refusal has no value of", () => {
    const { columns, cells, note } = counts([{ ...shelters, where: { piped: "yes" } }]).response;
    expect(columns).toHaveLength(3);
    expect(cells.map((cell) => cell[1])).toEqual([4, 3, 1, 0]);
    expect(note?.en).toMatch(/all parts are counted together/);
  });
});

describe("publicCounts(data, settings), answers", () => {
  it("counts everybody in a sample in one piece: answered, not asked, don't know, refused, no answer", () => {
    const { cells, note } = counts().answers;
    expect(cells.map((cell) => cell.slice(1))).toEqual([
      [1, 1, 1, 0, 0],
      [1, 1, 1, 0, 1],
    ]);
    expect(note?.en).toMatch(/^Unweighted records of the whole sample\./);
  });

  it("leaves a part without known probabilities out, persons too, and says so", () => {
    // in 01: a household that gave causes and one not asked, three persons; in 02 the two don't know
    const { cells, note } = counts([dwellings, shelters]).answers;
    expect(cells.map((cell) => cell.slice(1))).toEqual([
      [1, 1, 0, 0, 0],
      [1, 1, 0, 0, 1],
    ]);
    expect(note?.es).toMatch(/probabilidades conocidas; las demás partes no se cuentan aquí/);
    expect(note?.en).toMatch(/known probabilities; the other parts are not counted here/);
  });
});
