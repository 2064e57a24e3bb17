import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { read, utils } from "xlsx";
import { writeNotebook } from "../src/notebook/write-notebook.js";
import { SAMPLE } from "../src/study/find-study.js";
import { type Rows, workbook } from "./load-fixture.js";
import { toCells } from "./notebook-fixture.js";

const project = join(import.meta.dirname, "..");

/** A copy of the sample study, with its notebooks and outputs where its study.json looks for them. */
export interface Copy {
  readonly study: string;
  readonly notebooks: string;
  readonly outputs: string;
}

/** Copies the sample study into a folder of its own, whose name has spaces and accents. */
export function copyOfSample(): Copy {
  const root = mkdtempSync(join(tmpdir(), "perfil análisis ñandú "));
  const study = join(root, "data-samples", "chihuahua");
  const notebooks = join(root, "notebooks");
  cpSync(SAMPLE, study, {
    recursive: true,
    filter: (source) => !["confidential", "generator"].includes(relative(SAMPLE, source)),
  });
  cpSync(join(project, "notebooks"), notebooks, { recursive: true, filter: (name) => !name.includes(".ipynb_check") });
  return { study, notebooks, outputs: join(root, "outputs") };
}

/** Puts one small notebook in place of a study's: what a run of a few seconds needs. */
export function oneNotebook({ notebooks }: Copy, sources: readonly string[], name = "01-prueba.ipynb"): void {
  rmSync(notebooks, { recursive: true, force: true });
  mkdirSync(notebooks, { recursive: true });
  writeNotebook(join(notebooks, name), { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: toCells(sources) });
}

/** A cell that opens the study, and one that shows a table of the plan. */
export const opens =
  'import { finding, mean, openStudy, show, table } from "perfil";\nconst study = await openStudy();';
export const shows = `show(table(study.estimates.of("household_size", { by: ["grupo"] }), {
  id: "size", title: { es: "¿Cuántas personas?", en: "How many persons?" },
}));`;

/** A workbook's sheets as rows, the headers first. */
export function sheetsOf(file: string): Record<string, Rows> {
  const book = read(readFileSync(file));
  return Object.fromEntries(
    book.SheetNames.map((name) => [name, utils.sheet_to_json(book.Sheets[name]!, { header: 1, defval: null }) as Rows]),
  );
}

/** Rewrites a workbook with some of its sheets changed; null takes a sheet out. */
export function edit(file: string, change: (sheets: Record<string, Rows>) => Record<string, Rows | null>): void {
  const sheets = sheetsOf(file);
  const changed = Object.entries({ ...sheets, ...change(sheets) }).filter(([, rows]) => rows !== null);
  workbook(file, Object.fromEntries(changed) as Record<string, Rows>);
}

/** The rows with the values of one column changed; rows are counted as a spreadsheet does, the header being row 1. */
export function withValues(rows: Rows, header: string, values: Readonly<Record<number, Rows[number][number]>>): Rows {
  const column = rows[0]!.indexOf(header);
  return rows.map((cells, index) =>
    index + 1 in values ? cells.map((cell, at) => (at === column ? values[index + 1]! : cell)) : cells,
  );
}

/** Runs the command line as people do, as a process of its own. */
export function perfil(
  words: readonly string[],
  { language = "en", ...options }: { language?: "es" | "en"; cwd?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  const { PERFIL_STUDY: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(project, "src", "perfil.mjs"), ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    ...options,
    env: { ...env, PERFIL_LANGUAGE: language, ...options.env },
  });
}

/** Every file below a folder by its path from there, `/` between. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, Buffer] => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
