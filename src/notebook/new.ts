import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DataError } from "../errors.js";
import { draftPlan } from "../plan/draft.js";
import { planWorkbook } from "../plan/plan-workbook.js";
import { readerLanguage } from "../study/reader-language.js";
import { inLanguage } from "../words/catalogue.js";
import { starterNotebook } from "./new-notebook.js";
import { NEW_FILES, type NewOptions, newSettings } from "./new-settings.js";
import { writeNotebook } from "./write-notebook.js";

export type { NewOptions } from "./new-settings.js";

const IGNORE = `# microdata never leaves this folder through git
*.xlsx
!plan.xlsx
!questionnaire.xlsx
*.csv
*.parquet
# full copies of notebooks, quality lists and caches: they derive from the data row by row
confidential/
.cache/
.perfil-tmp-*
.ipynb_checkpoints/
# written by the program; only the reviewed reference is versioned
outputs/*
!outputs/reference/
!outputs/reference/**
`;

/** Refuses a folder that holds anything: nobody's work is written over. */
function refuseFull(dir: string): void {
  if (!existsSync(dir)) return;
  const code = !statSync(dir).isDirectory() ? "notAFolder" : readdirSync(dir).length > 0 ? "folderNotEmpty" : null;
  if (code !== null) throw new DataError([{ code, holes: { dir }, place: {} }]);
}

/** Puts a folder where another may stand empty. */
function putInPlace(made: string, dir: string): void {
  if (existsSync(dir)) rmdirSync(dir);
  renameSync(made, dir);
}

/**
 * Makes a study from a questionnaire and its answers: settings, a draft plan, a starter notebook, and a `.gitignore` that keeps the data
 * out of git. All of it is written, or nothing.
 *
 * @returns the files written, relative to the folder, and what a person has to settle
 * @throws {DataError} if the folder is not empty, a file cannot be read, the form does not fit the data, or an option names what is not there
 */
export async function newStudy(
  options: NewOptions,
): Promise<{ files: readonly string[]; leftOpen: readonly string[] }> {
  const dir = resolve(options.dir);
  refuseFull(dir);
  const { settings, form, tables } = newSettings(options);
  const design = settings.units.household!.design!;
  // without weights nobody's chance is known: every row of the plan describes the people who were asked, and no others
  const part = design.weights === null ? (design.parts?.[0]?.name ?? null) : null;
  const drawn = [design.weights ?? "", ...(design.strata ?? []), ...(design.clusters ?? [])];
  const facts = { closed: [...settings.disclosure.sensitive, ...drawn], groups: settings.groups?.column ?? null, part };
  const lines = draftPlan(form, tables, facts);
  const notebook = join(settings.folders.notebooks, "01-first-look.ipynb");
  const made = join(dirname(dir), `.perfil-tmp-${process.pid}-${basename(dir)}`);
  try {
    mkdirSync(join(made, settings.folders.notebooks), { recursive: true });
    writeFileSync(join(made, "study.json"), `${JSON.stringify(settings, null, 2)}\n`);
    copyFileSync(options.questionnaire, join(made, NEW_FILES.questionnaire));
    copyFileSync(options.data, join(made, NEW_FILES.survey));
    writeFileSync(join(made, NEW_FILES.plan), planWorkbook(lines));
    writeNotebook(join(made, notebook), starterNotebook(lines));
    writeFileSync(join(made, ".gitignore"), IGNORE);
    putInPlace(made, dir);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
  const files = ["study.json", ...Object.values(NEW_FILES), notebook.replaceAll("\\", "/"), ".gitignore"];
  const language = options.language ?? readerLanguage();
  return { files, leftOpen: settings.pending.map((texts) => inLanguage(texts, language)) };
}
