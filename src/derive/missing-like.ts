import { variablesOf } from "../load/expression.js";
import { MISSING, type Table } from "../load/table.js";

/** Why a derived value is missing in a row: as the first of its variables that is missing there, else no answer. */
export function missingLike(table: Table, expressions: readonly string[]): (row: number) => number {
  const sources = expressions.flatMap((text) => variablesOf(text)).map((name) => table.columns.get(name)?.missing);
  return (row) => {
    for (const missing of sources) if (missing !== undefined && missing[row] !== MISSING.answered) return missing[row]!;
    return MISSING.noAnswer;
  };
}
