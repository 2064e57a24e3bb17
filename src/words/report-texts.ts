import { type Catalogue, fill, type Holes, type Language } from "./catalogue.js";
import { methodTexts } from "./method-texts.js";

/** The program's own texts in tables, figures and the report. */
const exhibitTexts: Catalogue = {
  synthetic: { es: "DATOS SINTÉTICOS – DEMOSTRACIÓN", en: "SYNTHETIC DATA – DEMONSTRATION" },
  estimate: { es: "Estimación", en: "Estimate" },
  standardError: { es: "Error estándar", en: "Standard error" },
  cv: { es: "CV", en: "CV" },
  interval: { es: "IC {confidence}", en: "{confidence} CI" },
  intervals: { es: "Intervalo de confianza", en: "Confidence interval" },
  n: { es: "n", en: "n" },
  households: { es: "Hogares", en: "Households" },
  pValue: { es: "Valor p", en: "p-value" },
  pAdjusted: { es: "Valor p ajustado", en: "Adjusted p-value" },
  answer: { es: "Respuesta", en: "Answer" },
  indicator: { es: "Indicador", en: "Indicator" },
  comparison: { es: "Comparación", en: "Comparison" },
  minus: { es: "{b} menos {a}", en: "{b} minus {a}" },
  over: { es: "{b} entre {a}", en: "{b} over {a}" },
  lessFigure: { es: "estimación menos {source}", en: "estimate minus {source}" },
  part: { es: "Parte de la muestra", en: "Part of the sample" },
  probabilityPart: { es: "Muestra probabilística", en: "Probability sample" },
  total: { es: "Total", en: "Total" },
  points: { es: "{value} pp", en: "{value} pp" },
  pointsNote: { es: "pp: puntos porcentuales.", en: "pp: percentage points." },
  differenceNote: {
    es: "Las diferencias se calculan antes de redondear.",
    en: "Differences are computed before rounding.",
  },
  totalLow: {
    es: "Total incompleto: {share} del peso no tiene respuesta; el total queda por debajo.",
    en: "Incomplete total: {share} of the weight has no answer, so the total is low by it.",
  },
  totalsLow: {
    es: "Totales incompletos: hasta {share} del peso no tiene respuesta; los totales quedan por debajo.",
    en: "Incomplete totals: up to {share} of the weight has no answer, so the totals are low by it.",
  },
  under: { es: "menos de {value}", en: "less than {value}" },
  to: { es: "a", en: "to" },
  atLeast: { es: "{value} o más", en: "{value} or more" },
  atMost: { es: "hasta {value}", en: "up to {value}" },
  notApplicable: { es: "n. a.", en: "n/a" },
  notApplicableNote: { es: "n. a.: no aplica.", en: "n/a: not applicable." },
  withheld: { es: "reservada", en: "withheld" },
  withheldNote: {
    es: "Celda reservada por confidencialidad: no es cero.",
    en: "Cell withheld to protect confidentiality: it is not zero.",
  },
  nonprobabilityNote: {
    es: "Muestra no probabilística: describe solo a quienes fueron encuestados y no se puede generalizar; no tiene error estándar, CV, intervalo ni prueba.",
    en: "Not a probability sample: it describes only those surveyed and cannot be generalised; it has no standard error, CV, interval or test.",
  },
  notGeneralisable: { es: "no generalizable", en: "cannot be generalised" },
  exploratory: {
    es: "EXPLORATORIO: no está en el plan de análisis y no se publica.",
    en: "EXPLORATORY: not in the analysis plan and not published.",
  },
  high: { es: "precisión alta", en: "high precision" },
  moderate: { es: "precisión moderada", en: "moderate precision" },
  low: { es: "precisión baja", en: "low precision" },
  moderateNote: {
    es: "Precisión moderada (CV de 15 % a menos de 30 %).",
    en: "Moderate precision (CV from 15% to under 30%).",
  },
  lowNote: {
    es: "Precisión baja (CV de 30 % o más): úsese con cautela.",
    en: "Low precision (CV of 30% or more): use with caution.",
  },
  precisionCaption: { es: "Precisión: criterio de INEGI, por CV.", en: "Precision: INEGI's rule, by CV." },
  multipleNote: {
    es: "Se podía indicar más de una respuesta; los porcentajes no suman 100 %.",
    en: "More than one answer could be given; percentages do not add to 100%.",
  },
  source: { es: "Fuente: {source}.", en: "Source: {source}." },
  universe: { es: "Universo: {universe}.", en: "Universe: {universe}." },
  universeWhere: { es: "{universe}, donde {condition}", en: "{universe}, where {condition}" },
  confidenceCaption: { es: "Intervalos de confianza al {confidence}.", en: "{confidence} confidence intervals." },
  survey: { es: "Evidencia: encuesta por muestreo.", en: "Evidence: sample survey." },
  surveyParts: {
    es: "Evidencia: encuesta; parte de ella sin probabilidades conocidas.",
    en: "Evidence: survey; part of it without known probabilities.",
  },
  surveyNonprobability: {
    es: "Evidencia: encuesta sin probabilidades conocidas.",
    en: "Evidence: survey without known probabilities.",
  },
  sampleCounts: {
    es: "Evidencia: conteo de la muestra, sin ponderar.",
    en: "Evidence: count of the sample, unweighted.",
  },
  counted: { es: "n = {n}", en: "n = {n}" },
  sampleSize: { es: "n = {n}.", en: "n = {n}." },
  sampleSizeHouseholds: { es: "n = {n} ({households} hogares).", en: "n = {n} ({households} households)." },
  sampleRange: { es: "n: de {low} a {high} por grupo.", en: "n: from {low} to {high} by group." },
  dataTable: { es: "Datos de la figura", en: "Data of the figure" },
  scriptsOff: {
    es: "Para ver la gráfica se necesita JavaScript; abajo está la tabla con sus datos.",
    en: "The chart needs JavaScript; the table with its data is below.",
  },
  table: { es: "Cuadro", en: "Table" },
  figure: { es: "Figura", en: "Figure" },
  altBars: { es: "Gráfica de barras", en: "Bar chart" },
  altPyramid: { es: "Pirámide por edad y sexo", en: "Age and sex pyramid" },
  altPeriods: { es: "Gráfica de columnas por periodo", en: "Column chart by period" },
  altCauses: { es: "Gráfica de barras de respuesta múltiple", en: "Multiple-answer bar chart" },
  altMore: { es: "y {count} valores más en la tabla", en: "and {count} more values in the table" },
  percentOfGroup: { es: "% de las personas de cada grupo", en: "% of the people in each group" },
  percentOfSex: { es: "% de las personas de cada sexo", en: "% of the people of each sex" },
  peopleAxis: { es: "Personas", en: "People" },
  finding: { es: "Hallazgo", en: "Finding" },
  evidence: { es: "Evidencia", en: "Evidence" },
  notHeld: {
    es: "La prueba prevista para este hallazgo no se cumplió en esta corrida; se muestra su redacción alternativa.",
    en: "The test planned for this finding was not met in this run; its alternative wording is shown.",
  },
  notHeldP: { es: "Valor p de la diferencia: {p}.", en: "p-value of the difference: {p}." },
  reading: { es: "Lectura del grupo", en: "The group's reading" },
  dissent: { es: "Disenso", en: "Dissent" },
  agreed: { es: "acordada", en: "agreed" },
  contested: { es: "en disputa", en: "contested" },
  proposed: { es: "propuesta", en: "proposed" },
  rejected: { es: "rechazada", en: "rejected" },
  quantile: { es: "Cuantil", en: "Quantile" },
  "reason nobody": { es: "nadie en la muestra", en: "nobody in the sample" },
  "reason everybody": { es: "todas las personas u hogares de la muestra", en: "everybody in the sample" },
  "reason nobody answered": { es: "nadie respondió", en: "nobody answered" },
  "reason no degrees of freedom": {
    es: "sin grados de libertad para calcular el error",
    en: "no degrees of freedom to compute the error",
  },
  "reason fixed by calibration": {
    es: "sin error: los factores se calibraron a este valor",
    en: "no error: the weights were calibrated to it",
  },
  "reason not a probability sample": { es: "no es muestra probabilística", en: "not a probability sample" },
  "reason weights sum to no more than n": {
    es: "los factores no suman más que n",
    en: "the weights sum to no more than n",
  },
  "reason no variation": { es: "sin variación entre las respuestas", en: "no variation among the answers" },
  "reason denominator is zero": { es: "el denominador es cero", en: "the denominator is zero" },
  "reason a replicate is empty": {
    es: "en alguna réplica el estimador no existe",
    en: "a replicate has no value",
  },
  "reason one side is empty": { es: "un lado de la comparación está vacío", en: "one side of the comparison is empty" },
  "reason limit beyond the data": {
    es: "un límite queda más allá de los datos",
    en: "a limit lies beyond the data",
  },
  "reason estimate is zero": { es: "la estimación es cero", en: "the estimate is zero" },
  "reason estimate is negative": { es: "la estimación es negativa", en: "the estimate is negative" },
  "reason a group is empty": { es: "un grupo de la comparación está vacío", en: "a group of the comparison is empty" },
  "reason external error unknown": {
    es: "no se conoce el error de la cifra externa",
    en: "the error of the external figure is not known",
  },
  "reason empty cells": {
    es: "demasiadas celdas de la tabla están vacías",
    en: "too many cells of the table are empty",
  },
  "reason no sampling error": { es: "sin error de muestreo que comparar", en: "no sampling error to compare with" },
  "reason explained by other terms": {
    es: "otros términos del modelo lo explican por completo",
    en: "other terms of the model explain it fully",
  },
  "reason no convergence": {
    es: "los datos no determinan el modelo: un coeficiente crece sin límite",
    en: "the data do not settle the model: a coefficient grows without limit",
  },
};

const texts: Catalogue = { ...exhibitTexts, ...methodTexts };

/** The language of the program's own texts for a reader of a study's language: English, or else Spanish. */
export function programLanguage(language: string): Language {
  return language === "en" ? "en" : "es";
}

/**
 * A text of tables, figures and the report, with its holes filled.
 *
 * @throws {Error} if there is no such text: an error of the program
 * @example
 * reportText("total", "en"); // => "Total"
 */
export function reportText(code: string, language: string, holes: Holes = {}): string {
  const text = texts[code];
  if (text === undefined) throw new Error(`no text for "${code}"`);
  // A number is never parted from its per cent sign, nor n from its number, at the end of a line.
  return fill(text[programLanguage(language)], holes)
    .replace(/(\d) %/g, "$1\u202f%")
    .replace(/\bn = /g, "n\u00a0=\u00a0");
}
