import { type Problem, refuse } from "../errors.js";
import { condition } from "../load/expression.js";
import { inherit } from "../load/inherit.js";
import { attempt } from "../load/stages.js";
import type { Table } from "../load/table.js";
import type { DerivedSettings, Settings } from "../study/settings.js";
import { derive } from "./derive.js";

const FILE = "study.json";

/** The expressions of a rule, each with its path below the rule. */
function expressionsOf({ levels, number, members }: DerivedSettings): readonly (readonly [string, string])[] {
  return [
    ...(levels ?? []).map(({ when }, index) => [`levels.${index}.when`, when] as const),
    ...(number === undefined ? [] : [["number", number] as const]),
    ...(members === undefined ? [] : [["members.when", members.when] as const]),
  ];
}

/** What is wrong with a rule: a name that is taken, expressions that cannot be read or name what is not there. */
function ruleProblems(spec: DerivedSettings, path: string, tables: ReadonlyMap<string, Table>): readonly Problem[] {
  const problems: Problem[] = [];
  if (tables.get(spec.unit)!.columns.has(spec.name))
    problems.push({
      code: "derivedNameTaken",
      holes: { name: spec.name },
      place: { file: FILE, path: `${path}.name` },
    });
  const read = tables.get(spec.members?.unit ?? spec.unit)!;
  for (const [below, text] of expressionsOf(spec)) {
    const found: Problem[] = [];
    attempt(found, () => condition(text, read));
    problems.push(...found.map((problem) => ({ ...problem, place: { file: FILE, path: `${path}.${below}` } })));
  }
  return problems;
}

/**
 * Makes every derived column of study.json, in the order in which they stand there, so that one may rest on another. A
 * column of a unit is also handed down to the units inside it, as the columns of the questionnaire are.
 *
 * @throws {DataError} with everything that is wrong with the rules, each with its path in study.json
 */
export function deriveAll(tables: ReadonlyMap<string, Table>, settings: Settings): ReadonlyMap<string, Table> {
  const current = new Map(tables);
  const problems: Problem[] = [];
  const failed = new Set<string>();
  for (const [index, spec] of settings.derive.entries()) {
    // what rests on a column that could not be made is not a problem of its own
    const found = ruleProblems(spec, `derive.${index}`, current).filter(({ holes }) => !failed.has(String(holes.name)));
    problems.push(...found);
    const rests = expressionsOf(spec).some(([, text]) => [...failed].some((name) => text.includes(`\${${name}}`)));
    if (found.length > 0 || rests) {
      failed.add(spec.name);
      continue;
    }
    const table = current.get(spec.unit)!;
    const members = spec.members === undefined ? undefined : current.get(spec.members.unit);
    const made = derive(table, spec.name, spec, members);
    current.set(spec.unit, made);
    for (const [name, unit] of Object.entries(settings.units))
      if (unit.of === spec.unit) current.set(name, inherit(current.get(name)!, made));
  }
  refuse(problems);
  return current;
}
