import type { Language } from "../words/catalogue.js";

/**
 * The language of messages in the terminal: `PERFIL_LANGUAGE` where it is set, else Spanish on a machine that is set to
 * it, else English. Outputs never depend on it.
 */
export function readerLanguage(): Language {
  const { PERFIL_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = PERFIL_LANGUAGE ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? "";
  return wanted.toLowerCase().startsWith("es") ? "es" : "en";
}
