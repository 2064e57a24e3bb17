/** A text by language code; `es` is always there in a study's own texts. */
export type Texts = Readonly<Record<string, string>>;

/** The languages of the program's own texts. */
export type Language = "es" | "en";

/** A list of the program's texts by code, with `{holes}` for what varies. */
export type Catalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The values that fill the holes of a text. */
export type Holes = Readonly<Record<string, string | number>>;

/**
 * Fills the `{holes}` of a template; a hole without a value is an error of the program, never printed.
 *
 * @throws {Error} if the template has a hole that `holes` does not fill
 * @example
 * fill("missing weight: row {row}", { row: 3 }); // => "missing weight: row 3"
 */
export function fill(template: string, holes: Holes): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = holes[name];
    if (value === undefined) throw new Error(`open hole in a text: {${name}} in "${template}"`);
    return String(value);
  });
}

/**
 * The text for a reader of one language: the language asked for, else Spanish, else English, else whatever there is.
 *
 * @example
 * inLanguage({ es: "Hogares", en: "Households" }, "en"); // => "Households"
 */
export function inLanguage(texts: Texts, language: string): string {
  return texts[language] ?? texts.es ?? texts.en ?? Object.values(texts)[0] ?? "";
}
