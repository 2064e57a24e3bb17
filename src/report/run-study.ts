import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { DataError } from "../errors.js";
import { sweep } from "../load/sweep.js";
import { writeWhole } from "../load/write-whole.js";
import { RELEASED_ENV, type ReleasedFile } from "../notebook/open-study.js";
import { endWithUs } from "../notebook/reaper.js";
import { type Executed, type Progress, runNotebooks } from "../notebook/run.js";
import { notebookText } from "../notebook/write-notebook.js";
import { openData, type StudyData } from "../plan/data.js";
import { releaseStudy } from "../policy/release-study.js";
import { publicCounts } from "../present/public-counts.js";
import { studyLabels } from "../present/study-labels.js";
import { readSettings } from "../study/read-settings.js";
import type { Settings } from "../study/settings.js";
import { byCodePoint } from "../words/code-point.js";
import { refuseDuplicates } from "./refuse-duplicates.js";

/** A study whose plan has run and whose notebooks have, as far as they came. */
export interface StudyRun {
  readonly settings: Settings;
  readonly folder: string;
  readonly data: StudyData;
  readonly released: ReleasedFile;
  readonly executed: readonly Executed[];
}

function ownNotebooks(folder: string, settings: Settings): readonly string[] {
  const place = resolve(folder, settings.folders.notebooks);
  const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith(".ipynb")) : [];
  return names.sort(byCodePoint).map((name) => join(place, name));
}

/**
 * The study's notebooks, in the order of their names.
 *
 * @throws {DataError} if it has none
 */
export function notebooksOf(folder: string, settings: Settings): readonly string[] {
  const own = ownNotebooks(folder, settings);
  const place = resolve(folder, settings.folders.notebooks);
  if (own.length === 0) throw new DataError([{ code: "noNotebooks", holes: { folder: place }, place: {} }]);
  return own;
}

/** Which notebooks are run, and who watches. */
export interface StudyRunOptions {
  /** defaults to all of the study's */
  readonly notebooks?: readonly string[];
  readonly onProgress?: (event: Progress) => void;
}

/**
 * Runs a study: the plan once, policy once over the whole list, then the notebooks, each in its own kernel, which are
 * handed that list. What every cell printed is kept in the study's confidential folder, also of a notebook that failed.
 *
 * @throws {DataError} with everything that is wrong in settings, data, plan or notebooks, before anything is run
 */
export async function runStudy(at: string, options: StudyRunOptions = {}): Promise<StudyRun> {
  // a kernel runs in its notebook's folder, from which a relative name would lead elsewhere
  const folder = resolve(at);
  const settings = readSettings(folder);
  const notebooks = options.notebooks ?? notebooksOf(folder, settings);
  refuseDuplicates(notebooks, ownNotebooks(folder, settings));
  const data = openData(settings, folder);
  const released: ReleasedFile = {
    estimates: releaseStudy(data, settings),
    labels: studyLabels(data.tables, data.plan, settings),
    counts: publicCounts(data, settings),
  };
  const confidential = resolve(folder, settings.folders.confidential);
  const list = join(confidential, `released-${process.pid}.json`);
  const copies = join(confidential, "notebooks");
  for (const place of [confidential, copies]) sweep(place);
  const remove = (): void => rmSync(list, { force: true });
  const release = endWithUs(remove);
  try {
    writeWhole(list, JSON.stringify(released));
    const executed = await runNotebooks(notebooks, {
      env: { PERFIL_STUDY: folder, [RELEASED_ENV]: list },
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    });
    for (const { file, notebook } of executed) writeWhole(join(copies, basename(file)), notebookText(notebook));
    return { settings, folder, data, released, executed };
  } finally {
    remove();
    release();
  }
}
