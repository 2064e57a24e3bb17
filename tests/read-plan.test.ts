import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, write } from "xlsx";
import { DataError } from "../src/errors.js";
import type { Cell } from "../src/load/workbook.js";
import { readPlan } from "../src/plan/read-plan.js";
import { folder, type Rows, workbook } from "./load-fixture.js";

// Real workbooks of a few rows; an address such as C2 is where the test wrote it.
const headers = [
  "id",
  "chapter",
  "question",
  "kind",
  "by",
  "title",
  "title_en",
  "unit",
  "level",
  "denominator",
  "compare",
  "population",
  "part",
  "sensitive",
];
type Line = Readonly<Record<string, Cell>>;
const line: Line = { id: "size", chapter: "01", question: "tamano", kind: "mean", by: "total", title: "Personas" };

function rows(lines: readonly Line[], names: readonly string[] = headers): Rows {
  return [names, ...lines.map((cells) => names.map((name) => cells[name] ?? null))];
}

function planFile(sheets: Readonly<Record<string, Rows>>): string {
  return workbook(join(folder(), "plan.xlsx"), sheets);
}

function problems(sheets: Readonly<Record<string, Rows>>, language: "es" | "en" = "en"): readonly string[] {
  try {
    readPlan(planFile(sheets));
  } catch (error) {
    if (error instanceof DataError) return error.lines(language);
    throw error;
  }
  return [];
}

describe("readPlan(path)", () => {
  it("reads a row with every column", () => {
    const full = {
      ...line,
      kind: "difference",
      by: " total ; grupo;grupo + municipio ; ",
      title_en: "Persons",
      unit: "person",
      level: "si",
      compare: "grupo: sin_dfi > con_dfi",
      population: `\${edad} >= 15`,
      part: "albergue",
      sensitive: "Sí",
    };
    expect(readPlan(planFile({ plan: rows([full]) }))).toMatchObject([
      {
        id: "size",
        chapter: "01",
        question: "tamano",
        kind: "difference",
        title: { es: "Personas", en: "Persons" },
        unit: "person",
        by: [[], ["grupo"], ["grupo", "municipio"]],
        level: "si",
        denominator: null,
        compare: { column: "grupo", a: "sin_dfi", b: "con_dfi" },
        population: `\${edad} >= 15`,
        part: "albergue",
        sensitive: true,
        row: 2,
        cells: { id: "A2", question: "C2", sensitive: "N2" },
      },
    ]);
  });

  it("fills in what a short row leaves out: everybody, of households, of the probability sample", () => {
    const [indicator] = readPlan(planFile({ plan: rows([{ ...line, by: null }], headers.slice(0, 6)) }));
    expect(indicator).toMatchObject({ unit: "household", by: [[]], population: null, part: null, sensitive: false });
    expect(indicator!.title).toEqual({ es: "Personas" });
  });

  it("keeps the order of the rows, skips blank ones, and takes other sheets, notes and capital letters for what they are", () => {
    const sheet = rows(
      [{ ...line, Notas: "ver acta" }, {}, { ...line, id: "b", by: "Total; grupo" }],
      ["Notas", ...headers],
    ).map((cells, index) => (index === 0 ? cells.map((cell) => String(cell).toUpperCase()) : cells));
    const plan = readPlan(planFile({ leeme: [["lea"]], PLAN: sheet }));
    expect(plan.map(({ id, row, by }) => [id, row, by])).toEqual([
      ["size", 2, [[]]],
      ["b", 4, [[], ["grupo"]]],
    ]);
  });

  it("takes a number in a text column for its text", () => {
    expect(readPlan(planFile({ plan: rows([{ ...line, chapter: 3, level: 1 }]) }))).toMatchObject([
      { chapter: "3", level: "1" },
    ]);
  });
});

describe("readPlan(path), refused", () => {
  it("a file that is not there, or no workbook", () => {
    const file = planFile({ plan: rows([line]) });
    rmSync(file);
    expect(() => readPlan(file)).toThrow(DataError);
    writeFileSync(file, "id,kind\n");
    expect(() => readPlan(file)).toThrow(/plan\.xlsx/);
  });

  it("a workbook without the sheet, naming those it has", () => {
    expect(problems({ hoja1: rows([line]), leeme: [["a"]] })).toEqual([
      'missing sheet "plan" of the analysis plan (sheets: hoja1, leeme) → plan.xlsx',
    ]);
  });

  it.each([
    ["no cell", [] as Rows],
    ["only headers", rows([])],
    ["only blank rows", rows([{}, { title: "  " }])],
  ])("a sheet with %s", (_, plan) => {
    expect(problems({ plan })).toEqual([
      'the plan has no indicators; write one a row below the headers → plan.xlsx, sheet "plan"',
    ]);
  });

  it("headers that are missing or renamed, with what is nearest", () => {
    const renamed = headers.map((name) => ({ question: "questions", kind: "tipo" })[name] ?? name);
    expect(problems({ plan: rows([line], renamed) })).toEqual([
      'missing column "question" of the plan (questions?) → plan.xlsx, sheet "plan"',
      'missing column "kind" of the plan → plan.xlsx, sheet "plan"',
    ]);
  });

  it("an optional header that is misspelt, which would quietly speak of everybody", () => {
    const renamed = headers.map((name) => (name === "population" ? "populaton" : name));
    expect(problems({ plan: rows([line], renamed) })).toEqual([
      'unknown column of the plan: "populaton" (population?); correct it, or rename the column if it is a note → plan.xlsx, sheet "plan", cell L1',
    ]);
    expect(problems({ plan: rows([line], renamed) }, "es")[0]).toMatch(/^columna desconocida del plan: «populaton»/);
  });

  it("a header that stands twice", () => {
    expect(problems({ plan: rows([line], [...headers, "by"]) })).toEqual([
      'duplicate column: "by" (E1, O1) → plan.xlsx, sheet "plan"',
    ]);
  });

  it("everything that is wrong in the rows at once, each with its cell", () => {
    const bad: readonly Line[] = [
      { ...line, title: null, kind: "average" },
      { ...line, id: "b", kind: "difference" },
      { ...line, id: "c", kind: "ratio" },
      { ...line, id: "d", sensitive: "maybe" },
      { ...line, id: "e", kind: "difference", compare: "grupo sin > con" },
      { ...line, id: "d" },
      { kind: "mean" },
    ];
    expect(problems({ plan: rows(bad) })).toEqual([
      'missing value of "title" → plan.xlsx, sheet "plan", cell F2',
      'unknown kind: "average" (known: share, multiple, mean, total, ratio, difference) → plan.xlsx, sheet "plan", cell D2',
      'invalid comparison: ""; write "column: a > b", the estimate is b minus a → plan.xlsx, sheet "plan", cell K3',
      'missing value of "denominator" → plan.xlsx, sheet "plan", cell J4',
      'invalid value: "maybe"; write yes or no → plan.xlsx, sheet "plan", cell N5',
      'invalid comparison: "grupo sin > con"; write "column: a > b", the estimate is b minus a → plan.xlsx, sheet "plan", cell K6',
      'duplicate id: "d", already in row 5 → plan.xlsx, sheet "plan", cell A7',
      'missing value of "id" → plan.xlsx, sheet "plan", cell A8',
      'missing value of "chapter" → plan.xlsx, sheet "plan", cell B8',
      'missing value of "question" → plan.xlsx, sheet "plan", cell C8',
      'missing value of "title" → plan.xlsx, sheet "plan", cell F8',
    ]);
  });

  it("a comparison where the column for it is missing altogether: the row, and no other column's cell", () => {
    expect(problems({ plan: rows([{ ...line, kind: "difference" }], headers.slice(0, 6)) })).toEqual([
      'invalid comparison: ""; write "column: a > b", the estimate is b minus a → plan.xlsx, sheet "plan", column "compare", row 2',
    ]);
  });

  it("a cell with an error of the spreadsheet, which would be read as blank", () => {
    const file = planFile({ plan: rows([{ ...line, population: "x" }]) });
    const book = read(readFileSync(file));
    book.Sheets.plan!.L2 = { t: "e", v: 23, w: "#REF!" };
    writeFileSync(file, new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    expect(() => readPlan(file)).toThrow(/#REF!.*plan\.xlsx, sheet "plan", cell L2/);
  });

  it("several rows without an id are not duplicates of one another", () => {
    const nameless = { ...line, id: null };
    expect(problems({ plan: rows([nameless, nameless]) })).toEqual([
      'missing value of "id" → plan.xlsx, sheet "plan", cell A2',
      'missing value of "id" → plan.xlsx, sheet "plan", cell A3',
    ]);
  });
});
