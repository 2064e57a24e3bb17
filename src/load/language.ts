/** Names of languages as forms write them, in the languages of the forms. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    es: "spanish español espanol castellano espagnol",
    en: "english inglés ingles anglais",
    fr: "french français francais francés frances",
    pt: "portuguese português portugues portugués",
    ar: "arabic arabe árabe عربي العربية",
    ht: "creole kreyòl kreyol haitian",
    uk: "ukrainian ucraniano українська",
    ru: "russian ruso русский",
    sw: "swahili kiswahili suajili",
    fa: "dari farsi persian",
  }).flatMap(([code, words]) => words.split(" ").map((word) => [word, code] as const)),
);

/**
 * The code of a language from how a form's header names it: the code in brackets, else a name that is known, else the name as it is.
 *
 * @example
 * toLanguage("Español (es)"); // => "es"
 */
export function toLanguage(text: string): string {
  const inBrackets = /\(([A-Za-z]{2,3})(?:[-_][A-Za-z]+)?\)\s*$/.exec(text);
  if (inBrackets !== null) return inBrackets[1]!.toLowerCase();
  const name = text.trim().toLowerCase();
  return names.get(name) ?? names.get(name.split(/[\s(]/)[0]!) ?? name;
}
