import { basename, resolve } from "node:path";
import { guessDesign } from "../check/guess-design.js";
import { guessConsent, guessDates, guessGroups, guessMissing } from "../check/guess-study.js";
import { guessUnits } from "../check/guess-units.js";
import { looksSensitive } from "../check/sensitive-names.js";
import { DataError, type Problem } from "../errors.js";
import { loadStudy } from "../load/answers.js";
import { unknownColumn } from "../load/expression.js";
import { type Questionnaire, readQuestionnaire } from "../load/questionnaire.js";
import { attempt } from "../load/stages.js";
import type { Table } from "../load/table.js";
import { readWorkbook, type Sheet } from "../load/workbook.js";
import { toDesigns } from "../plan/designs.js";
import { pending } from "../study/new-texts.js";
import type { Settings } from "../study/settings.js";
import type { Language, Texts } from "../words/catalogue.js";
import { nearest } from "../words/nearest.js";

/** What makes a new study: two files, and what a person knows about them. */
export interface NewOptions {
  /** the folder to make: it must not exist, or be empty */
  readonly dir: string;
  readonly data: string;
  readonly questionnaire: string;
  /** the column of weights; "none": there are none, whatever a column is called */
  readonly weights?: string;
  readonly strata?: readonly string[];
  readonly clusters?: readonly string[];
  /** the question that asks for consent */
  readonly consent?: string;
  /** the question whose answers are the groups to compare */
  readonly groups?: string;
  readonly title?: string;
  /** of `leftOpen`; defaults to the reader's */
  readonly language?: Language;
}

/** The settings of a new study, with what they were made from. */
export interface NewSettings {
  readonly settings: Settings;
  readonly form: Questionnaire;
  readonly tables: ReadonlyMap<string, Table>;
}

/** The file names that a study gives its two inputs. */
export const NEW_FILES: Settings["files"] = {
  questionnaire: "questionnaire.xlsx",
  survey: "survey.xlsx",
  plan: "plan.xlsx",
};

/** What a person says for a survey without weights. */
const NONE = "none";

/** Options that name a column that is not there, all at once. */
function optionProblems(options: NewOptions, table: Table): Problem[] {
  const weights = options.weights === NONE ? undefined : options.weights;
  const columns = [weights, ...(options.strata ?? []), ...(options.clusters ?? []), options.groups];
  return columns.flatMap((name) => (name === undefined || table.columns.has(name) ? [] : [unknownColumn(name, table)]));
}

/** A question of consent that was named and is not there. */
function consentProblems(form: Questionnaire, file: string, name?: string): Problem[] {
  const names = form.questions.map((question) => question.name);
  if (name === undefined || names.includes(name)) return [];
  const near = nearest(name, names)
    .map((each) => `"${each}"`)
    .join(", ");
  return [{ code: near === "" ? "unknownColumn" : "unknownColumnNear", holes: { name, near }, place: { file } }];
}

/** Settings as far as the form alone tells them, with neither design nor dates. */
function fromForm(options: NewOptions, form: Questionnaire, sheets: readonly Sheet[]): Settings {
  const units = guessUnits(form, sheets);
  const consent = guessConsent(form, options.consent);
  const missing = guessMissing(form);
  const closed = form.questions.filter(looksSensitive).map(({ name }) => name);
  const title = options.title ?? (form.title === "" ? basename(resolve(options.dir)) : form.title);
  const open: Texts[] = [
    ...units.pending,
    ...(options.consent === undefined || consent.value === null ? consent.pending : []),
    ...missing.pending,
    closed.length === 0 ? pending.noSensitive() : pending.sensitive(closed.join(", ")),
    ...(form.languages.includes("es") ? [] : [pending.spanish(form.languages.join(", "))]),
    pending.texts(),
  ];
  return {
    title: { es: title, en: title },
    subtitle: { es: "Primera mirada a los datos", en: "A first look at the data" },
    synthetic: false,
    status: "preliminar",
    languages: ["es", "en"],
    dates: { reference: "", collection: ["", ""], analysis: "" },
    source: { es: `Encuesta «${title}»`, en: `Survey "${title}"` },
    contact: { es: "Por definir", en: "To be defined" },
    files: { questionnaire: options.questionnaire, survey: options.data, plan: NEW_FILES.plan },
    folders: { notebooks: "notebooks", outputs: "outputs", confidential: "confidential", workshop: "workshop" },
    consent: consent.value,
    missing: missing.value,
    units: units.units,
    derive: [],
    groups: null,
    policy: { precision: "inegi", confidence: 0.9 },
    disclosure: { minHouseholds: 10, sensitive: closed, opened: [] },
    notes: null,
    pending: open,
  };
}

/**
 * Reads a form and its answers and settles what can be told from them; the study as it will be is loaded once, so that what is wrong with
 * it is said before anything is written.
 *
 * @throws {DataError} with every problem of the files, or every option that names what is not there
 */
export function newSettings(options: NewOptions): NewSettings {
  const problems: Problem[] = [];
  const form = attempt(problems, () => readQuestionnaire(options.questionnaire));
  const sheets = attempt(problems, () => readWorkbook(options.data));
  if (form === null || sheets === null) throw new DataError(problems);
  problems.push(...consentProblems(form, options.questionnaire, options.consent));
  // where the consent that was named is not there the data are read all the same, so that the other options are looked at too
  const { consent: _, ...rest } = options;
  const first = fromForm(problems.length === 0 ? options : rest, form, sheets);
  const root = attempt(problems, () => loadStudy(first, "").tables.get("household")!);
  if (root !== null) problems.push(...optionProblems(options, root));
  if (root === null || problems.length > 0) throw new DataError(problems);
  const weights = options.weights === NONE ? null : options.weights;
  const design = guessDesign(root, form, { ...rest, ...(weights === undefined ? {} : { weights }) });
  const dates = guessDates(root);
  const groups = guessGroups(root, options.groups);
  const settings: Settings = {
    ...first,
    dates: dates.value,
    units: { ...first.units, household: { ...first.units.household!, design: design.design } },
    groups: groups.value,
    pending: [...design.pending, ...groups.pending, ...dates.pending, ...first.pending],
  };
  const loaded = attempt(problems, () => loadStudy(settings, ""));
  if (loaded === null) {
    const taken = options.weights === undefined ? design.design.weights : null;
    if (taken !== null) problems.push({ code: "takenForWeights", holes: { name: taken }, place: {} });
    throw new DataError(problems);
  }
  const { tables } = loaded;
  toDesigns(settings, tables);
  return { settings: { ...settings, files: NEW_FILES }, form, tables };
}
