import type { Node, Operator } from "./expression-parse.js";

/** A value of an expression; `null` is not known, `""` is blank. */
export type Value = string | number | boolean | null;

/** The rows that an expression is asked about. */
export interface Rows {
  /** the value of a variable in a row: several choices are joined by spaces */
  readonly reader: (name: string) => (row: number) => Value;
  /**
   * what a blank does: `unknown` leaves the answer open, as an analyst means it; `text` is the rule of the form while it is filled in,
   * where a blank is an empty text
   */
  readonly blanks: "unknown" | "text";
}

type Evaluate = (row: number) => Value;

const numeric = /^\s*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const isoDate = /^\d{4}-\d{2}-\d{2}/;

/** The number that a value stands for; NaN if it is none. */
export function toNumber(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value !== null && numeric.test(value) ? Number(value) : Number.NaN;
}

/** Whether a value counts as true; null if it is not known. */
export function toTruth(value: Value): boolean | null {
  if (value === null || typeof value === "boolean") return value;
  return typeof value === "number" ? value !== 0 && !Number.isNaN(value) : value !== "";
}

function equal(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (typeof a === "boolean" || typeof b === "boolean") return toTruth(a) === toTruth(b);
  return toNumber(a) === toNumber(b);
}

function before(a: string | number | boolean, b: string | number | boolean, orEqual: boolean): boolean {
  // days written year first are in order as text; as numbers they would be nothing
  if (typeof a === "string" && typeof b === "string" && isoDate.test(a) && isoDate.test(b))
    return orEqual ? a <= b : a < b;
  return orEqual ? toNumber(a) <= toNumber(b) : toNumber(a) < toNumber(b);
}

const operations: Readonly<Record<Operator, (a: string | number | boolean, b: string | number | boolean) => Value>> = {
  "=": equal,
  "!=": (a, b) => !equal(a, b),
  "<": (a, b) => before(a, b, false),
  "<=": (a, b) => before(a, b, true),
  ">": (a, b) => before(b, a, false),
  ">=": (a, b) => before(b, a, true),
  "+": (a, b) => toNumber(a) + toNumber(b),
  "-": (a, b) => toNumber(a) - toNumber(b),
  "*": (a, b) => toNumber(a) * toNumber(b),
  div: (a, b) => toNumber(a) / toNumber(b),
  mod: (a, b) => toNumber(a) % toNumber(b),
};

const words = (value: string): readonly string[] => value.split(/\s+/).filter((word) => word !== "");

/** The functions of one or two values that are known, or blank where the form lets a blank be a text. */
const functions: Readonly<Record<string, (a: string | number | boolean, b: Value) => Value>> = {
  selected: (a, b) => words(String(a)).includes(String(b ?? "")),
  "count-selected": (a) => words(String(a)).length,
  not: (a) => !toTruth(a),
  number: (a) => toNumber(a),
  int: (a) => Math.trunc(toNumber(a)),
  round: (a) => Math.floor(toNumber(a) + 0.5),
  date: (a) => a,
};

/** In three-valued logic, the conjunction (`stop` false) or disjunction (`stop` true) of what the parts say. */
function all(parts: readonly Evaluate[], row: number, stop: boolean): Value {
  let open = false;
  for (const part of parts) {
    const truth = toTruth(part(row));
    if (truth === stop) return stop;
    if (truth === null) open = true;
  }
  return open ? null : !stop;
}

const isBlankText = (node: Node): boolean => node.kind === "text" && node.value === "";

/** What counts as an answer under a rule for blanks. */
interface Rule {
  readonly known: (value: Value) => value is Exclude<Value, null>;
  /** a number that is none (a division by nothing, a word in a sum) is as unknown as a blank */
  readonly settled: (value: Value) => Value;
}

function toRule(blanks: Rows["blanks"]): Rule {
  return {
    known: (value): value is Exclude<Value, null> => value !== null && (value !== "" || blanks === "text"),
    settled: (value) => (blanks === "unknown" && typeof value === "number" && !Number.isFinite(value) ? null : value),
  };
}

/** Makes the function of a row that an expression is; compiled once, called for each row. */
export function compile(node: Node, rows: Rows): Evaluate {
  const rule = toRule(rows.blanks);
  if (node.kind === "number" || node.kind === "text") return () => node.value;
  if (node.kind === "variable") return rows.reader(node.name);
  if (node.kind === "operation") return operation(node, compile(node.left, rows), compile(node.right, rows), rule);
  const parts = node.parts.map((part) => compile(part, rows));
  if (node.kind === "call") return call(node.name, parts, rule);
  const settled = parts.map((part) => (row: number) => {
    const value = part(row);
    return rule.known(value) ? value : null;
  });
  return (row) => all(settled, row, node.kind === "or");
}

/** An operator between two values. */
function operation(node: Node & { kind: "operation" }, left: Evaluate, right: Evaluate, rule: Rule): Evaluate {
  const { operator } = node;
  if ((operator === "=" || operator === "!=") && (isBlankText(node.left) || isBlankText(node.right))) {
    // "is it blank?" always has an answer: who said "I don't know" did not leave it blank
    const asked = isBlankText(node.left) ? right : left;
    return (row) => (asked(row) === "") === (operator === "=");
  }
  const apply = operations[operator];
  return (row) => {
    const [a, b] = [left(row), right(row)];
    return rule.known(a) && rule.known(b) ? rule.settled(apply(a, b)) : null;
  };
}

/** A function; the first ones need not know all their values. */
function call(name: string, parts: readonly Evaluate[], rule: Rule): Evaluate {
  const [first, second, third] = parts;
  if (name === "true" || name === "false") return () => name === "true";
  if (name === "coalesce")
    return (row) => parts.map((part) => part(row)).find((value) => value !== null && value !== "") ?? "";
  if (name === "string-length")
    return (row) => {
      const value = first!(row);
      return value === null ? null : String(value).length;
    };
  if (name === "if")
    return (row) => {
      const value = first!(row);
      const truth = rule.known(value) ? toTruth(value) : null;
      return truth === null ? null : truth ? second!(row) : third!(row);
    };
  const apply = functions[name]!;
  return (row) => {
    const value = first!(row);
    return rule.known(value) ? rule.settled(apply(value, second === undefined ? null : second(row))) : null;
  };
}
