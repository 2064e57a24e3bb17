import type { Catalogue } from "./catalogue.js";

/** The texts of the cover, the contents, the methods chapter and the annex of a report. */
export const methodTexts: Catalogue = {
  contents: { es: "Contenido", en: "Contents" },
  summary: { es: "Mensajes principales", en: "Key messages" },
  summaryLead: {
    es: "Estos son los hallazgos del informe. Cada uno se volvió a probar con las cifras de esta edición; el enlace lleva a su evidencia.",
    en: "These are the findings of the report. Each was tested again with the figures of this edition; the link leads to its evidence.",
  },
  summaryIntervals: {
    es: "Los intervalos entre paréntesis son de confianza, al {confidence}.",
    en: "Intervals in brackets are {confidence} confidence intervals.",
  },
  summaryAgreed: { es: "Acordados por el grupo", en: "Agreed by the group" },
  summaryOpen: { es: "Por discutir", en: "To be discussed" },
  "short DFI": { es: "DFI: desplazamiento forzado interno.", en: "DFI: internal forced displacement." },
  "short PDFI": {
    es: "PDFI: personas en situación de desplazamiento forzado interno.",
    en: "PDFI: internally displaced persons.",
  },
  working: { es: "Informe de trabajo:", en: "Working report:" },
  openMatter: { es: "1 asunto por resolver", en: "1 matter to be settled" },
  openMatters: { es: "{count} asuntos por resolver", en: "{count} matters to be settled" },
  status: { es: "Estado", en: "Status" },
  preliminar: { es: "preliminar", en: "preliminary" },
  final: { es: "final", en: "final" },
  referenceDate: { es: "Periodo de referencia", en: "Reference period" },
  collectionDates: { es: "Levantamiento", en: "Data collection" },
  analysisDate: { es: "Análisis", en: "Analysis" },
  fromTo: { es: "del {from} al {to}", en: "{from} to {to}" },
  fingerprint: { es: "Huella de la corrida", en: "Fingerprint of the run" },
  fingerprintNote: {
    es: "Dos informes con la misma huella salieron de los mismos datos, plan, código y ajustes.",
    en: "Two reports with the same fingerprint were made from the same data, plan, code and settings.",
  },
  sourceTitle: { es: "Fuente", en: "Source" },
  contactTitle: { es: "Contacto", en: "Contact" },
  top: { es: "Ir al inicio", en: "Back to top" },
  page: { es: "Página", en: "Page" },
  code: { es: "Código de este capítulo", en: "Code of this chapter" },
  codeNote: { es: "Celdas de {notebook}, en su orden.", en: "Cells of {notebook}, in order." },
  methods: { es: "Metodología", en: "Methodology" },
  annex: { es: "Anexo: todas las estimaciones publicadas", en: "Annex: all released estimates" },
  annexLead: {
    es: "{count} estimaciones del plan de análisis; {withheld} reservadas por confidencialidad. La clave (E1, E2…) es la que citan los hallazgos; junto a cada indicador está su identificador en el plan.",
    en: "{count} estimates of the analysis plan; {withheld} withheld to protect confidentiality. The code (E1, E2…) is the one that findings cite; beside each indicator stands its identifier in the plan.",
  },
  search: { es: "Buscar en el anexo", en: "Search the annex" },
  searchNone: { es: "Nada coincide con la búsqueda.", en: "Nothing matches the search." },
  designTitle: { es: "Diseño de la muestra", en: "Sample design" },
  designUnit: {
    es: "{label}: {rows} registros de {households} hogares, en {strata} estratos y {psu} unidades primarias de muestreo (UPM).",
    en: "{label}: {rows} records from {households} households, in {strata} strata and {psu} primary sampling units (PSU).",
  },
  designUnitSame: {
    es: "{label}: {rows} registros, en {strata} estratos y {psu} unidades primarias de muestreo (UPM).",
    en: "{label}: {rows} records, in {strata} strata and {psu} primary sampling units (PSU).",
  },
  designUnitBare: { es: "{label}: {rows} registros.", en: "{label}: {rows} records." },
  designUnitNone: {
    es: "{label}: ningún registro tiene una probabilidad de selección conocida.",
    en: "{label}: no record has a known probability of selection.",
  },
  universeOf: { es: "Universo: {universe}.", en: "Universe: {universe}." },
  weights: {
    es: "Los factores de expansión van de {min} a {max} y suman {sum}; la desigualdad entre ellos multiplica la varianza por cerca de {deff} (1 + CV² de los factores).",
    en: "Sampling weights run from {min} to {max} and add to {sum}; their inequality multiplies the variance by about {deff} (1 + CV² of the weights).",
  },
  noWeights: {
    es: "No hay factores de expansión: cada registro cuenta una vez. Resultados e intervalos valen para el universo solo si todos tuvieron la misma probabilidad de selección.",
    en: "There are no sampling weights: each record counts once. Results and intervals hold for the universe only if all had the same chance of selection.",
  },
  "singletons error": {
    es: "Ningún estrato puede tener una sola UPM: el cálculo se detiene si ocurre.",
    en: "No stratum may have a single PSU: the computation stops if one does.",
  },
  "singletons certainty": {
    es: "Un estrato con una sola UPM se trata como incluido con certeza y no aporta varianza.",
    en: "A stratum with a single PSU is treated as selected with certainty and adds no variance.",
  },
  "singletons centre": {
    es: "En un estrato con una sola UPM la varianza se mide respecto de la media de todas las UPM.",
    en: "In a stratum with a single PSU the variance is measured around the mean of all PSUs.",
  },
  "singletons average": {
    es: "A un estrato con una sola UPM se le asigna la varianza media de los demás estratos.",
    en: "A stratum with a single PSU is given the mean variance of the other strata.",
  },
  scopeTitle: { es: "Qué se puede generalizar y qué no", en: "What can be generalised and what cannot" },
  "part probability": {
    es: "{label}: {rows} registros con probabilidad de selección conocida; sus resultados se generalizan al universo indicado.",
    en: "{label}: {rows} records with a known probability of selection; results generalise to the stated universe.",
  },
  "part census": {
    es: "{label}: {rows} registros de un censo; cada uno se representa a sí mismo.",
    en: "{label}: {rows} records of a census; each stands for itself.",
  },
  "part nonprobability": {
    es: "{label}: {rows} registros sin probabilidad de selección conocida. Describen solo a quienes fueron encuestados: no se ponderan, no llevan error estándar, intervalo ni prueba, y nunca se suman con el resto.",
    en: "{label}: {rows} records without a known probability of selection. They describe only those surveyed: they are not weighted, have no standard error, interval or test, and are never pooled with the rest.",
  },
  responseTitle: { es: "Respuesta", en: "Response" },
  varianceTitle: { es: "Estimaciones y su error", en: "Estimates and their error" },
  variance1: {
    es: "Cada estimación es una función suave de totales ponderados. Su varianza se obtiene por linealización de Taylor: la función se reemplaza por sus primeras derivadas y se mide cuánto varían entre sí los totales de las unidades primarias dentro de cada estrato. Donde el diseño declara cuántas unidades había en una etapa, se aplica la corrección por población finita y la etapa siguiente aporta su propia varianza; donde no, las etapas siguientes no aportan nada aparte (método del conglomerado último).",
    en: "Each estimate is a smooth function of weighted totals. Its variance is obtained by Taylor linearisation: the function is replaced by its first derivatives, and what is measured is how much the totals of primary units vary within each stratum. Where the design states how many units a stage had, the finite population correction is applied and the next stage adds a variance of its own; where it does not, later stages add nothing of their own (ultimate cluster method).",
  },
  variance2: {
    es: "Los intervalos son al {confidence}, con la t de Student; sus grados de libertad son las UPM menos los estratos que tienen casos en el dominio. Para una proporción se calculan en la escala logit, de modo que nunca salen de 0 a 100 %; si nadie o todas las respuestas tienen la característica, el límite es el exacto de Korn y Graubard.",
    en: "Intervals are at {confidence}, with Student's t; its degrees of freedom are the PSUs less the strata with cases in the domain. For a proportion they are computed on the logit scale, so that they never leave 0 to 100%; if nobody or everybody has the characteristic, the limit is Korn and Graubard's exact one.",
  },
  variance3: {
    es: "Un grupo o una condición es un dominio: nunca se borran registros antes de calcular el error. Quien no respondió una pregunta, o no la recibió, no cuenta en las estimaciones que la necesitan, entre ellas las razones y las variables derivadas de ella; en las demás sí cuenta.",
    en: "A group or a condition is a domain: records are never dropped before the error is computed. Whoever did not answer a question, or was not asked it, does not count in the estimates that need it, ratios and variables derived from it among them, and counts in all others.",
  },
  variance4: {
    es: "En una pregunta de respuesta múltiple el denominador es quien la contestó con al menos una opción válida; los porcentajes no suman 100 %.",
    en: "In a multiple-answer question the denominator is whoever gave at least one valid answer; percentages do not add to 100%.",
  },
  variance5: {
    es: "Referencias: Särndal, Swensson y Wretman (1992); Korn y Graubard (1998); Lumley (2010).",
    en: "References: Särndal, Swensson and Wretman (1992); Korn and Graubard (1998); Lumley (2010).",
  },
  precisionTitle: { es: "Precisión", en: "Precision" },
  "precision inegi": {
    es: "Se usa el criterio de INEGI sobre el coeficiente de variación (CV), que es el error estándar entre la estimación. Llevan etiqueta las cifras publicadas que tienen un CV; no la llevan las diferencias, las celdas reservadas ni las cifras sin error estándar o con uno de cero:",
    en: "INEGI's rule on the coefficient of variation (CV), the standard error over the estimate, is used. Published figures that have a CV carry a label; differences, withheld cells and figures without a standard error, or with one of zero, carry none:",
  },
  "precision inegi high": { es: "sin signo — alta: CV menor que 15 %;", en: "no sign — high: CV under 15%;" },
  "precision inegi moderate": {
    es: "◐ (amarillo) — moderada: CV de 15 % a menos de 30 %;",
    en: "◐ (yellow) — moderate: CV from 15% to under 30%;",
  },
  "precision inegi low": {
    es: "● (naranja oscuro) — baja: CV de 30 % o más; la cifra se usa con cautela.",
    en: "● (dark orange) — low: CV of 30% or more; the figure is to be used with caution.",
  },
  precisionOther: { es: "Criterio de precisión: {policy}.", en: "Precision rule: {policy}." },
  precisionCounts: {
    es: "En esta corrida: {high} altas, {moderate} moderadas, {low} bajas y {none} sin etiqueta (diferencias, reservadas y cifras sin error estándar o con uno de cero).",
    en: "In this run: {high} high, {moderate} moderate, {low} low and {none} without a label (differences, withheld, and figures without a standard error or with one of zero).",
  },
  precisionLimit: {
    es: "El CV de un porcentaje pequeño es alto aunque su error sea chico, y el de su complemento es bajo: conviene leer siempre el intervalo.",
    en: "The CV of a small percentage is high even if its error is small, and that of its complement is low: always read the interval.",
  },
  disclosureTitle: { es: "Confidencialidad", en: "Confidentiality" },
  disclosure1: {
    es: "No se muestra nada de un grupo con menos de {households} hogares que respondieron, ni una diferencia en la que alguno de los dos lados tenga menos, ni las variables que el grupo de trabajo considera sensibles y no ha abierto.",
    en: "Nothing is shown for a group of fewer than {households} responding households, nor a difference in which either side has fewer, nor variables that the working group considers sensitive and has not opened.",
  },
  disclosureSubtraction: {
    es: "Tampoco se muestran las cifras de una variable que, al restarlas entre sí, dejarían ver a un grupo así: en los márgenes de un cuadro, entre dos desagregaciones, entre poblaciones contenidas una en otra, o en los registros cuyo grupo no se conoce. Esta revisión se hace variable por variable; no compara una variable con otra.",
    en: "Nor are figures of a variable shown that, subtracted from one another, would reveal such a group: along the margins of a table, between two disaggregations, between populations that lie one inside another, or in the records whose group is not known. This check is made variable by variable; it does not compare one variable with another.",
  },
  disclosure2: {
    es: "Una celda reservada lleva una raya y el signo ᶜ; no es cero. En esta corrida hay {withheld} de {count}.",
    en: "A withheld cell carries a dash and the sign ᶜ; it is not zero. This run has {withheld} of {count}.",
  },
  pendingTitle: { es: "Lo que falta por resolver", en: "What is still open" },
  softwareTitle: { es: "Programas", en: "Software" },
  software: {
    es: "Los cálculos y este informe se hicieron con programas abiertos, en estas versiones:",
    en: "Computations and this report were made with open software, in these versions:",
  },
};
