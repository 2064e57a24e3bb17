import { DataError } from "../errors.js";
import { syntaxError, type Token, tokens } from "./expression-tokens.js";

/** The operators between two values. */
export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "div" | "mod";

/** An expression as a tree. */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "and" | "or"; readonly parts: readonly Node[] }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly Node[] };

/** The functions that are understood, with how few and how many values each takes. */
const arity: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["selected", [2, 2]],
  ["count-selected", [1, 1]],
  ["not", [1, 1]],
  ["if", [3, 3]],
  ["coalesce", [2, 20]],
  ["string-length", [1, 1]],
  ["number", [1, 1]],
  ["int", [1, 1]],
  ["round", [1, 1]],
  ["date", [1, 1]],
  ["true", [0, 0]],
  ["false", [0, 0]],
]);

/** Deeper than any condition that a person writes. */
const MAX_DEPTH = 60;

const comparisons: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);
const sums: ReadonlySet<string> = new Set(["+", "-"]);
const products: ReadonlySet<string> = new Set(["*", "div", "mod"]);

/** Reads tokens from left to right; one method a level of precedence. */
class Reader {
  readonly #expression: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = tokens(expression);
  }

  whole(): Node {
    const node = this.#either("or");
    return this.#peek().kind === "end" ? node : this.#fail();
  }

  #peek(): Token {
    return this.#tokens[this.#next]!;
  }

  #fail(): never {
    const token = this.#peek();
    throw syntaxError(this.#expression, token.at, token.kind === "end" ? "∅" : token.text);
  }

  /** Takes the next token if it is this symbol or word. */
  #take(text: string): boolean {
    const token = this.#peek();
    if ((token.kind !== "symbol" && token.kind !== "name") || token.text !== text) return false;
    this.#next++;
    return true;
  }

  #either(kind: "or" | "and"): Node {
    if (++this.#depth > MAX_DEPTH * 2) this.#fail();
    const part = (): Node => (kind === "or" ? this.#either("and") : this.#operations(0));
    const parts = [part()];
    while (this.#take(kind)) parts.push(part());
    this.#depth--;
    return parts.length === 1 ? parts[0]! : { kind, parts };
  }

  #operations(level: number): Node {
    const operators = [comparisons, sums, products][level];
    if (operators === undefined) return this.#value();
    let left = this.#operations(level + 1);
    for (;;) {
      const token = this.#peek();
      if ((token.kind !== "symbol" && token.kind !== "name") || !operators.has(token.text)) return left;
      this.#next++;
      left = { kind: "operation", operator: token.text as Operator, left, right: this.#operations(level + 1) };
    }
  }

  #value(): Node {
    const token = this.#peek();
    if (this.#take("(")) {
      const inside = this.#either("or");
      return this.#take(")") ? inside : this.#fail();
    }
    if (this.#take("-")) {
      if (++this.#depth > MAX_DEPTH * 2) this.#fail();
      const right = this.#value();
      this.#depth--;
      return { kind: "operation", operator: "-", left: { kind: "number", value: 0 }, right };
    }
    if (token.kind === "name") return this.#call(token);
    if (token.kind === "symbol" || token.kind === "end" || (token.kind === "variable" && token.text === ""))
      return this.#fail();
    this.#next++;
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    return token.kind === "text" ? { kind: "text", value: token.text } : { kind: "variable", name: token.text };
  }

  #call(token: Token): Node {
    const bounds = arity.get(token.text);
    if (bounds === undefined) {
      const holes = { name: token.text, known: [...arity.keys()].join(", "), at: token.at };
      throw new DataError([{ code: "unknownFunction", holes, place: {} }]);
    }
    this.#next++;
    if (!this.#take("(")) this.#fail();
    const parts: Node[] = [];
    if (!this.#take(")")) {
      do parts.push(this.#either("or"));
      while (this.#take(","));
      if (!this.#take(")")) this.#fail();
    }
    if (parts.length < bounds[0] || parts.length > bounds[1])
      throw syntaxError(this.#expression, token.at, `${token.text}(${parts.length})`);
    return { kind: "call", name: token.text, parts };
  }
}

/**
 * Reads an XLSForm expression as a tree.
 *
 * @throws {DataError} that names the position where it cannot be read, or the function that is not known
 * @example
 * parse("${age} >= 18").kind; // => "operation"
 */
export function parse(expression: string): Node {
  return new Reader(expression).whole();
}
