import { variablesOf } from "../load/expression.js";
import type { Indicator } from "../plan/indicator.js";
import type { Settings } from "../study/settings.js";

/** Every column that an indicator touches: what it measures, its groups, its domain. */
function columnsOf(indicator: Indicator): readonly string[] {
  return [
    indicator.question,
    ...(indicator.denominator === null ? [] : [indicator.denominator]),
    ...(indicator.compare === null ? [] : [indicator.compare.column]),
    ...indicator.by.flat(),
    ...(indicator.population === null ? [] : variablesOf(indicator.population)),
  ];
}

/** Adds what each derived column was made from, however far back. */
function withSources(columns: readonly string[], settings: Settings): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...columns];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const rule of settings.derive.filter((derived) => derived.name === name))
      for (const text of [
        ...(rule.levels ?? []).map(({ when }) => when),
        rule.number,
        rule.members?.when,
        rule.members?.among,
      ])
        if (text !== undefined) open.push(...variablesOf(text));
  }
  return seen;
}

/**
 * Whether an indicator may not be published: the plan marks it, or a column that it touches, or from which one of its
 * columns is derived, is sensitive in study.json and the group has not opened it.
 */
export function isSensitive(indicator: Indicator, settings: Settings): boolean {
  if (indicator.sensitive && !settings.disclosure.opened.includes(indicator.id)) return true;
  const closed = settings.disclosure.sensitive.filter((name) => !settings.disclosure.opened.includes(name));
  const touched = withSources(columnsOf(indicator), settings);
  return closed.some((name) => touched.has(name));
}
