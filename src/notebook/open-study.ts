import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Design } from "../design/design.js";
import { inPart } from "../design/parts.js";
import { DataError } from "../errors.js";
import type { Column } from "../load/table.js";
import { readReadings } from "../narrate/record.js";
import { openData, type StudyData } from "../plan/data.js";
import { releaseStudy } from "../policy/release-study.js";
import type { Released } from "../policy/released.js";
import type { Reading } from "../present/block.js";
import { type PublicCounts, publicCounts } from "../present/public-counts.js";
import { type StudyLabels, studyLabels } from "../present/study-labels.js";
import { findStudy } from "../study/find-study.js";
import { readSettings } from "../study/read-settings.js";
import type { Settings } from "../study/settings.js";
import { type EstimateList, toEstimateList } from "./estimate-list.js";

/** The variable of the environment that names the list released for this run; absent: the study is opened live. */
export const RELEASED_ENV = "PERFIL_RELEASED";

/** What a run hands its kernels: computed once, so that every notebook shows the same list. */
export interface ReleasedFile {
  readonly estimates: readonly Released[];
  readonly labels: StudyLabels;
  /** counts of the sample itself, which no plan row has: response, shape, answer rates */
  readonly counts: PublicCounts;
}

/** A column as `find` answers it. */
export interface Variable {
  readonly unit: string;
  readonly name: string;
  readonly label: Column["label"];
  readonly kind: Column["kind"];
}

/** A study, open for analysis. Its data are read when a design or a variable is first asked for. */
export interface Study {
  readonly settings: Settings;
  readonly folder: string;
  /** the design of a unit of analysis, of the probability sample */
  unit(name: string): Design;
  readonly households: Design;
  readonly persons: Design;
  /** the part of the sample without known probabilities that has this name: counts and unweighted shares only */
  part(name: string, unit?: string): Design;
  /** the columns whose name or label has this text */
  find(text: string): readonly Variable[];
  /** the released estimates: the plan's, after policy */
  readonly estimates: EstimateList;
  readonly data: StudyData;
  readonly labels: StudyLabels;
  /** the sample counted: who was selected and answered, how many rows and questions, how many answers each has */
  readonly counts: PublicCounts;
  readonly readings: Readonly<Record<string, Reading>>;
}

let opened: Study | undefined;

/**
 * The study that `openStudy` opened last: what gives exhibits their labels.
 *
 * @throws {Error} if none is open
 */
export function currentStudy(): Study {
  if (opened === undefined) throw new Error("no study is open: call `const study = await openStudy()` first");
  return opened;
}

/** The level of confidence of the study that a design belongs to; undefined for a design of the analyst's own. */
export function confidenceOf(design: Design): number | undefined {
  if (opened === undefined) return undefined;
  const isOfStudy = [...opened.data.designs.values()].some(({ table }) => table === design.table);
  return isOfStudy ? opened.settings.policy.confidence : undefined;
}

/** Remembers what a function gives the first time. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The released list of the run that this kernel belongs to, else the study's own, computed now. */
function readReleased(data: () => StudyData, settings: Settings): ReleasedFile {
  const file = process.env[RELEASED_ENV];
  if (file !== undefined && file !== "") return JSON.parse(readFileSync(file, "utf8")) as ReleasedFile;
  const { tables, plan } = data();
  return {
    estimates: releaseStudy(data(), settings),
    labels: studyLabels(tables, plan, settings),
    counts: publicCounts(data(), settings),
  };
}

/**
 * Opens a study: the folder given, else `PERFIL_STUDY`, else the nearest study.json upwards, else the sample.
 *
 * @throws {DataError} with everything that is wrong in the settings, the questionnaire, the data or the plan
 */
export async function openStudy(folder?: string): Promise<Study> {
  const place = findStudy(folder);
  const settings = readSettings(place);
  const data = once(() => openData(settings, place));
  const released = once(() => readReleased(data, settings));
  const estimates = once(() => toEstimateList(released().estimates));
  const readings = once(() => readReadings(resolve(place, settings.folders.workshop)));
  const unit = (name: string, part: string | null = null): Design => {
    const design = data().designs.get(name);
    if (design !== undefined) return inPart(design, part);
    const known = [...data().designs.keys()].join(", ");
    throw new DataError([{ code: "unknownUnit", holes: { name, known }, place: { file: join(place, "study.json") } }]);
  };
  const study: Study = {
    settings,
    folder: place,
    unit: (name) => unit(name),
    get households() {
      return unit("household");
    },
    get persons() {
      return unit("person");
    },
    part: (name, of = "household") => unit(of, name),
    find: (text) => find(data(), settings, text),
    get estimates() {
      return estimates();
    },
    get data() {
      return data();
    },
    get labels() {
      return released().labels;
    },
    get counts() {
      return released().counts;
    },
    get readings() {
      return readings();
    },
  };
  opened = study;
  return study;
}

/** The columns whose name or label has a text, whatever its case; one that is handed down is named with its own unit. */
function find({ tables }: StudyData, { units }: Settings, text: string): readonly Variable[] {
  const wanted = text.toLowerCase();
  return [...tables].flatMap(([unit, table]) =>
    [...table.columns.values()]
      .filter(({ name }) => tables.get(units[unit]?.of ?? "")?.columns.has(name) !== true)
      .filter(({ name, label }) => [name, ...Object.values(label)].some((word) => word.toLowerCase().includes(wanted)))
      .map(({ name, label, kind }) => ({ unit, name, label, kind })),
  );
}
