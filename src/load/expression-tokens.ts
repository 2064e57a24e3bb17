import { DataError } from "../errors.js";

/** A word of an expression, with the position in the text (the first character is 1). */
export interface Token {
  readonly kind: "number" | "text" | "variable" | "name" | "symbol" | "end";
  readonly text: string;
  readonly at: number;
}

/** Longer than any condition that a form has; what comes from a file is bounded before it is read. */
const MAX_LENGTH = 20_000;
const MAX_TOKENS = 4_000;

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /\d+(?:\.\d+)?|\.\d+/y],
  ["text", /'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”/y],
  ["variable", /\$\{[^{}]*\}/y],
  ["name", /[A-Za-z_][\w.-]*(?::[\w.-]+)?/y],
  ["symbol", /!=|<=|>=|[=<>+*(),-]/y],
];

/** An expression that cannot be read: the text, the position, and what stands there. */
export function syntaxError(expression: string, at: number, found: string): DataError {
  const shown = expression.length > 120 ? `${expression.slice(0, 120)}…` : expression;
  return new DataError([{ code: "invalidExpression", holes: { expression: shown, at, found }, place: {} }]);
}

/** The text that a token stands for: without its quotes, or without `${}`. */
function content(kind: Token["kind"], text: string): string {
  if (kind === "text") return text.slice(1, -1);
  return kind === "variable" ? text.slice(2, -1).trim() : text;
}

/**
 * Cuts an expression into its words.
 *
 * @throws {DataError} if it is too long, or at the first character that belongs to no word
 * @example
 * tokens("${age} >= 18").map((token) => token.text).join(" "); // => "age >= 18 "
 */
export function tokens(expression: string): readonly Token[] {
  if (expression.length > MAX_LENGTH) throw syntaxError(expression, MAX_LENGTH, "…");
  const found: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    if (/\s/.test(expression[at]!)) {
      at++;
      continue;
    }
    const start = at;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = start;
      const match = pattern.exec(expression);
      if (match === null) continue;
      found.push({ kind, text: content(kind, match[0]), at: start + 1 });
      at = start + match[0].length;
      break;
    }
    if (at === start || found.length > MAX_TOKENS) throw syntaxError(expression, start + 1, expression[start]!);
  }
  found.push({ kind: "end", text: "", at: expression.length + 1 });
  return found;
}
