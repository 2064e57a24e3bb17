import { DataError, type Problem } from "../errors.js";
import { nearest } from "../words/nearest.js";
import { dayText } from "./day.js";
import { compile, type Rows, toNumber, toTruth, type Value } from "./expression-evaluate.js";
import { type Node, parse } from "./expression-parse.js";
import { type Column, MISSING, type Table } from "./table.js";

/** Parsed once: the same few conditions are asked of many tables. */
const parsed = new Map<string, Node>();

function tree(expression: string): Node {
  const known = parsed.get(expression);
  if (known !== undefined) return known;
  const node = parse(expression);
  parsed.set(expression, node);
  return node;
}

function collect(node: Node, names: Set<string>): void {
  if (node.kind === "variable") names.add(node.name);
  if (node.kind === "operation") {
    collect(node.left, names);
    collect(node.right, names);
  }
  if (node.kind === "and" || node.kind === "or" || node.kind === "call")
    for (const part of node.parts) collect(part, names);
}

/**
 * The variables that an expression names, in the order in which they first occur.
 *
 * @throws {DataError} if the expression cannot be read
 * @example
 * variablesOf("${age} >= 18 and selected(${causes}, 'fear')"); // => ["age", "causes"]
 */
export function variablesOf(expression: string): readonly string[] {
  const names = new Set<string>();
  collect(tree(expression), names);
  return [...names];
}

/** What an expression reads in a row of a column: blank if nobody answered, unknown if they would not or could not say. */
function reader(column: Column): (row: number) => Value {
  const { missing } = column;
  const gap = (row: number): Value => (missing[row]! <= MISSING.noAnswer ? "" : null);
  if (column.kind === "text") return (row) => (missing[row] === 0 ? column.values[row]! : gap(row));
  if (column.kind === "code")
    return (row) => (missing[row] === 0 ? (column.levels[column.codes[row]!]?.value ?? "") : gap(row));
  if (column.kind === "multiple")
    return (row) => {
      if (missing[row] !== 0) return gap(row);
      return column.levels
        .filter((_, index) => column.chosen[index]![row] === 1)
        .map((level) => level.value)
        .join(" ");
    };
  return (row) => {
    if (missing[row] !== 0) return gap(row);
    return column.isDate === true ? dayText(column.values[row]!) : column.values[row]!;
  };
}

/** The evaluation of an expression over a table; every unknown variable is named at once. */
function over(expression: string, table: Table): (row: number) => Value {
  const problems: Problem[] = variablesOf(expression)
    .filter((name) => !table.columns.has(name))
    .map((name) => unknownColumn(name, table));
  if (problems.length > 0) throw new DataError(problems);
  const rows: Rows = { blanks: "unknown", reader: (name) => reader(table.columns.get(name)!) };
  return compile(tree(expression), rows);
}

/** The problem of a column that a table does not have, with the names most like it. */
export function unknownColumn(name: string, table: Table): Problem {
  const near = nearest(name, table.columns.keys());
  const { file, sheet } = table.source;
  return {
    code: near.length === 0 ? "unknownColumn" : "unknownColumnNear",
    holes: { name, near: near.map((each) => `"${each}"`).join(", ") },
    place: { file, ...(sheet === undefined ? {} : { sheet }) },
  };
}

/**
 * For each row whether an XLSForm condition holds: 1 it does, 0 it does not, −1 not known because an answer that it rests on is
 * missing. The logic is three-valued (Kleene): `false and unknown` is false. A comparison with `''` asks whether an answer is blank
 * and is always known.
 *
 * @throws {DataError} if the expression cannot be read, or names a column that the table does not have
 */
export function condition(expression: string, table: Table): Int8Array {
  const evaluate = over(expression, table);
  return Int8Array.from({ length: table.size }, (_, row) => {
    const value = evaluate(row);
    const truth = value === "" ? null : toTruth(value);
    return truth === null ? -1 : truth ? 1 : 0;
  });
}

/**
 * For each row the number that an XLSForm expression gives; NaN where an answer that it rests on is missing, or where it is no number.
 *
 * @throws {DataError} if the expression cannot be read, or names a column that the table does not have
 */
export function numeric(expression: string, table: Table): Float64Array {
  const evaluate = over(expression, table);
  return Float64Array.from({ length: table.size }, (_, row) => {
    const value = toNumber(evaluate(row));
    return Number.isFinite(value) ? value : Number.NaN;
  });
}

/**
 * For each row whether the form asked, by the form's own rule that a blank is an empty text. `values` gives the text in a row as it
 * was typed, or undefined for a variable that the data do not have.
 *
 * @throws {DataError} if the condition cannot be read
 */
export function wasAsked(
  relevant: string,
  size: number,
  values: (name: string) => ((row: number) => string) | undefined,
): Uint8Array {
  const rows: Rows = { blanks: "text", reader: (name) => values(name) ?? (() => "") };
  const evaluate = compile(tree(relevant), rows);
  return Uint8Array.from({ length: size }, (_, row) => (toTruth(evaluate(row)) === true ? 1 : 0));
}
