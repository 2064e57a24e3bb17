import type { Catalogue } from "./catalogue.js";

export const commandMessages: Catalogue = {};
