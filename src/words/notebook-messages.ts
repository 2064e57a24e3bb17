import type { Catalogue } from "./catalogue.js";

export const notebookMessages: Catalogue = {};
