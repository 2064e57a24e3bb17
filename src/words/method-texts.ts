import type { Catalogue } from "./catalogue.js";
export const methodTexts: Catalogue = {};
