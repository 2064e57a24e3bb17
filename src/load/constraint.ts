import { DataError } from "../errors.js";
import { compile, type Value } from "./expression-evaluate.js";
import { parse } from "./expression-parse.js";

/** The numbers that a constraint lets in by name, as `. >= 0 or . = -999` does −999. */
export function namedIn(constraint: string): ReadonlySet<number> {
  const found = constraint.matchAll(/(?<![\w.}])\.\s*=\s*['"]?(-?\d+(?:\.\d+)?)/g);
  return new Set([...found].map((match) => Number(match[1])));
}

/** Words of an expression in which a dot is not the answer itself. */
const words = /'[^']*'|"[^"]*"|\$\{[^{}]*\}|[A-Za-z_][\w.-]*|\d+(?:\.\d+)?|\.\d+|\./g;

/**
 * Whether a constraint forbids a number, whatever the other answers are. One that rests on them, or that cannot be read, forbids nothing.
 *
 * @example
 * forbids(". >= 0 and . <= 95", 98); // => true
 */
export function forbids(constraint: string, value: number): boolean {
  if (constraint.trim() === "") return false;
  // the grammar of conditions has no word for the answer itself: it gets a variable's
  const expression = constraint.replace(words, (word) => (word === "." ? `\${.}` : word));
  const reader = (name: string) => (): Value => (name === "." ? value : null);
  try {
    return compile(parse(expression), { blanks: "unknown", reader })(0) === false;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return false;
  }
}
