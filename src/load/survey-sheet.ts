import type { Problem } from "../errors.js";
import type { Texts } from "../words/catalogue.js";
import type { FormRow } from "./form-sheet.js";
import { toBracket, toType } from "./question-type.js";
import type { Question, Repeat } from "./questionnaire.js";
import type { Level } from "./table.js";

/** A group or repeat that has been opened and not yet closed. */
interface Open {
  readonly what: "group" | "repeat";
  readonly name: string;
  readonly relevant: string;
}

const isYes = (text: string): boolean => /^(yes|true|true\(\)|sí|si|1)$/i.test(text);

const other: Level = { value: "other", label: { es: "Otro", en: "Other" } };

/** The choices of a question, with the "other" that the form adds by itself. */
function choicesOf(levels: readonly Level[], orOther: boolean): readonly Level[] {
  return orOther && !levels.some(({ value }) => value === "other") ? [...levels, other] : levels;
}

/** The questions and repeats of the `survey` sheet, in its order; what it could not take as written is noted in `coped`. */
export function readSurvey(
  rows: readonly FormRow[],
  lists: ReadonlyMap<string, readonly Level[]>,
  file: string,
  coped: Problem[],
): { questions: readonly Question[]; repeats: readonly Repeat[] } {
  const questions: Question[] = [];
  const repeats: Repeat[] = [];
  const open: Open[] = [];
  const seen = new Set<string>();
  const innermost = (): string | null => open.findLast(({ what }) => what === "repeat")?.name ?? null;
  const conditions = (own: string): readonly string[] => {
    const all = [...open.map(({ relevant }) => relevant), own].map((text) => text.trim());
    return [...new Set(all.filter((text) => text !== ""))];
  };

  for (const row of rows) {
    const type = row.cell("type");
    const name = row.cell("name");
    const note = (code: string, holes: Problem["holes"]): void => {
      coped.push({ code, holes, place: { file, sheet: "survey", row: row.row } });
    };
    if (type === "") {
      if (name !== "") note("typeMissing", { name });
      continue;
    }
    const bracket = toBracket(type);
    const relevant = row.cell("relevant") || row.cell("relevance");
    if (bracket?.opens === true) {
      if (bracket.what === "repeat")
        repeats.push({ name, label: row.texts("label"), of: innermost(), conditions: conditions(relevant) });
      open.push({ what: bracket.what, name, relevant });
      continue;
    }
    if (bracket !== null) {
      const closed = open.pop();
      if (closed === undefined) note("closedTwice", { name });
      else if (name !== "" && name !== closed.name) note("closedOther", { name, open: closed.name });
      continue;
    }
    const known = toType(type);
    if (known === null || name === "") {
      note(known === null ? "typeUnknown" : "nameMissing", { name, type });
      continue;
    }
    const repeat = innermost();
    const key = `${repeat ?? ""}/${name}`;
    if (seen.has(key)) {
      note("questionTwice", { name });
      continue;
    }
    seen.add(key);
    const levels = known.list === undefined ? undefined : lists.get(known.list);
    if (known.list !== undefined && levels === undefined) note("listMissing", { name, list: known.list });
    const texts = row.texts("label");
    const label: Texts = Object.keys(texts).length === 0 ? { es: name } : texts;
    const [constraint, calculation] = [row.cell("constraint"), row.cell("calculation")];
    const path = open.map((each) => each.name);
    const shared = { path, repeat, conditions: conditions(relevant) };
    questions.push({
      name,
      kind: known.kind,
      label,
      ...(levels === undefined ? {} : { choices: choicesOf(levels, known.orOther) }),
      ...shared,
      required: isYes(row.cell("required")),
      ...(constraint === "" ? {} : { constraint }),
      ...(calculation === "" ? {} : { calculation }),
    });
    if (known.orOther)
      questions.push({ name: `${name}_other`, kind: "text", label: other.label, ...shared, required: false });
  }
  for (const { name } of open) coped.push({ code: "neverClosed", holes: { name }, place: { file, sheet: "survey" } });
  return { questions, repeats };
}
