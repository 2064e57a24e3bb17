import { DataError } from "../errors.js";
import type { Released } from "../policy/released.js";
import type { FindingBlock, Labels, Reading } from "../present/block.js";
import { inLanguage, type Texts } from "../words/catalogue.js";
import { holesOf } from "./holes.js";

/** The estimates that a finding cites, by the name its sentence uses; a list must hold exactly one. */
export type Evidence = Readonly<Record<string, Released | readonly Released[]>>;

/** A finding as a notebook writes it. */
export interface FindingSpec {
  readonly id: string;
  /** the question it answers */
  readonly title: Texts;
  /** the sentence by language, with holes over the evidence: `{women}`, `{women.ci}`, `{women.n}`, `{gap.certainty}` */
  readonly text: Texts;
  readonly evidence: Evidence;
  /** the claim as a test of the evidence: whether `text` may be said */
  readonly holds: (evidence: Readonly<Record<string, Released>>) => boolean;
  /** what is said instead when the claim does not hold */
  readonly otherwise: Texts;
}

function refuse(code: string, holes: Record<string, string>): never {
  throw new DataError([{ code, holes, place: {} }]);
}

/** One row for each name of the evidence; none that is withheld can be cited. */
function toRows(spec: FindingSpec): Readonly<Record<string, Released>> {
  const rows = Object.entries(spec.evidence).map(([name, value]): [string, Released] => {
    const list: readonly Released[] = "key" in value ? [value as Released] : (value as readonly Released[]);
    if (list.length !== 1) refuse("evidenceNotOne", { id: spec.id, name, count: String(list.length) });
    if (list[0]!.withheld) refuse("evidenceWithheld", { id: spec.id, name });
    return [name, list[0]!];
  });
  return Object.fromEntries(rows);
}

type Rows = Readonly<Record<string, Released>>;

/** What must be said with a number whose precision is low. */
const CAUTION: Texts = {
  es: "Precisión baja: úsese con cautela.",
  en: "Low precision: use with caution.",
};

/** What is said when a number of the sentence does not exist in this sample. */
const NOT_TOLD: Texts = {
  es: "La muestra no alcanza para responder esta pregunta.",
  en: "The sample does not suffice to answer this question.",
};

/** Fills the holes of a sentence; null if one of its numbers does not exist in this sample. */
function fillIn(id: string, template: string, holes: ReadonlyMap<string, string | null>): string | null {
  let isTold = true;
  const sentence = template.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const value = holes.get(name);
    if (value === undefined) return refuse("openHole", { id, name, known: [...holes.keys()].join(", ") });
    if (value === null) isTold = false;
    return value ?? "";
  });
  return isTold ? sentence : null;
}

/** What is said in one language, with the caution where it rests on an imprecise number; null if it cannot be told. */
function say(spec: FindingSpec, template: string, rows: Rows, labels: Labels, language: string): string | null {
  const sentence = fillIn(spec.id, template, holesOf(rows, labels, language));
  const isLow = Object.values(rows).some((row) => row.precision === "low");
  return sentence === null || !isLow ? sentence : `${sentence} ${inLanguage(CAUTION, language)}`;
}

/**
 * A sentence that rests on its estimates and is tested on every run: while `holds` is true of the evidence the sentence
 * is said, else `otherwise`. Numbers are filled in from the evidence, formatted once; where one does not exist in this
 * sample, the finding says so and does not hold.
 *
 * @throws {DataError} if a name of the evidence is not exactly one row, a cited row is withheld, or a hole is not one of
 * the evidence
 */
export function toFinding(spec: FindingSpec, labels: Labels, reading?: Reading): FindingBlock {
  const rows = toRows(spec);
  const holds = spec.holds(rows);
  const said = Object.entries(holds ? spec.text : spec.otherwise).map(
    ([language, template]) => [language, say(spec, template, rows, labels, language)] as const,
  );
  const isTold = said.every(([, sentence]) => sentence !== null);
  const text = said.map(([language, sentence]) => [language, sentence ?? inLanguage(NOT_TOLD, language)]);
  return {
    kind: "finding",
    id: spec.id,
    title: spec.title,
    text: Object.fromEntries(text) as Texts,
    held: holds && isTold,
    rows: Object.values(rows),
    labels,
    ...(reading === undefined ? {} : { reading }),
  };
}
