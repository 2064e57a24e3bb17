import type { Catalogue } from "./catalogue.js";

export const planMessages: Catalogue = {
  missingPlanSheet: {
    es: "falta la hoja «{name}» del plan de análisis (hojas: {known})",
    en: 'missing sheet "{name}" of the analysis plan (sheets: {known})',
  },
  missingPlanColumn: {
    es: "falta la columna «{name}» del plan{near}",
    en: 'missing column "{name}" of the plan{near}',
  },
  unknownPlanColumn: {
    es: "columna desconocida del plan: «{name}» ({near}?); corríjala, o dé otro nombre a la columna si es una nota",
    en: 'unknown column of the plan: "{name}" ({near}?); correct it, or rename the column if it is a note',
  },
  missingPlanCell: { es: "falta el valor de «{column}»", en: 'missing value of "{column}"' },
  emptyPlan: {
    es: "el plan no tiene indicadores; escriba uno por fila debajo de los encabezados",
    en: "the plan has no indicators; write one a row below the headers",
  },
  unknownKind: { es: "tipo desconocido: «{kind}» (existen: {known})", en: 'unknown kind: "{kind}" (known: {known})' },
  invalidComparison: {
    es: "comparación inválida: «{value}»; escriba «columna: a > b», la estimación es b menos a",
    en: 'invalid comparison: "{value}"; write "column: a > b", the estimate is b minus a',
  },
  invalidYesNo: { es: "valor inválido: «{value}»; escriba yes o no", en: 'invalid value: "{value}"; write yes or no' },
  duplicateId: {
    es: "identificador repetido: «{id}», ya está en la fila {row}",
    en: 'duplicate id: "{id}", already in row {row}',
  },
  planUnknownUnit: {
    es: "{id}: unidad desconocida: «{name}» (existen: {known})",
    en: '{id}: unknown unit: "{name}" (known: {known})',
  },
  planUnknownColumn: {
    es: "{id}: columna desconocida: «{name}»{near}",
    en: '{id}: unknown column: "{name}"{near}',
  },
  planUnknownValue: {
    es: "{id}: «{value}» no es un valor de {name} (existen: {known})",
    en: '{id}: "{value}" is not a value of {name} (known: {known})',
  },
  planIdentifying: {
    es: "{id}: «{name}» identifica a personas o lugares y no puede publicarse",
    en: '{id}: "{name}" identifies people or places and cannot be published',
  },
  planWrongType: {
    es: "{id}: «{name}» no sirve para un indicador de tipo {kind}",
    en: '{id}: "{name}" does not fit an indicator of kind {kind}',
  },
  planUnknownPart: {
    es: "{id}: parte desconocida de la muestra: «{name}» (partes no probabilísticas: {known})",
    en: '{id}: unknown part of the sample: "{name}" (non-probability parts: {known})',
  },
  unknownIndicator: {
    es: "indicador desconocido: «{id}»{near}; el plan no lo tiene",
    en: 'unknown indicator: "{id}"{near}; the plan does not have it',
  },
  unknownDisaggregation: {
    es: "el plan no desagrega «{id}» por «{by}» (lo hace por: {known})",
    en: 'the plan does not break "{id}" down by "{by}" (it does by: {known})',
  },
  unknownGroup: {
    es: "«{id}» no tiene exactamente una fila para «{group}» (tiene: {known})",
    en: '"{id}" has not exactly one row for "{group}" (it has: {known})',
  },
  unknownKey: { es: "no hay estimación con la clave «{key}»", en: 'no estimate with the key "{key}"' },
};
