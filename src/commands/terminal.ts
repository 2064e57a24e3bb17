import type { Progress } from "../notebook/run.js";
import type { Language } from "../words/catalogue.js";

const STATES: Readonly<Record<Language, Readonly<Record<Progress["state"], string>>>> = {
  es: { starting: "arranca", running: "celda", done: "listo", failed: "se detuvo en la celda" },
  en: { starting: "starting", running: "cell", done: "done", failed: "stopped at cell" },
};

/** Tells on standard error, a line an event, which notebook runs which cell, and for how long. */
export function progress(language: Language): (event: Progress) => void {
  return ({ notebook, cell, cells, seconds, state }) => {
    const place = state === "starting" ? "" : state === "done" ? ` (${cells})` : ` ${cell}/${cells}`;
    console.error(`  ${notebook}  ${STATES[language][state]}${place}  ${seconds.toFixed(1)} s`);
  };
}

/** Picks a text of the terminal by the reader's language. */
export function say(language: Language, es: string, en: string): string {
  return language === "es" ? es : en;
}
