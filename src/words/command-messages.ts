import type { Catalogue } from "./catalogue.js";

export const commandMessages: Catalogue = {
  exploratoryRow: {
    es: "la celda {cell} muestra «{id}» con números que el plan no declara; añada el indicador al plan o quite show de la celda",
    en: 'cell {cell} shows "{id}" with numbers that the plan does not declare; add the indicator to the plan or take show out of the cell',
  },
  duplicateBlock: {
    es: "la celda {cell} muestra otra vez el identificador «{id}»; cada cuadro, figura o hallazgo necesita el suyo",
    en: 'cell {cell} shows the id "{id}" again; every table, figure or finding needs its own',
  },
  noNotebooks: {
    es: "no hay cuadernos (.ipynb) en {folder}",
    en: "no notebooks (.ipynb) in {folder}",
  },
  noReference: {
    es: "no hay resultados de referencia: falta {file}; revise un informe y copie ahí su estimates.csv, o indique una carpeta con --against",
    en: "no reference results: {file} is missing; review a report and copy its estimates.csv there, or name a folder with --against",
  },
  outputsNotAFolder: {
    es: "la carpeta de resultados es un archivo; muévalo, o indique otra carpeta con --out",
    en: "the outputs folder is a file; move it, or name another folder with --out",
  },
  outputsTaken: {
    es: "el informe no puede escribirse en esa carpeta: es la del estudio o el proyecto, o está mezclada con los cuadernos o lo confidencial; use una propia",
    en: "the report cannot be written to that folder: it is the study's or the project's, or mixed with notebooks or confidential files; use one of its own",
  },
  outputsNotWritable: {
    es: "no se puede escribir en la carpeta de resultados: {detail}",
    en: "the outputs folder cannot be written to: {detail}",
  },
  evidenceNotOne: {
    es: "hallazgo «{id}»: la evidencia «{name}» son {count} estimaciones y debe ser una; elija el grupo o la respuesta",
    en: 'finding "{id}": the evidence "{name}" is {count} estimates and must be one; pick the group or the answer',
  },
  evidenceWithheld: {
    es: "hallazgo «{id}»: la evidencia «{name}» es una celda reservada y no puede citarse",
    en: 'finding "{id}": the evidence "{name}" is a withheld cell and cannot be cited',
  },
  openHole: {
    es: "hallazgo «{id}»: el hueco «{name}» no tiene valor (hay: {known})",
    en: 'finding "{id}": the hole "{name}" has no value (there are: {known})',
  },
};
