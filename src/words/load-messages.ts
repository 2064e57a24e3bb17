import type { Catalogue } from "./catalogue.js";

export const loadMessages: Catalogue = {};
