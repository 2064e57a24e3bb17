import { utils, write } from "xlsx";
import type { PlanLine } from "./draft.js";

/** What each column of a plan is, in both languages: the second sheet. */
const columns: readonly (readonly [string, string, string])[] = [
  ["id", "identificador único del indicador", "unique identifier of the indicator"],
  ["chapter", "número del cuaderno que lo muestra", "number of the notebook that shows it"],
  ["question", "columna que se mide; en una razón, el numerador", "column that is measured; for a ratio the numerator"],
  ["kind", "share, multiple, mean, total, ratio o difference", "share, multiple, mean, total, ratio or difference"],
  [
    "by",
    "desagregaciones separadas por ; con + para cruzarlas; total = todos juntos",
    "disaggregations separated by ; with + to cross them; total = all together",
  ],
  ["title", "nombre del indicador en español", "name of the indicator in Spanish"],
  ["title_en", "nombre del indicador en inglés", "name of the indicator in English"],
  [
    "unit",
    "unidad de análisis, como en study.json; en blanco = household",
    "unit of analysis, as in study.json; blank = household",
  ],
  ["level", "solo esta opción; en blanco = todas", "only this choice; blank = all"],
  ["denominator", "denominador de una razón", "denominator of a ratio"],
  ["compare", "columna: a > b; la estimación es b menos a", "column: a > b; the estimate is b minus a"],
  [
    "population",
    "a quiénes se refiere, como expresión XLSForm; en blanco = todos",
    "whom it is about, as an XLSForm expression; blank = all",
  ],
  [
    "part",
    "parte de la muestra sin probabilidades conocidas; en blanco = muestra probabilística",
    "part of the sample without known probabilities; blank = the probability sample",
  ],
  ["sensitive", "yes = no se publica sin acuerdo del grupo", "yes = not published without the group's agreement"],
];

/** A plan as the bytes of its workbook: the sheet `plan`, and `leeme`, which explains it. */
export function planWorkbook(lines: readonly PlanLine[]): Uint8Array {
  const headers = columns.map(([name]) => name);
  const rows = lines.map((line) => {
    const cells: Readonly<Record<string, string>> = { ...line };
    return headers.map((name) => cells[name] ?? "");
  });
  const plan = utils.aoa_to_sheet([headers, ...rows]);
  plan["!cols"] = headers.map((name) => ({
    wch: name.startsWith("title") ? 60 : name === "question" || name === "id" ? 28 : 12,
  }));
  const notes = utils.aoa_to_sheet([["columna", "qué es", "what it is"], ...columns.map((row) => [...row])]);
  notes["!cols"] = [{ wch: 12 }, { wch: 70 }, { wch: 70 }];
  const book = utils.book_new();
  utils.book_append_sheet(book, plan, "plan");
  utils.book_append_sheet(book, notes, "leeme");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}
