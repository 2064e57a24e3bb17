import type { Catalogue } from "./catalogue.js";

export const designMessages: Catalogue = {
  moreRows: {
    es: "y {count} filas más con el mismo problema: {what}",
    en: "and {count} more rows with the same problem: {what}",
  },
  moreStrata: {
    es: "y {count} casos más del mismo problema: {what}",
    en: "and {count} more of the same problem: {what}",
  },
  noWeight: { es: "falta el factor de expansión", en: "missing weight" },
  invalidWeight: { es: "factor de expansión inválido: {value}", en: "invalid weight: {value}" },
  zeroWeights: {
    es: "factores de expansión inválidos: todos son cero; indique otra columna o quite «weights»",
    en: 'invalid weights: every one is zero; name another column or leave "weights" out',
  },
  missingStratum: { es: "falta el estrato", en: "missing stratum" },
  missingCluster: { es: "falta la unidad de muestreo", en: "missing sampling unit" },
  missingFpc: { es: "falta el tamaño de la población (fpc)", en: "missing population count (fpc)" },
  invalidFpc: {
    es: "tamaño de la población inválido (fpc): {value}; se espera un número mayor que cero",
    en: "invalid population count (fpc): {value}; a number above zero is expected",
  },
  varyingFpc: {
    es: "el tamaño de la población (fpc) varía dentro del estrato «{stratum}»: {a} y {b}",
    en: 'the population count (fpc) varies within stratum "{stratum}": {a} and {b}',
  },
  smallFpc: {
    es: "tamaño de la población inválido (fpc): {value} en el estrato «{stratum}», donde la muestra tiene {size} unidades",
    en: 'invalid population count (fpc): {value} in stratum "{stratum}", where the sample has {size} units',
  },
  multipleInDesign: {
    es: "«{name}» es de opción múltiple y no puede ser {role}; elija una columna con un solo valor por fila",
    en: '"{name}" is a multiple-choice column and cannot be {role}; name a column with one value a row',
  },
  tooManyStages: {
    es: "hay {count} columnas en «{what}» y {stages} etapas; indique una unidad de muestreo por etapa en «clusters»",
    en: '{count} columns in "{what}" for {stages} stages; name a sampling unit a stage in "clusters"',
  },
  clusterInTwoStrata: {
    es: "la UPM «{cluster}» está en dos estratos: {a} y {b}; si los nombres se repiten entre estratos, use nest: true",
    en: 'PSU "{cluster}" is in two strata: {a} and {b}; if names repeat between strata, choose nest: true',
  },
  singletonPsu: {
    es: "el estrato «{stratum}» tiene una sola UPM: {psu}; elija singletonPsu: «certainty», «centre» o «average»",
    en: 'stratum "{stratum}" has one PSU: {psu}; choose singletonPsu: "certainty", "centre" or "average"',
  },
  singletonSample: {
    es: "la muestra tiene una sola UPM: {psu}; no se puede calcular ningún error de muestreo",
    en: "the sample has one PSU: {psu}; no sampling error can be computed",
  },
  singletonUnit: {
    es: "en la etapa {stage}, el estrato «{stratum}» tiene una sola unidad: {psu}; elija singletonPsu: «certainty», «centre» o «average»",
    en: 'stage {stage}: stratum "{stratum}" has one unit: {psu}; choose singletonPsu: "certainty", "centre" or "average"',
  },
  rowInTwoParts: {
    es: "la fila está en dos partes de la muestra: {a} y {b}",
    en: "the row is in two parts of the sample: {a} and {b}",
  },
  unknownPart: {
    es: "parte desconocida: «{name}» (sin probabilidades conocidas: {known})",
    en: 'unknown part: "{name}" (without known probabilities: {known})',
  },
  mixedParts: {
    es: "{statistic} de «{variable}» mezcla con el resto la parte «{part}», sin probabilidades conocidas; déjela fuera con una condición (where) o inPart(design, null), o pregunte solo por ella",
    en: '{statistic} of "{variable}" mixes "{part}", a part without known probabilities, with the rest; leave it out with a where or inPart(design, null), or ask about it alone',
  },
  multipleInBy: {
    es: "«{name}» es de opción múltiple y no forma grupos; use una condición (where) con selected(…)",
    en: '"{name}" is a multiple-choice column and makes no groups; use a where with selected(…)',
  },
  unknownLevel: {
    es: "valor desconocido de «{variable}»: «{value}» (existen: {known})",
    en: 'unknown value of "{variable}": "{value}" (known: {known})',
  },
  unknownLevelNear: {
    es: "valor desconocido de «{variable}»: «{value}» (¿quiso decir {near}?)",
    en: 'unknown value of "{variable}": "{value}" (did you mean {near}?)',
  },
  needsNumbers: {
    es: "{statistic} necesita una columna de números: «{name}» tiene categorías; use proportion",
    en: '{statistic} requires a column of numbers: "{name}" has categories; use proportion',
  },
  notCategories: {
    es: "proportion necesita categorías: «{name}» es texto libre",
    en: 'proportion requires categories: "{name}" is free text',
  },
  sameSides: {
    es: "diferencia inválida: los dos lados son «{value}»",
    en: 'invalid difference: both sides are "{value}"',
  },
  invalidConfidence: {
    es: "nivel de confianza inválido: {value}; se espera un número entre 0 y 1, como 0.95",
    en: "invalid confidence: {value}; a number between 0 and 1 is expected, such as 0.95",
  },
  unknownStatistic: {
    es: "estadístico desconocido: {name} (existen: {known})",
    en: "unknown statistic: {name} (known: {known})",
  },
  duplicateEstimate: { es: "identificador repetido: «{id}»", en: 'duplicate id: "{id}"' },
  notInThisVersion: {
    es: "«{key}» todavía no se puede calcular; quítelo de la solicitud",
    en: '"{key}" cannot be computed yet; leave it out of the request',
  },
  invalidChosen: {
    es: "valor inválido de una opción: {value}; se espera 1, 0 o una celda vacía",
    en: "invalid value of a choice: {value}; 1, 0 or a blank cell is expected",
  },
};
