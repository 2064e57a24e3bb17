import type { Texts } from "../words/catalogue.js";

/** A text with the names that it is about. */
export type Note = (...words: string[]) => Texts;

/** What a new study may leave open. */
export type PendingName =
  | "weights"
  | "noWeights"
  | "strata"
  | "noStrata"
  | "clusters"
  | "noClusters"
  | "part"
  | "nest"
  | "singletons"
  | "consent"
  | "noConsent"
  | "groups"
  | "noGroups"
  | "dates"
  | "noDates"
  | "texts"
  | "spanish"
  | "sensitive"
  | "noSensitive"
  | "missing"
  | "noSheet";

const note =
  (es: (...words: string[]) => string, en: (...words: string[]) => string): Note =>
  (...words) => ({ es: es(...words), en: en(...words) });

/** What a new study leaves to a person: what was guessed and why, and what could not be told. */
export const pending: Readonly<Record<PendingName, Note>> = {
  weights: note(
    (column) => `factor de expansión: se tomó la columna «${column}» por su nombre; confirme que lo es`,
    (column) => `weights: column "${column}" was taken for its name; confirm that it is`,
  ),
  noWeights: note(
    () =>
      "factor de expansión: no se encontró; mientras tanto toda la muestra se trata como una parte sin probabilidades conocidas, sin ponderar y sin margen de error (units.household.design.weights)",
    () =>
      "weights: none found; meanwhile the whole sample is treated as a part without known probabilities, unweighted and without sampling error (units.household.design.weights)",
  ),
  strata: note(
    (column) => `estratos: se tomó la columna «${column}» por su nombre; confirme que lo es`,
    (column) => `strata: column "${column}" was taken for its name; confirm that it is`,
  ),
  noStrata: note(
    () => "estratos: no se encontraron; la muestra se trata como un solo estrato (units.household.design.strata)",
    () => "strata: none found; the sample is treated as one stratum (units.household.design.strata)",
  ),
  clusters: note(
    (column) => `unidades primarias: se tomó la columna «${column}» por su nombre; confirme que lo es`,
    (column) => `sampling units: column "${column}" was taken for its name; confirm that it is`,
  ),
  noClusters: note(
    () => "unidades primarias: no se encontraron; cada hogar se trata como la suya (units.household.design.clusters)",
    () => "sampling units: none found; each household is treated as its own (units.household.design.clusters)",
  ),
  part: note(
    (name) =>
      `los registros sin factor de expansión («${name}») se tratan como una parte sin probabilidades conocidas (parts)`,
    (name) => `records without a weight ("${name}") are treated as a part without known probabilities (parts)`,
  ),
  nest: note(
    () => "los nombres de las unidades primarias se repiten entre estratos: se tratan como unidades distintas (nest)",
    () => "names of sampling units repeat between strata: they are treated as different units (nest)",
  ),
  singletons: note(
    () => "hay estratos con una sola unidad primaria: su varianza se mide frente a la media general (singletonPsu)",
    () => "some strata have a single sampling unit: its variance is taken around the grand mean (singletonPsu)",
  ),
  consent: note(
    (name, yes) => `consentimiento: se tomó la pregunta «${name}» con la respuesta «${yes}»; confirme`,
    (name, yes) => `consent: question "${name}" with the answer "${yes}" was taken; confirm`,
  ),
  noConsent: note(
    () => "consentimiento: no se encontró la pregunta; se leen todos los registros (consent)",
    () => "consent: no such question was found; every record is read (consent)",
  ),
  groups: note(
    (column, focus, reference) => `grupos: en «${column}» se comparan «${focus}» y «${reference}»; confirme cuáles`,
    (column, focus, reference) => `groups: "${focus}" and "${reference}" of "${column}" are compared; confirm which`,
  ),
  noGroups: note(
    () => "grupos de población que se comparan: nadie lo ha dicho (groups)",
    () => "population groups to compare: nobody has said (groups)",
  ),
  dates: note(
    (column) =>
      `fechas de levantamiento: de la columna «${column}»; falta confirmar el año de referencia y la fecha de análisis (dates)`,
    (column) =>
      `dates of collection: from column "${column}"; the reference year and the date of analysis are to be confirmed (dates)`,
  ),
  noDates: note(
    () => "fechas: no se encontraron en los datos; corrija las tres (dates)",
    () => "dates: none found in the data; correct all three (dates)",
  ),
  texts: note(
    () => "título, fuente, contacto y universo: escriba los del estudio (title, source, contact, units)",
    () => "title, source, contact and universe: write the study's own (title, source, contact, units)",
  ),
  spanish: note(
    (languages) =>
      `el cuestionario no tiene etiquetas en español (tiene: ${languages}): los títulos del plan las necesitan`,
    (languages) => `the questionnaire has no labels in Spanish (it has: ${languages}): the plan's titles need them`,
  ),
  sensitive: note(
    (names) =>
      `variables sensibles, no se publican hasta que el grupo las abra: ${names}; revise la lista (disclosure.sensitive)`,
    (names) =>
      `sensitive variables, not published until the group opens them: ${names}; review the list (disclosure.sensitive)`,
  ),
  noSensitive: note(
    () => "variables sensibles: ninguna se reconoció por su nombre; revise cuáles lo son (disclosure.sensitive)",
    () => "sensitive variables: none was recognised by its name; decide which are (disclosure.sensitive)",
  ),
  missing: note(
    (codes) => `códigos de «no sabe» en preguntas numéricas: ${codes}; confirme (missing)`,
    (codes) => `codes for "don't know" in numeric questions: ${codes}; confirm (missing)`,
  ),
  noSheet: note(
    (repeat) => `la repetición «${repeat}» no tiene hoja en los datos`,
    (repeat) => `repeat "${repeat}" has no sheet in the data`,
  ),
};
