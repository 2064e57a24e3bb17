import { cellText } from "../load/column.js";
import { matchHeaders } from "../load/headers.js";
import type { Questionnaire, Repeat } from "../load/questionnaire.js";
import type { Sheet } from "../load/workbook.js";
import { pending } from "../study/new-texts.js";
import type { UnitSettings } from "../study/settings.js";
import { inLanguage, type Texts } from "../words/catalogue.js";

const person = /roster|members?\b|miembros?|integrantes?|persons?|personas?|residentes?/i;
const event = /events?|eventos?|displacements?|desplazamientos?/i;

/** The sheet of a repeat: the one of its name, cut as spreadsheets cut it, else one that holds most of its questions. */
function sheetOf(repeat: Repeat, form: Questionnaire, sheets: readonly Sheet[]): Sheet | undefined {
  const named = sheets.find(({ name }) => name === repeat.name || name === repeat.name.slice(0, 31));
  if (named !== undefined) return named;
  const questions = form.questions.filter((question) => question.repeat === repeat.name);
  return sheets.find(({ rows }) => {
    const { whole, parts } = matchHeaders((rows[0] ?? []).map(cellText), questions);
    return whole.size + parts.size > questions.length / 2;
  });
}

/** A name for a unit: `person` and `event` for what looks like one and is the first, else the repeat's own. */
function nameOf(repeat: Repeat, taken: ReadonlySet<string>): string {
  const words = `${repeat.name} ${Object.values(repeat.label).join(" ")}`.replace(/_/g, " ");
  if (person.test(words) && !taken.has("person")) return "person";
  if (event.test(words) && !taken.has("event")) return "event";
  return repeat.name;
}

const known: Readonly<Record<string, { readonly label: Texts; readonly universe: Texts }>> = {
  person: {
    label: { es: "Personas", en: "Persons" },
    universe: { es: "personas de los hogares encuestados", en: "persons in the households surveyed" },
  },
  event: {
    label: { es: "Eventos", en: "Events" },
    universe: {
      es: "eventos que declararon los hogares encuestados",
      en: "events that the households surveyed declared",
    },
  },
};

/** What a unit is called: as the form labels its repeat, else the records of its name, which is for machines. */
function wordsOf({ name, label }: Repeat): { readonly label: Texts; readonly universe: Texts } {
  const es = inLanguage(label, "es") || name;
  const en = inLanguage(label, "en") || name;
  const universe: Texts = { es: `registros de «${es}»`, en: `records of "${en}"` };
  if (es === name) return { label: { es: `Registros de «${es}»`, en: `Records of "${en}"` }, universe };
  return { label: { es, ...label }, universe };
}

/** The units of analysis of a form and its export: the submission is the household, each repeat with a sheet a unit inside it. */
export function guessUnits(
  form: Questionnaire,
  sheets: readonly Sheet[],
): { units: Readonly<Record<string, UnitSettings>>; pending: readonly Texts[] } {
  const units: Record<string, UnitSettings> = {
    household: {
      label: { es: "Hogares", en: "Households" },
      universe: { es: "hogares encuestados", en: "households surveyed" },
      sheet: sheets[0]!.name,
    },
  };
  const named = new Map<string, string>();
  const open: Texts[] = [];
  for (const repeat of form.repeats) {
    const sheet = sheetOf(repeat, form, sheets.slice(1));
    if (sheet === undefined) {
      open.push(pending.noSheet(repeat.name));
      continue;
    }
    const name = nameOf(repeat, new Set(Object.keys(units)));
    named.set(repeat.name, name);
    const words = known[name] ?? wordsOf(repeat);
    units[name] = { ...words, sheet: sheet.name, of: named.get(repeat.of ?? "") ?? "household" };
  }
  return { units, pending: open };
}
