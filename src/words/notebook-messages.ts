import type { Catalogue } from "./catalogue.js";

export const notebookMessages: Catalogue = {
  kernelNotStarted: {
    es: "el núcleo de los cuadernos no arrancó: {detail}",
    en: "the notebook kernel did not start: {detail}",
  },
  missingNotebook: { es: "falta el cuaderno", en: "missing notebook" },
  duplicateNotebook: {
    es: "nombre de cuaderno repetido: {name} ({first} y {second}); sus copias tendrían el mismo nombre: cambie uno",
    en: "duplicate notebook name: {name} ({first} and {second}); their copies would have the same name: rename one",
  },
  unreadableNotebook: { es: "no se puede leer el cuaderno: {detail}", en: "the notebook cannot be read: {detail}" },
  notebookNotJson: {
    es: "no es un cuaderno de Jupyter: el archivo no es JSON válido",
    en: "not a Jupyter notebook: the file is not valid JSON",
  },
  notANotebook: {
    es: "no es un cuaderno de Jupyter: falta «nbformat»",
    en: 'not a Jupyter notebook: "nbformat" is missing',
  },
  notebookVersion: {
    es: "versión de cuaderno no admitida: nbformat {version}; ábralo y guárdelo en JupyterLab, que escribe la versión 4",
    en: "unsupported notebook version: nbformat {version}; open and save it in JupyterLab, which writes version 4",
  },
  invalidNotebook: { es: "cuaderno inválido: {detail}", en: "invalid notebook: {detail}" },
  notebookLanguage: {
    es: "lenguaje de cuaderno no admitido: {language}; elija en Jupyter el núcleo «perfil (TypeScript)»",
    en: 'unsupported notebook language: {language}; choose the kernel "perfil (TypeScript)" in Jupyter',
  },
  notebookStopped: {
    es: "el cuaderno {notebook} se detuvo en la celda {cell}",
    en: "notebook {notebook} stopped in cell {cell}",
  },
  notebookStoppedAt: {
    es: "el cuaderno {notebook} se detuvo en la celda {cell}, línea {line}",
    en: "notebook {notebook} stopped in cell {cell}, line {line}",
  },
  cellTimeout: {
    es: "la celda no terminó en {seconds} s y fue interrumpida",
    en: "the cell did not end within {seconds} s and was interrupted",
  },
  notebookTimeout: {
    es: "el cuaderno no terminó en {seconds} s y fue interrumpido en esta celda",
    en: "the notebook did not end within {seconds} s and was interrupted in this cell",
  },
  kernelExited: {
    es: "el núcleo terminó a mitad de la celda (código de salida {exit})",
    en: "the kernel ended in mid-cell (exit code {exit})",
  },
  kernelKilled: {
    es: "el núcleo fue terminado a mitad de la celda ({exit})",
    en: "the kernel was killed in mid-cell ({exit})",
  },
  kernelOutOfMemory: {
    es: "al núcleo se le acabó la memoria en esta celda",
    en: "the kernel ran out of memory in this cell",
  },
  cellNotRun: { es: "el núcleo no ejecutó la celda", en: "the kernel did not run the cell" },
};
