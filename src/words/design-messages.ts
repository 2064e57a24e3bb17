import type { Catalogue } from "./catalogue.js";

export const designMessages: Catalogue = {};
