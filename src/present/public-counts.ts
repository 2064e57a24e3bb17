import type { Loaded } from "../load/answers.js";
import type { Response } from "../load/response.js";
import { MISSING } from "../load/table.js";
import type { StudyData } from "../plan/data.js";
import type { Settings } from "../study/settings.js";
import { inLanguage, type Texts } from "../words/catalogue.js";
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

/** A pair of columns of the table of response, and what they count. */
interface Counted {
  readonly columns: readonly [Texts, Texts];
  readonly response: Response;
}

/** One pair for the whole sample, or one for each of its parts: those without known probabilities are never pooled with the rest. */
function counted({ response, parts }: Loaded): readonly Counted[] {
  const households = { es: "Hogares", en: "Households" };
  const share = { es: "Porcentaje, sin ponderar", en: "Percentage, unweighted" };
  if (parts.length === 0) return [{ columns: [households, share], response }];
  const rest = { es: "Resto de la muestra", en: "Rest of the sample" };
  return parts.map(({ part, response: own }) => {
    const label = part?.label ?? rest;
    const of = (text: Texts): Texts =>
      Object.fromEntries(Object.entries(text).map(([code, word]) => [code, `${inLanguage(label, code)}: ${word}`]));
    return {
      columns: [
        of({ es: "hogares", en: "households" }),
        of({ es: "porcentaje, sin ponderar", en: "percentage, unweighted" }),
      ],
      response: own,
    };
  });
}

/** Where a part goes by what is asked or made after consent, a refusal belongs to no part that anyone knows: then the counts are of all. */
const pooled: Texts = {
  es: "De quien no dio su consentimiento no se sabe a qué parte de la muestra pertenece: se cuentan juntas todas las partes, también las que no tienen probabilidades conocidas.",
  en: "Which part of the sample a refusal belongs to is not known: all parts are counted together, also those without known probabilities.",
};

function response(data: StudyData, settings: Settings): CountsBlock {
  const { loaded } = data;
  const groups = counted(loaded);
  const [root] = Object.entries(settings.units).find(([, { of }]) => of === undefined)!;
  const isPooled = loaded.parts.length === 0 && probabilityRows(data, root) !== null;
  const share = (count: number, of: number): Texts | null =>
    of === 0
      ? null
      : Object.fromEntries(settings.languages.map((language) => [language, formatShare(count / of, language)]));
  const line = (label: Texts, outcome: keyof Response): CountsBlock["cells"][number] => [
    label,
    ...groups.flatMap(({ response: own }) => [own[outcome], share(own[outcome], own.selected)]),
  ];
  return block(settings, "response", {
    title: { es: "¿Cuántos hogares respondieron?", en: "How many households responded?" },
    ...(isPooled ? { note: pooled } : {}),
    columns: [{ es: "Resultado de la visita", en: "Result of the visit" }, ...groups.flatMap(({ columns }) => columns)],
    cells: [
      line({ es: "Visitados", en: "Visited" }, "selected"),
      line({ es: "Entrevista completa", en: "Complete interview" }, "interviewed"),
      line({ es: "Sin consentimiento", en: "No consent" }, "refused"),
      line({ es: "Entrevista inconclusa", en: "Interview broken off" }, "brokenOff"),
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
function measured({ plan, tables }: StudyData, settings: Settings): readonly Measured[] {
  const { sensitive, opened } = settings.disclosure;
  const closed = new Set(sensitive.filter((name) => !opened.includes(name)));
  const seen = new Map<string, Measured>();
  for (const { unit, question, kind, sensitive: marked } of plan) {
    const column = tables.get(unit)?.columns.get(question);
    // what a total adds up is a count of rows, which everybody has
    if (column === undefined || kind === "total" || marked || column.identifying === true || closed.has(question))
      continue;
    seen.set(`${unit} ${question}`, { unit, label: column.label, missing: column.missing });
  }
  return [...seen.values()];
}

/** A column whose answers are counted. */
interface Measured {
  readonly unit: string;
  readonly label: Texts;
  readonly missing: Uint8Array;
}

/** A unit's rows that are in no part without known probabilities; null if that is all of them, or none. */
function probabilityRows({ designs }: StudyData, unit: string): Uint8Array | null {
  const partOf = designs.get(unit)?.partOf;
  if (partOf === undefined || !partOf.includes(-1) || partOf.every((part) => part < 0)) return null;
  return Uint8Array.from(partOf, (part) => (part < 0 ? 1 : 0));
}

function answers(data: StudyData, settings: Settings): CountsBlock {
  const kinds = [MISSING.answered, MISSING.notAsked, MISSING.dontKnow, MISSING.refused, MISSING.noAnswer];
  const columns = measured(data, settings);
  const rows = new Map(columns.map(({ unit }) => [unit, probabilityRows(data, unit)]));
  const inParts = [...rows.values()].some((mask) => mask !== null);
  return block(settings, "answers", {
    title: { es: "¿Cuántos respondieron cada pregunta?", en: "How many answered each question?" },
    note: inParts
      ? {
          es: "Registros sin ponderar de la parte de la muestra con probabilidades conocidas; las demás partes no se cuentan aquí. Quien no recibió la pregunta no está en su denominador.",
          en: "Unweighted records of the part of the sample with known probabilities; the other parts are not counted here. Whoever was not asked is not in the question's denominator.",
        }
      : {
          es: "Registros sin ponderar de toda la muestra. Quien no recibió la pregunta no está en su denominador.",
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
    cells: columns.map(({ unit, label, missing }) => {
      const mask = rows.get(unit) ?? null;
      return [
        label,
        ...kinds.map((kind) =>
          missing.reduce((count, each, row) => count + (each === kind && mask?.[row] !== 0 ? 1 : 0), 0),
        ),
      ];
    }),
  });
}

/** Counts the sample: what any report may say of it. */
export function publicCounts(data: StudyData, settings: Settings): PublicCounts {
  return { response: response(data, settings), shape: shape(data, settings), answers: answers(data, settings) };
}
