import type { Catalogue } from "./catalogue.js";

export const studyMessages: Catalogue = {
  missingStudy: {
    es: "no hay estudio en {folder}: falta study.json; indique la carpeta con --study o cree uno con «perfil new»",
    en: 'no study in {folder}: study.json is missing; name the folder with --study or make one with "perfil new"',
  },
  notJson: {
    es: "no es JSON válido: {detail}",
    en: "not valid JSON: {detail}",
  },
  unknownSetting: { es: "clave desconocida: «{key}»{near}", en: 'unknown key: "{key}"{near}' },
  missingSetting: { es: "falta un valor (se espera {expected})", en: "missing value (expected {expected})" },
  missingSpanish: {
    es: "falta el texto en español («es»), que es obligatorio",
    en: 'missing Spanish text ("es"), which is required',
  },
  invalidChoice: { es: "valor inválido; se admite: {known}", en: "invalid value; one of: {known}" },
  invalidSetting: { es: "valor inválido: {detail}", en: "invalid value: {detail}" },
  oneRootUnit: {
    es: "debe haber exactamente una unidad sin «of» (la del muestreo, como household): hay {count}",
    en: 'exactly one unit must have no "of" (the sampled one, such as household): there are {count}',
  },
  unknownUnit: {
    es: "unidad desconocida: «{name}» (existen: {known})",
    en: 'unknown unit: "{name}" (known: {known})',
  },
  oneRule: {
    es: "la variable derivada «{name}» necesita exactamente una regla: levels, number o members",
    en: 'the derived column "{name}" needs exactly one rule: levels, number or members',
  },
  noWeights: {
    es: "sin factor de expansión no hay error de muestreo: nombre su columna, o declare en «parts» que la muestra es «nonprobability»",
    en: 'without weights there is no sampling error: name their column, or declare in "parts" that the sample is "nonprobability"',
  },
  spanishRequired: {
    es: "el español («es») es obligatorio entre los idiomas",
    en: 'Spanish ("es") is required among the languages',
  },
};
