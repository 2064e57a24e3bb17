import { fill, type Holes, type Language } from "./words/catalogue.js";
import { messages } from "./words/messages.js";
import { plainText } from "./words/plain-text.js";

/** Where a problem is: a file, and inside it a sheet and cell, a column and row, or a path of keys. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  /** a cell's address as the spreadsheet shows it, `F14` */
  readonly cell?: string;
  readonly column?: string;
  /** the row as the file's reader counts it, the header being row 1 */
  readonly row?: number;
  /** a path of keys in a JSON file, `units.household.design.weights` */
  readonly path?: string;
}

/** One thing that is wrong: a code of the catalogue, what fills its holes, and where it is. */
export interface Problem {
  readonly code: string;
  readonly holes: Holes;
  readonly place: Place;
}

const placeWords: Readonly<Record<Language, Readonly<Record<keyof Place, string>>>> = {
  es: { file: "", sheet: "hoja", cell: "celda", column: "columna", row: "fila", path: "en" },
  en: { file: "", sheet: "sheet", cell: "cell", column: "column", row: "row", path: "at" },
};

/**
 * A problem as one line: the message, then the place behind an arrow. What came out of a file is shown without control
 * characters, with which it could write over the terminal.
 */
export function problemLine(problem: Problem, language: Language): string {
  return plainText(lineOf(problem, language));
}

function lineOf(problem: Problem, language: Language): string {
  const template = messages[problem.code]?.[language];
  if (template === undefined) throw new Error(`no text for message "${problem.code}"`);
  const words = placeWords[language];
  const parts = (["file", "sheet", "cell", "column", "row", "path"] as const)
    .filter((key) => problem.place[key] !== undefined)
    .map((key) => {
      const value = key === "sheet" || key === "column" ? `"${problem.place[key]}"` : problem.place[key];
      return words[key] === "" ? String(value) : `${words[key]} ${value}`;
    });
  return parts.length === 0 ? fill(template, problem.holes) : `${fill(template, problem.holes)} → ${parts.join(", ")}`;
}

/**
 * What is wrong with the input, all at once. The message is in English; `lines` gives it in the reader's language.
 *
 * @example
 * new DataError([{ code: "unknownColumn", holes: { name: "x", near: "" }, place: {} }]).problems.length; // => 1
 */
export class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problemLine(problem, "en")).join("\n"));
    this.name = "DataError";
    this.problems = problems;
  }

  /** One line a problem, in the language asked for. */
  lines(language: Language): readonly string[] {
    return this.problems.map((problem) => problemLine(problem, language));
  }
}

/** Throws all problems as one error when there are any. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DataError(problems);
}
