import type { Problem } from "../errors.js";
import type { FormRow } from "./form-sheet.js";
import type { Level } from "./table.js";

/** The lists of choices by name; a choice that stands twice in a list is taken once and noted in `coped`. */
export function readChoices(
  rows: readonly FormRow[],
  file: string,
  coped: Problem[],
): ReadonlyMap<string, readonly Level[]> {
  const lists = new Map<string, Map<string, Level>>();
  for (const row of rows) {
    const list = row.cell("list_name");
    const value = row.cell("name") || row.cell("value");
    if (list === "" && value === "") continue;
    const place = { file, sheet: "choices", row: row.row };
    if (list === "" || value === "") {
      coped.push({ code: "choiceIncomplete", holes: {}, place });
      continue;
    }
    const levels = lists.get(list) ?? new Map<string, Level>();
    lists.set(list, levels);
    const texts = row.texts("label");
    const label = Object.keys(texts).length === 0 ? { es: value } : texts;
    if (levels.has(value)) coped.push({ code: "choiceTwice", holes: { list, value }, place });
    else levels.set(value, { value, label });
  }
  return new Map([...lists].map(([name, levels]) => [name, [...levels.values()]]));
}
