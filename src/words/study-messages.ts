import type { Catalogue } from "./catalogue.js";

export const studyMessages: Catalogue = {};
