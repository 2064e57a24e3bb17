import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DataError } from "../errors.js";
import { sweep } from "../load/sweep.js";
import { notebookText } from "../notebook/write-notebook.js";
import { isWithin } from "../study/cross-problems.js";
import { PROJECT } from "../study/find-study.js";
import type { Settings } from "../study/settings.js";
import { collect, releasedCopy } from "./collect.js";
import { reportCsv } from "./csv.js";
import { designFacts } from "./design-facts.js";
import { reportHtml } from "./html.js";
import { fingerprint, hashSources, sha256, softwareVersions } from "./manifest.js";
import type { Run } from "./run.js";
import type { StudyRun } from "./run-study.js";

/** Everything a document is made from, out of a study whose notebooks ran. */
export function toRun(study: StudyRun): { readonly run: Run; readonly sources: ReturnType<typeof hashSources> } {
  const { settings, folder, data, released, executed } = study;
  const sources = hashSources(
    folder,
    settings,
    executed.map(({ file }) => file),
  );
  const { title, subtitle, synthetic, status, languages, dates, source, contact } = settings;
  const run: Run = {
    ...{ title, subtitle, synthetic, status, languages, dates, source, contact },
    precisionPolicy: settings.policy.precision,
    confidence: settings.policy.confidence,
    minHouseholds: settings.disclosure.minHouseholds,
    fingerprint: fingerprint(sources),
    chapters: collect(executed, released, languages),
    estimates: released.estimates,
    labels: { ...released.labels, universe: settings.units[Object.keys(settings.units)[0]!]!.universe },
    methods: {
      designs: designFacts(data, settings),
      notes: settings.notes,
      pending: settings.pending,
      response: released.counts.response ?? null,
      software: softwareVersions(),
    },
  };
  return { run, sources };
}

/** The files of a report by their path in the outputs folder. */
function filesOf(study: StudyRun): ReadonlyMap<string, string> {
  const { run, sources } = toRun(study);
  const files = new Map<string, string>();
  for (const language of run.languages) files.set(`report.${language}.html`, reportHtml(run, language));
  for (const { file, notebook } of study.executed)
    files.set(`notebooks/${basename(file)}`, notebookText(releasedCopy(notebook, run.languages[0]!)));
  files.set("estimates.csv", reportCsv(run));
  files.set("run.json", `${JSON.stringify(run)}\n`);
  const outputs = [...files].map(([file, text]) => ({ file, bytes: Buffer.byteLength(text), sha256: sha256(text) }));
  const manifest = {
    fingerprint: run.fingerprint,
    ...sources,
    settings: { policy: study.settings.policy, disclosure: study.settings.disclosure, languages: run.languages },
    software: run.methods.software,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    outputs,
  };
  files.set("manifest.json", `${JSON.stringify(manifest, null, 1)}\n`);
  return files;
}

/** Puts the finished files in place of the last good ones, and takes away notebooks that the study no longer has. */
function putInPlace(beside: string, out: string, files: Iterable<string>): void {
  const before = lastNotebooks(out);
  const kept = new Set(files);
  for (const file of kept) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    renameSync(join(beside, file), join(out, file));
  }
  for (const file of before) if (!kept.has(file)) rmSync(join(out, file), { force: true });
}

/** The notebooks that the last report put there, by its own manifest: no others are ever taken away. */
function lastNotebooks(out: string): readonly string[] {
  const path = join(out, "manifest.json");
  if (!existsSync(path)) return [];
  try {
    const { outputs } = JSON.parse(readFileSync(path, "utf8")) as { outputs?: readonly { file: string }[] };
    return (outputs ?? []).map(({ file }) => file).filter((file) => /^notebooks\/[^/\\]+\.ipynb$/.test(file));
  } catch {
    return [];
  }
}

/**
 * Asks, before anything is run, whether a report can be written there: a folder or nothing yet, and none in which it
 * would be written over the study, its notebooks or what is confidential.
 *
 * @throws {DataError} if something else has that name, or the folder holds or is inside one of those
 */
export function checkOutputs(out: string, folder: string, { folders }: Settings): void {
  const refuse = (code: string): never => {
    throw new DataError([{ code, holes: {}, place: { file: out } }]);
  };
  if (existsSync(out) && !statSync(out).isDirectory()) refuse("outputsNotAFolder");
  const kept = [folders.notebooks, folders.confidential, folders.workshop].map((name) => resolve(folder, name));
  if ([folder, PROJECT, ...kept].some((place) => isWithin(place, out))) refuse("outputsTaken");
  if (kept.some((place) => isWithin(out, place))) refuse("outputsTaken");
}

/**
 * Writes the report: every file is made and written beside the outputs folder's last good ones, and only then all are
 * put in their place. Gives their names.
 *
 * @throws {DataError} if a notebook shows what was not released, or the folder cannot be written to
 */
export function writeReport(study: StudyRun, out: string): readonly string[] {
  const files = filesOf(study);
  let beside: string | undefined;
  try {
    mkdirSync(out, { recursive: true });
    sweep(out);
    beside = mkdtempSync(join(out, `.perfil-tmp-${process.pid}-`));
    for (const [file, text] of files) {
      mkdirSync(dirname(join(beside, file)), { recursive: true });
      writeFileSync(join(beside, file), text);
    }
    putInPlace(beside, out, files.keys());
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new DataError([{ code: "outputsNotWritable", holes: { detail: error.message }, place: { file: out } }]);
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
  }
  return [...files.keys()];
}
