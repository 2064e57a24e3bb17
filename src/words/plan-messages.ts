import type { Catalogue } from "./catalogue.js";

export const planMessages: Catalogue = {};
