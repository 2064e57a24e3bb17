import type { Settings } from "../study/settings.js";
import { forbids, namedIn } from "./constraint.js";
import { isNonResponseCode, nonResponse } from "./non-response.js";
import { type Level, MISSING } from "./table.js";

/** A choice about which something was decided, with the message that says so. */
export interface MissingNote {
  readonly code: "guessedDontKnow" | "guessedRefused" | "perhapsMissing" | "declaredKept";
  readonly value: string;
  readonly label: string;
}

/** Which of a question's choices mean that there is no answer: code → a kind of `MISSING`. */
export interface MissingChoices {
  readonly codes: ReadonlyMap<string, number>;
  readonly notes: readonly MissingNote[];
}

/** The kind that the study declares for a code; null if it declares none. */
function declaredKind(value: string, declared: Settings["missing"]): number | null {
  if (declared.dontKnow.includes(value)) return MISSING.dontKnow;
  return declared.refused.includes(value) ? MISSING.refused : null;
}

/**
 * Which of a question's own choices mean that there is no answer. A code that the study declares does, unless the choice's label plainly says
 * something else: 98 is also a municipality. Another choice does only where its code and its label both say so ("ns" is also north–south,
 * "refused" also the fate of an application). What was guessed, and what was not taken, is in the notes.
 */
export function missingChoices(choices: readonly Level[], declared: Settings["missing"]): MissingChoices {
  const codes = new Map<string, number>();
  const notes: MissingNote[] = [];
  for (const { value, label } of choices) {
    const texts = Object.values(label).filter((text) => text.trim() !== "");
    const note = (code: MissingNote["code"]): number =>
      notes.push({ code, value, label: [...new Set(texts)].join(" / ") });
    const said = texts.flatMap((text) => nonResponse(text) ?? []);
    const kind = declaredKind(value, declared);
    if (kind !== null) {
      if (said.length > 0 || texts.every((text) => text === value)) codes.set(value, kind);
      else note("declaredKept");
      continue;
    }
    const coded = isNonResponseCode(value);
    const clear = said.filter((each) => each.clear);
    if (coded && clear.length > 0) {
      // where translations disagree, "don't know" is the weaker claim
      const own = Math.min(...clear.map((each) => each.kind));
      codes.set(value, own);
      note(own === MISSING.dontKnow ? "guessedDontKnow" : "guessedRefused");
    } else if (clear.length > 0 || (coded && said.length > 0)) note("perhapsMissing");
  }
  return { codes, notes };
}

/**
 * Which numbers mean that there is no answer: those that the study declares and that cannot be an answer, because the question's own
 * constraint lets them in by name (`. >= 0 or . = -999`) or forbids them, or because they are negative. Any other stays a number: 98 is
 * also an age.
 */
export function missingNumbers(constraint: string, declared: Settings["missing"]): ReadonlyMap<number, number> {
  const named = namedIn(constraint);
  const found = new Map<number, number>();
  for (const code of [...declared.dontKnow, ...declared.refused]) {
    const number = code.trim() === "" ? Number.NaN : Number(code);
    if (number < 0 || named.has(number) || forbids(constraint, number))
      if (!found.has(number)) found.set(number, declaredKind(code, declared)!);
  }
  return found;
}

/** The numbers that the study declares and that stay answers to a question all the same. */
export function keptNumbers(codes: ReadonlyMap<number, number>, declared: Settings["missing"]): ReadonlySet<number> {
  const numbers = [...declared.dontKnow, ...declared.refused].filter((code) => code.trim() !== "").map(Number);
  return new Set(numbers.filter((number) => !Number.isNaN(number) && !codes.has(number)));
}
