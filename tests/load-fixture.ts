import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "xlsx";
import type { Cell } from "../src/load/workbook.js";
import type { Settings } from "../src/study/settings.js";
import { folder } from "./temporary-folder.js";

export { folder };

/** Rows of a sheet, the first holding the headers. */
export type Rows = readonly (readonly Cell[])[];

/** Writes a workbook with these sheets and gives its path. */
export function workbook(file: string, sheets: Readonly<Record<string, Rows>>): string {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  writeFileSync(
    file,
    new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer),
  );
  return file;
}

/** A small form: consent, a question of each kind, a condition on a condition, persons as a repeat. */
export const form: Readonly<Record<string, Rows>> = {
  survey: [
    ["type", "name", "label::Español (es)", "label::English (en)", "relevant", "required", "constraint"],
    ["select_one si_no", "consent", "¿Acepta?", "Do you agree?", null, "yes", null],
    ["begin_group", "interview", null, null, `\${consent} = 'si'`, null, null],
    ["select_one water", "water", "Agua", "Water", null, "yes", null],
    ["select_multiple causes", "causes", "Causas", "Causes", `\${water} = 'truck'`, null, null],
    ["integer", "rooms", "Cuartos", "Rooms", null, "yes", ". > 0 or . = -999"],
    ["text", "comment", "Comentario", "Comment", null, null, null],
    ["begin_repeat", "members", "Integrantes", "Members", null, null, null],
    ["integer", "age", "Edad", "Age", null, null, null],
    ["select_one si_no", "works", "¿Trabaja?", "Works?", `\${age} >= 15 and \${water} != 'none'`, null, null],
    ["end_repeat", null, null, null, null, null, null],
    ["end_group", null, null, null, null, null, null],
  ],
  choices: [
    ["list_name", "name", "label::Español (es)", "label::English (en)"],
    ["si_no", "si", "Sí", "Yes"],
    ["si_no", "no", "No", "No"],
    ["si_no", "98", "No sabe", "Doesn't know"],
    ["water", "pipe", "Tubería", "Pipe"],
    ["water", "truck", "Pipa", "Truck"],
    ["water", "none", "Ninguna", "None"],
    ["water", "99", "Prefiere no responder", "Prefers not to answer"],
    ["causes", "fear", "Temor", "Fear"],
    ["causes", "crime", "Delito", "Crime"],
    ["causes", "dnk", "No sabe", "Doesn't know"],
  ],
};

/** Four records: an interview, one with gaps, a refusal, an interview with don't know. */
export const households: Rows = [
  [
    "consent",
    "interview/water",
    "interview/causes",
    "interview/causes/fear",
    "interview/causes/crime",
    "interview/causes/dnk",
    "interview/rooms",
    "interview/comment",
    "UPM",
    "w",
    "_index",
  ],
  ["si", "truck", "fear crime", 1, 1, 0, "3", "dusty", "01", 10, 1],
  ["si", "pipe", null, null, null, null, -999, null, "01", 20, 2],
  ["no", null, null, null, null, null, null, null, "02", 30, 3],
  ["si", "truck", "dnk", 0, 0, 1, 98, null, "02", 40.5, 4],
];
export const members: Rows = [
  ["age", "works", "factor", "_index", "_parent_table_name", "_parent_index"],
  [40, "si", 1, 1, "main", 1],
  [7, null, 2, 2, "main", 1],
  [98, null, 1, 3, "main", 2],
  [30, "98", 3, 4, "main", 4],
];

const texts = { es: "—" };

/** The settings of that study. */
export const settings: Settings = {
  title: texts,
  subtitle: texts,
  synthetic: true,
  status: "preliminar",
  languages: ["es", "en"],
  dates: { reference: "2022", collection: ["2022-01-01", "2022-01-02"], analysis: "2022-02-01" },
  source: texts,
  contact: texts,
  files: { questionnaire: "form.xlsx", survey: "data.xlsx", plan: "plan.xlsx" },
  folders: { notebooks: "notebooks", outputs: "outputs", confidential: "confidential", workshop: "workshop" },
  consent: { question: "consent", yes: ["si"] },
  missing: { dontKnow: ["98", "-999"], refused: ["99"] },
  units: {
    household: { label: texts, universe: texts, design: { weights: "w", clusters: ["UPM"] } },
    person: { label: texts, universe: texts, sheet: "members", of: "household", factor: "factor" },
  },
  derive: [],
  groups: null,
  policy: { precision: "inegi", confidence: 0.9 },
  disclosure: { minHouseholds: 10, sensitive: [], opened: [] },
  notes: null,
  pending: [],
};

/** Writes the small study, with sheets of the data replaced; gives its folder. */
export function study(
  data: Readonly<Record<string, Rows>> = {},
  questionnaire: Readonly<Record<string, Rows>> = form,
): string {
  const dir = folder();
  workbook(join(dir, "form.xlsx"), questionnaire);
  workbook(join(dir, "data.xlsx"), { main: households, members, ...data });
  return dir;
}

/** The rows with one cell changed, rows and columns counted from 0. */
export function withCell(rows: Rows, row: number, column: number, cell: Cell): Rows {
  return rows.map((cells, at) => (at === row ? cells.map((old, index) => (index === column ? cell : old)) : cells));
}
