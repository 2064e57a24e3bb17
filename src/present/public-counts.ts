import { type Column, MISSING } from "../load/table.js";
import type { StudyData } from "../plan/data.js";
import type { Settings } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";
import type { CountsBlock } from "./block.js";
import { formatShare } from "./format.js";

/** Counts of the sample itself: they speak of the work that was done, not of the people, so the plan has no row for them. */
export interface PublicCounts {
  /** selected, interviewed, refused, broken off */
  readonly response: CountsBlock;
  /** rows and questions of each unit of analysis */
  readonly shape: CountsBlock;
  /** answers to each question of the plan, and why the others are missing */
  readonly answers: CountsBlock;
}

function block(
  settings: Settings,
  id: string,
  frame: Pick<CountsBlock, "title" | "note" | "columns" | "cells">,
): CountsBlock {
  return { kind: "counts", id, ...frame, source: settings.source, synthetic: settings.synthetic };
}

function response({ loaded }: StudyData, settings: Settings): CountsBlock {
  const { selected, refused, brokenOff, interviewed } = loaded.response;
  const share = (count: number): Texts =>
    Object.fromEntries(settings.languages.map((language) => [language, formatShare(count / selected, language)]));
  const line = (label: Texts, count: number): CountsBlock["cells"][number] => [label, count, share(count)];
  return block(settings, "response", {
    title: { es: "¿Cuántos hogares respondieron?", en: "How many households responded?" },
    columns: [
      { es: "Resultado de la visita", en: "Result of the visit" },
      { es: "Hogares", en: "Households" },
      { es: "Porcentaje, sin ponderar", en: "Percentage, unweighted" },
    ],
    cells: [
      line({ es: "Visitados", en: "Visited" }, selected),
      line({ es: "Entrevista completa", en: "Complete interview" }, interviewed),
      line({ es: "Sin consentimiento", en: "No consent" }, refused),
      line({ es: "Entrevista inconclusa", en: "Interview broken off" }, brokenOff),
    ],
  });
}

function shape({ tables }: StudyData, settings: Settings): CountsBlock {
  const units = Object.entries(settings.units).filter(([unit]) => tables.has(unit));
  return block(settings, "shape", {
    title: { es: "¿Qué datos hay?", en: "What data are there?" },
    columns: [
      { es: "Unidad de análisis", en: "Unit of analysis" },
      { es: "Registros", en: "Records" },
      { es: "Variables propias", en: "Variables of its own" },
    ],
    cells: units.map(([unit, { label, of }]) => {
      const { size, columns } = tables.get(unit)!;
      const inherited = of === undefined ? undefined : tables.get(of)?.columns;
      return [label, size, [...columns.keys()].filter((name) => inherited?.has(name) !== true).length];
    }),
  });
}

/** The columns that the plan measures and that may be named: neither identifying nor closed as sensitive. */
function measured({ plan, tables }: StudyData, settings: Settings): readonly Column[] {
  const { sensitive, opened } = settings.disclosure;
  const closed = new Set(sensitive.filter((name) => !opened.includes(name)));
  const seen = new Map<string, Column>();
  for (const { unit, question, kind, sensitive: marked } of plan) {
    const column = tables.get(unit)?.columns.get(question);
    // what a total adds up is a count of rows, which everybody has
    if (column === undefined || kind === "total" || marked || column.identifying === true || closed.has(question))
      continue;
    seen.set(`${unit} ${question}`, column);
  }
  return [...seen.values()];
}

function answers(data: StudyData, settings: Settings): CountsBlock {
  const kinds = [MISSING.answered, MISSING.notAsked, MISSING.dontKnow, MISSING.refused, MISSING.noAnswer];
  return block(settings, "answers", {
    title: { es: "¿Cuántos respondieron cada pregunta?", en: "How many answered each question?" },
    note: {
      es: "Registros sin ponderar de toda la muestra. A quien no se le preguntó no está en el denominador de la pregunta.",
      en: "Unweighted records of the whole sample. Whoever was not asked is not in the question's denominator.",
    },
    columns: [
      { es: "Pregunta", en: "Question" },
      { es: "Respondió", en: "Answered" },
      { es: "No se preguntó", en: "Not asked" },
      { es: "No sabe", en: "Does not know" },
      { es: "Prefirió no responder", en: "Preferred not to answer" },
      { es: "Sin respuesta", en: "No answer" },
    ],
    cells: measured(data, settings).map(({ label, missing }) => [
      label,
      ...kinds.map((kind) => missing.reduce((count, each) => count + (each === kind ? 1 : 0), 0)),
    ]),
  });
}

/** Counts the sample: what any report may say of it. */
export function publicCounts(data: StudyData, settings: Settings): PublicCounts {
  return { response: response(data, settings), shape: shape(data, settings), answers: answers(data, settings) };
}
