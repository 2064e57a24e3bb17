import type { Catalogue } from "./catalogue.js";

export const notebookMessages: Catalogue = {
  kernelNotStarted: {
    es: "el núcleo de los cuadernos no arrancó: {detail}",
    en: "the notebook kernel did not start: {detail}",
  },
};
