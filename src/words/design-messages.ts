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
  invalidReplicates: {
    es: "valor inválido de «{name}» en las réplicas: {value}; se espera {expected}",
    en: 'invalid "{name}" of the replicates: {value}; {expected} is expected',
  },
  missingRho: {
    es: "falta rho: el método de Fay necesita la parte del peso que se conserva, como 0.3",
    en: "missing rho: Fay's method requires the share of the weight that is kept, such as 0.3",
  },
  missingScales: {
    es: "falta rscales: con JKn indique el factor de cada réplica, (n − 1) / n de su estrato, o un solo «scale»",
    en: 'missing rscales: with JKn give the factor of each replicate, (n − 1) / n of its stratum, or one "scale"',
  },
  jackknifeOfStrata: {
    es: "JK1 es para una muestra sin estratos y esta tiene {strata}; elija make: «JKn»",
    en: 'JK1 is for a sample without strata and this one has {strata}; choose make: "JKn"',
  },
  fullAtFirst: {
    es: "las réplicas se hacen con la primera etapa, donde {count} de los estratos tienen todas sus UPM en la muestra; haga de cada UPM un estrato con las unidades de la etapa siguiente como UPM, o quite «replicates»",
    en: 'replicates are made of the first stage, where {count} of the strata have all their PSUs in the sample; make each PSU a stratum with the units of its next stage as PSUs, or leave "replicates" out',
  },
  notTwoUnits: {
    es: "{make} necesita dos UPM en cada estrato: {count} de {strata} no las tienen; elija make: «JKn» o «bootstrap»",
    en: '{make} requires two PSUs in each stratum: {count} of {strata} have another number; choose make: "JKn" or "bootstrap"',
  },
  centredReplicates: {
    es: "{make} no puede centrar estratos de una sola UPM; elija singletonPsu: «certainty» o «average», o make: «JKn»",
    en: '{make} cannot centre strata of one PSU; choose singletonPsu: "certainty" or "average", or make: "JKn"',
  },
  singletonDomainReplicates: {
    es: "singletonDomain no se aplica con réplicas, que conservan todas las UPM; quítelo",
    en: "singletonDomain has no meaning with replicates, which keep every PSU; leave it out",
  },
  missingCalibration: {
    es: "falta el valor con que se calibra; complételo, o use categorías que incluyan «no especificado» con su total",
    en: "missing value to calibrate by; fill it in, or use categories with one for those not stated and its total",
  },
  invalidCalibration: {
    es: "valor inválido para calibrar: {value}; se espera un número",
    en: "invalid value to calibrate by: {value}; a number is expected",
  },
  cellWithoutColumn: {
    es: "falta «{name}» en un total conocido: {cell}",
    en: 'missing "{name}" in a known total: {cell}',
  },
  invalidTotal: {
    es: "total inválido de «{cell}»: {value}; se espera un número",
    en: 'invalid total of "{cell}": {value}; a number is expected',
  },
  emptyTotal: {
    es: "total inválido de «{cell}»: 0, pero la muestra tiene filas ahí",
    en: 'invalid total of "{cell}": 0, but the sample has rows there',
  },
  cellTwice: { es: "total repetido: «{cell}»", en: 'total given twice: "{cell}"' },
  cellWithoutTotal: {
    es: "falta el total de «{cell}»: la muestra tiene filas ahí; agregue su total o junte categorías",
    en: 'missing total of "{cell}": the sample has rows there; add its total or join categories',
  },
  totalWithoutSample: {
    es: "el total de «{cell}» es {total}, pero la muestra no tiene filas ahí; junte esa categoría con otra",
    en: 'the total of "{cell}" is {total}, but the sample has no rows there; join the category with another',
  },
  totalWithoutTerm: {
    es: "total de algo con que no se calibra: «{name}» (terms: {near})",
    en: 'total of what is not calibrated by: "{name}" (terms: {near})',
  },
  termWithoutTotal: { es: "falta el total de «{name}»", en: 'missing total of "{name}"' },
  totalsDisagree: {
    es: "los totales no son de una misma población: los de «{a}» y sus semejantes suman {sumA}, los de «{b}» suman {sumB}",
    en: 'totals of two populations: those of "{a}" and its like add up to {sumA}, those of "{b}" to {sumB}',
  },
  totalNotReached: {
    es: "ningún factor alcanza el total de «{cell}»: {total}; lo más cerca fue {found}; amplíe bounds o quite totales",
    en: 'no weights reach the total of "{cell}": {total}; the nearest was {found}; widen bounds or leave totals out',
  },
  negativeCalibrated: {
    es: "la calibración lineal da factores negativos en {count} filas; indique bounds, como [0.3, 3], o use «raking»",
    en: 'linear calibration makes {count} weights negative; give bounds, such as [0.3, 3], or use "raking"',
  },
  missingBounds: {
    es: "falta bounds: «logit» necesita el menor y el mayor ajuste, como [0.5, 2]",
    en: 'missing bounds: "logit" requires the smallest and the largest adjustment, such as [0.5, 2]',
  },
  invalidBounds: {
    es: "bounds inválido: {low}, {high}; se espera un número de al menos 0 y menor que 1, y otro mayor que 1",
    en: "invalid bounds: {low}, {high}; a number of at least 0 and below 1, and one above 1, are expected",
  },
  invalidLimits: {
    es: "límites inválidos: {lower}, {upper}; se espera lower de al menos 0 y menor que upper",
    en: "invalid limits: {lower}, {upper}; lower must be at least 0 and below upper",
  },
  allTrimmed: {
    es: "límites inválidos: {lower}, {upper}; entre ellos no cabe lo recortado",
    en: "invalid limits: {lower}, {upper}; there is no room between them for what was cut",
  },
  classWithoutResponse: {
    es: "nadie respondió en la clase «{cell}»; júntela con otra",
    en: 'nobody responded in class "{cell}"; join it with another',
  },
  smallFrame: {
    es: "el marco dice {total} en «{cell}», donde la muestra tiene {count}",
    en: 'the frame says {total} in "{cell}", where the sample has {count}',
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
  invalidProb: {
    es: "proporción inválida de un cuantil: {value}; se espera un número entre 0 y 1, como 0.5 para la mediana",
    en: "invalid share of a quantile: {value}; a number between 0 and 1 is expected, such as 0.5 for the median",
  },
  invalidAt: {
    es: "valor inválido de una distribución acumulada: {value}; se espera un número",
    en: "invalid value of a cumulative distribution: {value}; a number is expected",
  },
  unknownStatistic: {
    es: "estadístico desconocido: {name} (existen: {known})",
    en: "unknown statistic: {name} (known: {known})",
  },
  duplicateEstimate: { es: "identificador repetido: «{id}»", en: 'duplicate id: "{id}"' },
  invalidContrast: {
    es: "contraste inválido de los grupos de «{between}»: los coeficientes suman {sum}; se esperan números que sumen 0",
    en: 'invalid contrast of the groups of "{between}": the coefficients add up to {sum}; numbers that add up to 0 are expected',
  },
  sameScores: {
    es: "tendencia inválida por «{between}»: se esperan al menos dos grupos con puntajes distintos",
    en: 'invalid trend over "{between}": at least two groups with different scores are expected',
  },
  overlappingSamples: {
    es: "no se puede comparar con «{source}»: las dos muestras se traslapan y sus errores no son independientes; compare con una fuente independiente, o los grupos dentro de una misma muestra",
    en: 'cannot compare with "{source}": the two samples overlap and their errors are not independent; compare with an independent source, or the groups within one sample',
  },
  invalidFigure: {
    es: "cifra externa inválida de «{source}»: {value}, error estándar {se}; se esperan números, el error de al menos 0, o null si no se conoce",
    en: 'invalid external figure from "{source}": {value}, standard error {se}; numbers are expected, the error at least 0, or null if it is not known',
  },
  invalidMargin: {
    es: "margen de equivalencia inválido: de {low} a {high}; se espera un intervalo con el 0 en su interior",
    en: "invalid margin of equivalence: {low} to {high}; an interval with 0 inside is expected",
  },
  needsDifference: {
    es: "equivalence necesita diferencias o contrastes, no {statistic}; use difference, compare, contrast o external",
    en: "equivalence requires differences or contrasts, not {statistic}; use difference, compare, contrast or external",
  },
  responseWithChoices: {
    es: "la regresión necesita números: «{name}» tiene categorías; nombre en «level» la respuesta que se explica",
    en: 'a regression requires numbers: "{name}" has categories; name the answer to be explained in "level"',
  },
  invalidBinomial: {
    es: "respuesta inválida de una regresión logística: {value}; se espera un número entre 0 y 1",
    en: "invalid response of a logistic regression: {value}; a number between 0 and 1 is expected",
  },
  invalidPoisson: {
    es: "respuesta inválida de una regresión de Poisson: {value}; se espera un número de al menos 0",
    en: "invalid response of a Poisson regression: {value}; a number of at least 0 is expected",
  },
  unknownTerm: {
    es: "término desconocido: «{name}» (el modelo tiene: {known})",
    en: 'unknown term: "{name}" (the model has: {known})',
  },
  noValues: {
    es: "faltan valores de «{name}», que es de números: indique en «values» los que se dan a todos",
    en: 'missing values of "{name}", a column of numbers: name in "values" those that everybody is given',
  },
  noTerms: {
    es: "faltan los términos de la regresión: nombre al menos una columna en «terms»",
    en: 'missing terms of the regression: name at least one column in "terms"',
  },
  invalidChosen: {
    es: "valor inválido de una opción: {value}; se espera 1, 0 o una celda vacía",
    en: "invalid value of a choice: {value}; 1, 0 or a blank cell is expected",
  },
};
