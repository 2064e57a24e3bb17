import type { Settings } from "../study/settings.js";
import { type Level, MISSING } from "./table.js";

/** Codes and labels by which forms everywhere say "I don't know" and "I'd rather not answer", whole and without accents. */
const dontKnow =
  /^(?:dnk|dk|dont_?know|do_?not_?know|no_?sabe|nosabe|ns|(?:i )?(?:don'?t|do not) know|no (?:lo )?(?:se|sabe|sabe \/ no responde)|ne sait pas|nao sabe)$/;
const refused =
  /^(?:pnta|refused?|refusal|prefer_?not(?:_?to_?(?:answer|say))?|no_?(?:responde|contesta)|nr|prefiere_?no(?:_?(?:responder|contestar|decir))?|(?:i )?prefer not to (?:answer|say)|(?:prefiere|prefiero) no (?:responder|contestar|decir)|no (?:responde|contesta|contesto)|prefere nao responder|prefere? ne pas repondre|prefere ne pas repondre)$/;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’]/g, "'")
    .replace(/[.…!¡()]/g, "")
    .trim();

/**
 * Which of a question's own choices mean that there is no answer: those that the study declares, and those whose name or label says so.
 * A code that is not among the choices is never one: 98 is also an age.
 */
export function missingChoices(choices: readonly Level[], declared: Settings["missing"]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { value, label } of choices) {
    const texts = [value, ...Object.values(label)].map(bare);
    if (declared.dontKnow.includes(value)) found.set(value, MISSING.dontKnow);
    else if (declared.refused.includes(value)) found.set(value, MISSING.refused);
    else if (texts.some((text) => dontKnow.test(text))) found.set(value, MISSING.dontKnow);
    else if (texts.some((text) => refused.test(text))) found.set(value, MISSING.refused);
  }
  return found;
}

/**
 * Which numbers mean that there is no answer: those that the study declares and that the question's own constraint lets in by name, as in
 * `. >= 0 or . = -999`.
 */
export function missingNumbers(constraint: string, declared: Settings["missing"]): ReadonlyMap<number, number> {
  const named = new Set([...constraint.matchAll(/\.\s*=\s*['"]?(-?\d+(?:\.\d+)?)/g)].map((match) => match[1]!));
  const kinds: readonly (readonly [readonly string[], number])[] = [
    [declared.dontKnow, MISSING.dontKnow],
    [declared.refused, MISSING.refused],
  ];
  return new Map(
    kinds.flatMap(([codes, kind]) =>
      codes.filter((code) => named.has(code)).map((code) => [Number(code), kind] as const),
    ),
  );
}
