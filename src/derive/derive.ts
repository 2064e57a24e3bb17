import { condition, numeric } from "../load/expression.js";
import type { Column, ColumnFacts, Table } from "../load/table.js";
import { withColumn } from "../load/with-column.js";
import type { DerivedSettings } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";
import { householdValue } from "./members.js";
import { missingLike } from "./missing-like.js";

/** A new column and how it is made: an entry of `derive` in study.json. */
export type DeriveSpec = DerivedSettings;

/** The rule in words, as it stands in the annex: the expressions themselves, read in order. */
function ruleOf(expressions: readonly string[]): Texts {
  const text = expressions.join("; ");
  return { es: text, en: text };
}

/** The first level whose condition holds; a condition that cannot be told before that leaves the row missing. */
function classify(
  table: Table,
  facts: Omit<ColumnFacts, "missing">,
  levels: NonNullable<DeriveSpec["levels"]>,
): Column {
  const conditions = levels.map(({ when }) => condition(when, table));
  const missing = new Uint8Array(table.size);
  const codes = new Int32Array(table.size).fill(-1);
  const why = missingLike(
    table,
    levels.map(({ when }) => when),
  );
  for (let row = 0; row < table.size; row++) {
    const decisive = conditions.findIndex((holds) => holds[row] !== 0);
    if (decisive >= 0 && conditions[decisive]![row] === 1) codes[row] = decisive;
    else missing[row] = why(row);
  }
  const labels = levels.map(({ value, label }) => ({ value, label }));
  return { ...facts, kind: "code", missing, codes, levels: labels, choices: true };
}

/** An arithmetic expression, row by row. */
function compute(table: Table, facts: Omit<ColumnFacts, "missing">, expression: string): Column {
  const values = numeric(expression, table);
  const missing = new Uint8Array(table.size);
  const why = missingLike(table, [expression]);
  for (let row = 0; row < table.size; row++) if (Number.isNaN(values[row])) missing[row] = why(row);
  return { ...facts, kind: "number", missing, values };
}

/**
 * A new column from old ones, with its label and rule on record: classes by condition (`levels`), arithmetic (`number`),
 * or a household value made from its members (`members`). Conditions are XLSForm expressions; what depends on a missing
 * answer is missing in the same way.
 *
 * @throws {DataError} if an expression is wrong or names a column that is not there
 */
export function derive(table: Table, name: string, rule: Omit<DeriveSpec, "name" | "unit">, members?: Table): Table {
  const expressions = [
    ...(rule.levels ?? []).map(({ when }) => when),
    ...(rule.number === undefined ? [] : [rule.number]),
    ...(rule.members === undefined
      ? []
      : [
          `${rule.members.how}: ${rule.members.when}${rule.members.among === undefined ? "" : ` (${rule.members.among})`}`,
        ]),
  ];
  const facts = { name, label: rule.label, rule: ruleOf(expressions) };
  if (rule.levels !== undefined) return withColumn(table, classify(table, facts, rule.levels));
  if (rule.number !== undefined) return withColumn(table, compute(table, facts, rule.number));
  if (rule.members === undefined || members === undefined) throw new Error(`no rule for the column ${name}`);
  return withColumn(table, householdValue(table, members, facts, rule.members));
}
