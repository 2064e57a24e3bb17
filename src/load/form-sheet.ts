import type { Texts } from "../words/catalogue.js";
import { cellText } from "./column.js";
import { toLanguage } from "./language.js";
import type { Sheet } from "./workbook.js";

/** A row of a form's sheet by header, with its number in the file (header = 1). */
export interface FormRow {
  readonly row: number;
  /** the cell under a header, as text; blank if there is none */
  cell(header: string): string;
  /** the texts under `label::Español (es)` and its like, by language code */
  texts(header: string): Texts;
}

/** A label as plain text: references to answers, styles and tags taken out. */
function plain(text: string): string {
  return text
    .replace(/\$\{[^{}]*\}/g, "…")
    .replace(/<[^<>]{1,200}>/g, " ")
    .replace(/\*\*|__/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A header in its parts: `label::English (en)` is a label in English, `label` one in the form's own language. */
function toHeader(text: string): { name: string; language: string | null } {
  const [name, ...rest] = text.split(/\s*::?\s*/);
  const language = rest.join(":").trim();
  return { name: (name ?? "").trim().toLowerCase().replace(/\s+/g, "_"), language: language === "" ? null : language };
}

/** A form's sheet: its headers, the languages of its labels, and the rows that hold anything. */
export interface FormSheet {
  readonly headers: ReadonlySet<string>;
  readonly languages: readonly string[];
  readonly rows: readonly FormRow[];
}

/** Reads a form's sheet by its headers; `own` is the language of headers that name none. */
export function formRows(sheet: Sheet, own: string): FormSheet {
  const headers = (sheet.rows[0] ?? []).map((cell) => toHeader(cellText(cell)));
  const index = new Map<string, number>();
  for (const [column, { name, language }] of headers.entries())
    if (language === null && name !== "" && !index.has(name)) index.set(name, column);
  const rows = sheet.rows.slice(1).map((cells, at): FormRow => {
    return {
      row: at + 2,
      cell: (header) => cellText(cells[index.get(header) ?? -1] ?? null),
      texts: (header) => {
        const found = headers.flatMap(({ name, language }, column): (readonly [string, string])[] => {
          const text = name === header ? plain(cellText(cells[column] ?? null)) : "";
          return text === "" ? [] : [[language === null ? own : toLanguage(language), text]];
        });
        return Object.fromEntries(found);
      },
    };
  });
  const kept = rows.filter((_, at) => (sheet.rows[at + 1] ?? []).some((cell) => cell !== null));
  const labels = headers.filter(({ name }) => name === "label");
  const languages = labels.map(({ language }) => (language === null ? own : toLanguage(language)));
  return { headers: new Set(headers.map(({ name }) => name)), languages: [...new Set(languages)], rows: kept };
}
