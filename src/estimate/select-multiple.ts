import { toCodes } from "../design/codes.js";
import { cellText, isBlank, toNumbers } from "../design/numbers.js";
import { rowProblems } from "../design/row-problems.js";
import { DataError, refuse } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import { type Column, MISSING, type MultipleColumn, type Table } from "../load/table.js";
import { byCodePoint } from "../words/code-point.js";

/** Names of choices separated by spaces, as one column of an export holds them. */
function fromNames(column: Column): MultipleColumn {
  const { codes, values } = toCodes(column);
  const names = values.map((value) => value.split(/\s+/).filter((name) => name !== ""));
  const levels = [...new Set(names.flat())].sort(byCodePoint);
  const chosen = levels.map((level) => {
    const has = names.map((list) => (list.includes(level) ? 1 : 0));
    return Uint8Array.from(codes, (code) => (code < 0 ? 0 : has[code]!));
  });
  const missing = Uint8Array.from(codes, (code, row) =>
    code >= 0 ? MISSING.answered : column.missing[row] || MISSING.noAnswer,
  );
  const { name, label } = column;
  return {
    kind: "multiple",
    name,
    label,
    missing,
    chosen,
    levels: levels.map((value) => ({ value, label: { es: value } })),
  };
}

/**
 * A column a choice, `question/choice`, 1 where chosen: blank in all of them means not asked, 0 asked and not chosen. Who chose none of
 * them gave no valid code and is not in the base; "none" is a choice with a column of its own.
 */
function fromChoices(table: Table, name: string, columns: readonly Column[]): MultipleColumn {
  const problems = columns.flatMap((column) => {
    const numbers = toNumbers(column);
    const rows = Int32Array.from({ length: table.size }, (_, row) => row);
    const wrong = rows.filter((row) => !isBlank(column, row) && numbers[row] !== 0 && numbers[row] !== 1);
    return rowProblems(table, column.name, "invalidChosen", wrong, (row) => ({ value: cellText(column, row) }));
  });
  refuse(problems);
  const chosen = columns.map((column) => Uint8Array.from(toNumbers(column), (value) => (value === 1 ? 1 : 0)));
  const missing = Uint8Array.from({ length: table.size }, (_, row) => {
    if (chosen.some((flags) => flags[row] === 1)) return MISSING.answered;
    return columns.every((column) => isBlank(column, row)) ? MISSING.notAsked : MISSING.noAnswer;
  });
  const levels = columns.map((column) => {
    const value = column.name.slice(name.length + 1);
    return { value, label: { es: value } };
  });
  return { kind: "multiple", name, label: { es: name }, missing, chosen, levels };
}

/**
 * A table in which a question that allowed several answers is one column of them: made from names separated by spaces, or where
 * there is no such column from a column a choice, `question/choice` or `question.choice`.
 *
 * @throws {DataError} if there is neither, or a choice's column holds anything but 1, 0 and blank
 */
export function withMultiple(table: Table, name: string): Table {
  const column = table.columns.get(name);
  if (column?.kind === "multiple") return table;
  const choices = [...table.columns.values()].filter((each) => each.name.startsWith(`${name}/`));
  const dotted = [...table.columns.values()].filter((each) => each.name.startsWith(`${name}.`));
  const columns = choices.length > 0 ? choices : dotted;
  if (column === undefined && columns.length === 0) throw new DataError([unknownColumn(name, table)]);
  const made = column === undefined ? fromChoices(table, name, columns) : fromNames(column);
  return { ...table, columns: new Map([...table.columns, [name, made]]) };
}
