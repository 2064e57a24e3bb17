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
  wrongSettingType: {
    es: "valor de otro tipo (se espera {expected})",
    en: "value of another type (expected {expected})",
  },
  settingLengthSmall: {
    es: "valor vacío o incompleto; se requiere al menos {limit}",
    en: "empty or incomplete value; at least {limit} required",
  },
  settingLengthBig: { es: "sobran valores; a lo más {limit}", en: "too many values; at most {limit}" },
  settingToSmall: { es: "número demasiado bajo; el límite es {limit}", en: "number too low; the limit is {limit}" },
  settingToBig: { es: "número demasiado alto; el límite es {limit}", en: "number too high; the limit is {limit}" },
  invalidDay: {
    es: "fecha inválida: «{value}»; escriba una fecha del calendario como AAAA-MM-DD",
    en: 'invalid date: "{value}"; write a day of the calendar as YYYY-MM-DD',
  },
  invalidName: {
    es: "nombre inválido: «{value}»; use letras sin acento, números y _, empezando por una letra",
    en: 'invalid name: "{value}"; use letters without accents, digits and _, a letter first',
  },
  circularUnit: {
    es: "la unidad «{name}» está, por sus «of», dentro de sí misma",
    en: 'the unit "{name}" is, by its "of", inside itself',
  },
  noMembers: {
    es: "la variable derivada «{name}» usa members: eso solo cabe en la unidad del muestreo (la que no tiene «of»), con una unidad que esté dentro de ella",
    en: 'the derived column "{name}" uses members: that is for the sampled unit only (the one without "of"), with a unit that is inside it',
  },
  invalidLanguage: {
    es: "clave de idioma inválida; use el código del idioma: es, en",
    en: "invalid language key; use the code of the language: es, en",
  },
  derivedNameTaken: {
    es: "ya hay una columna «{name}»; dé otro nombre a la variable derivada",
    en: 'there is a column "{name}" already; give the derived column another name',
  },
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
  folderHoldsStudy: {
    es: "la carpeta «{folder}» contiene al estudio mismo; use una propia, como «outputs»",
    en: 'the folder "{folder}" holds the study itself; use one of its own, such as "outputs"',
  },
  folderInside: {
    es: "la carpeta «{folder}» está dentro de la de «{other}»; deben estar separadas",
    en: 'the folder "{folder}" is inside that of "{other}"; they must be apart',
  },
  spanishRequired: {
    es: "el español («es») es obligatorio entre los idiomas",
    en: 'Spanish ("es") is required among the languages',
  },
};
