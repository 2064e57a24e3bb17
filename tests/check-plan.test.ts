import { describe, expect, it } from "vitest";
import { problemLine } from "../src/errors.js";
import { type Column, MISSING } from "../src/load/table.js";
import { planProblems } from "../src/plan/check-plan.js";
import type { Indicator } from "../src/plan/indicator.js";
import type { Settings } from "../src/study/settings.js";
import { settings as base } from "./load-fixture.js";
import { tableOf, withColumn } from "./table-fixture.js";

const causes: Column = {
  kind: "multiple",
  name: "causas",
  label: { es: "Causas" },
  missing: new Uint8Array(3).fill(MISSING.answered),
  chosen: [Uint8Array.of(1, 0, 1)],
  levels: [{ value: "temor", label: { es: "Temor" } }],
};
const asker: Column = {
  kind: "code",
  name: "encuestador",
  label: { es: "Quién preguntó" },
  missing: new Uint8Array(3),
  codes: Int32Array.of(0, 1, 0),
  levels: ["E01", "E02"].map((value) => ({ value, label: { es: value } })),
  identifying: true,
};
const sex: Column = {
  kind: "code",
  name: "sexo",
  label: { es: "Sexo" },
  missing: new Uint8Array(3),
  codes: Int32Array.of(1, 0, 1),
  levels: ["h", "m"].map((value) => ({ value, label: { es: value } })),
  choices: true,
};
const cells = { grupo: ["con", "sin", "con"], tamano: [3, 4, 5], ingreso: [10, 20, 30] };
const households = [causes, asker, sex].reduce(withColumn, tableOf(cells));
const tables = new Map([
  ["household", households],
  ["person", tableOf({ edad: [1, 2, 3] }, { unit: "person" })],
]);
const part = { label: { es: "—" }, where: {} };
const design = {
  weights: "w",
  parts: [
    { ...part, name: "vivienda", kind: "probability" as const },
    { ...part, name: "albergue", kind: "nonprobability" as const },
  ],
};
const settings: Settings = { ...base, units: { ...base.units, household: { ...base.units.household!, design } } };

function indicator(fields: Partial<Indicator>): Indicator {
  return {
    id: "i",
    chapter: "01",
    title: { es: "—" },
    kind: "mean",
    unit: "household",
    question: "tamano",
    denominator: null,
    level: null,
    compare: null,
    by: [[]],
    population: null,
    part: null,
    universe: null,
    sensitive: false,
    row: 2,
    cells: {
      question: "C2",
      kind: "D2",
      by: "E2",
      unit: "H2",
      level: "I2",
      denominator: "J2",
      compare: "K2",
      population: "L2",
      part: "M2",
    },
    ...fields,
  };
}

/** The problems of one row, each as its message and its cell. */
function problems(fields: Partial<Indicator>): readonly string[] {
  return planProblems([indicator(fields)], tables, settings).map((problem) =>
    problemLine(problem, "en").replace('plan.xlsx, sheet "plan", cell ', ""),
  );
}

describe("planProblems(plan, tables, settings)", () => {
  it.each<[string, Partial<Indicator>]>([
    ["a mean of numbers", {}],
    ["a share of each answer", { kind: "share", question: "sexo", by: [[], ["grupo"], ["grupo", "sexo"]] }],
    ["a share of one answer", { kind: "share", question: "sexo", level: "m" }],
    ["a share of a number", { kind: "share", question: "tamano", level: "3" }],
    ["several answers", { kind: "multiple", question: "causas", level: "temor" }],
    ["a ratio", { kind: "ratio", question: "ingreso", denominator: "tamano" }],
    ["a difference of means", { kind: "difference", compare: { column: "grupo", a: "sin", b: "con" } }],
    [
      "a difference of shares",
      { kind: "difference", question: "sexo", level: "m", compare: { column: "grupo", a: "sin", b: "con" } },
    ],
    ["a population", { population: `\${grupo} = 'con' and \${tamano} > 2` }],
    ["a part", { part: "albergue" }],
    ["another unit", { unit: "person", question: "edad" }],
  ])("finds nothing wrong with %s", (_, fields) => {
    expect(problems(fields)).toEqual([]);
  });

  it.each<[string, Partial<Indicator>, string[]]>([
    ["a unit", { unit: "persona" }, ['i: unknown unit: "persona" (known: household, person) → H2']],
    ["a question", { question: "tamanyo" }, ['i: unknown column: "tamanyo" (tamano?) → C2']],
    ["a question like no other", { question: "zzzzzzzz" }, ['i: unknown column: "zzzzzzzz" → C2']],
    ["a group", { by: [["grupo"], ["grupo", "sexos"]] }, ['i: unknown column: "sexos" (sexo?) → E2']],
    ["a denominator", { kind: "ratio", denominator: "tamanio" }, ['i: unknown column: "tamanio" (tamano?) → J2']],
    [
      "an answer",
      { kind: "share", question: "sexo", level: "mujer" },
      ['i: "mujer" is not a value of sexo (known: h, m) → I2'],
    ],
    [
      "a side of a comparison, and its column",
      { kind: "difference", compare: { column: "grupo", a: "sin", b: "conn" } },
      ['i: "conn" is not a value of grupo (known: con, sin) → K2'],
    ],
    [
      "a column of a comparison",
      { kind: "difference", compare: { column: "grpo", a: "sin", b: "con" } },
      ['i: unknown column: "grpo" (grupo?) → K2'],
    ],
    [
      "a part: that of the probability sample is no part of its own",
      { part: "vivienda" },
      ['i: unknown part of the sample: "vivienda" (non-probability parts: albergue) → M2'],
    ],
  ])("names what is not there, with its cell: %s", (_, fields, expected) => {
    expect(problems(fields)).toEqual(expected);
  });

  it.each<[string, Partial<Indicator>, string]>([
    ["a mean of answers", { question: "sexo" }, "D2"],
    ["a total of several answers", { kind: "total", question: "causas" }, "D2"],
    ["a share of several answers", { kind: "share", question: "causas" }, "D2"],
    ["a share of every value of a column without a list of choices", { kind: "share", question: "grupo" }, "D2"],
    ["several answers of a number", { kind: "multiple", question: "tamano" }, "D2"],
    [
      "a difference of answers without a level",
      { kind: "difference", question: "sexo", compare: { column: "grupo", a: "sin", b: "con" } },
      "D2",
    ],
    ["a ratio to answers", { kind: "ratio", denominator: "sexo" }, "J2"],
  ])("refuses a column of the wrong type: %s", (_, fields, cell) => {
    expect(problems(fields)).toEqual([
      expect.stringMatching(new RegExp(`does not fit an indicator of kind .* → ${cell}$`)),
    ]);
  });

  it.each<[string, Partial<Indicator>, string]>([
    ["as the question", { kind: "share", question: "encuestador" }, "C2"],
    ["as a group", { by: [["grupo", "encuestador"]] }, "E2"],
    ["as sides of a comparison", { kind: "difference", compare: { column: "encuestador", a: "E01", b: "E02" } }, "K2"],
    ["in the condition, which is printed", { population: `\${encuestador} = 'E01'` }, "L2"],
  ])("refuses a column that identifies people or places: %s", (_, fields, cell) => {
    expect(problems(fields)).toEqual([
      `i: "encuestador" identifies people or places and cannot be published → ${cell}`,
    ]);
  });

  it("places what is wrong with a condition in its cell", () => {
    expect(problems({ population: `\${grupo} = ` })).toEqual([expect.stringMatching(/→ L2$/)]);
    expect(problems({ population: `\${gurpo} = 'con' or \${sex} = 'm'` })).toEqual([
      'unknown column: "gurpo" (did you mean "grupo"?) → L2',
      'unknown column: "sex" (did you mean "sexo"?) → L2',
    ]);
  });

  it("names all problems of all rows at once, in their order, and the row where the sheet has no such column", () => {
    const found = planProblems(
      [indicator({ question: "a1", by: [["b1"]] }), indicator({ id: "j", question: "c1", row: 3, cells: {} })],
      tables,
      settings,
    );
    expect(found.map((problem) => problemLine(problem, "es"))).toEqual([
      'i: columna desconocida: «a1» → plan.xlsx, hoja "plan", celda C2',
      'i: columna desconocida: «b1» → plan.xlsx, hoja "plan", celda E2',
      'j: columna desconocida: «c1» → plan.xlsx, hoja "plan", columna "question", fila 3',
    ]);
  });
});
