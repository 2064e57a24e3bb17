import type { Problem } from "../errors.js";
import { nearest } from "../words/nearest.js";
import type { Question } from "./questionnaire.js";
import type { UnitSheet } from "./unit-sheet.js";

/** The questions that an analysis rests on: what exports leave out for protection, and notes, are not among them. */
const isAnswered = ({ kind }: Question): boolean => kind === "one" || kind === "multiple" || kind === "number";

/** More than this share of a sheet's questions without a column: the form is not the one that the data were collected with. */
const TOO_MANY = 0.2;

/**
 * Whether a form fits a sheet. If more than a fifth of its questions have no column, that is a problem for each of them and each column
 * that no question explains, with the names most like it; fewer are noted.
 */
export function formFit(unit: UnitSheet): { problems: readonly Problem[]; coped: readonly Problem[] } {
  const place = { file: unit.file, sheet: unit.sheet.name };
  const { whole, parts, others, loosely } = unit.matched;
  const asked = unit.questions.filter(isAnswered);
  const absent = asked.filter(({ name }) => !whole.has(name) && !parts.has(name));
  const extra = others.map((column) => unit.headers[column]!);
  const near = (name: string, known: readonly string[]): Problem["holes"] => ({
    name,
    near: nearest(name, known)
      .map((each) => `"${each}"`)
      .join(", "),
  });
  const toProblem = (holes: Problem["holes"], code: string): Problem => ({
    code: holes.near === "" ? code : `${code}Near`,
    holes,
    place,
  });
  const lacking = absent.map(({ name }) => toProblem(near(name, extra), "noColumn"));
  const coped = [...loosely].map(([name, header]) => ({ code: "readLoosely", holes: { name, header }, place }));
  if (absent.length <= asked.length * TOO_MANY) return { problems: [], coped: [...coped, ...lacking] };
  const names = asked.map(({ name }) => name);
  const strange = extra
    .filter((name) => !name.startsWith("_"))
    .map((name) => toProblem(near(name, names), "noQuestion"));
  const first = { code: "formDoesNotFit", holes: { absent: absent.length, asked: asked.length }, place };
  return { problems: [first, ...lacking.slice(0, 30), ...strange.slice(0, 30)], coped };
}
