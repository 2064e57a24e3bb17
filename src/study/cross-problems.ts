import { isAbsolute, relative, resolve } from "node:path";
import type { Problem } from "../errors.js";
import type { Settings } from "./settings.js";

/** Whether a unit is, at the end, inside the one that was sampled. */
function reachesRoot(settings: Settings, unit: string): boolean {
  let name: string | undefined = unit;
  for (let step = 0; name !== undefined && step <= Object.keys(settings.units).length; step++)
    name = Object.hasOwn(settings.units, name) ? settings.units[name]!.of : undefined;
  return name === undefined;
}

/** What is wrong with the units: none or several that were sampled, one inside what is not there or inside itself. */
function unitProblems(settings: Settings, file: string): Problem[] {
  const problems: Problem[] = [];
  const units = Object.entries(settings.units);
  const known = units.map(([key]) => key).join(", ");
  const roots = units.filter(([, value]) => value.of === undefined);
  if (roots.length !== 1)
    problems.push({ code: "oneRootUnit", holes: { count: roots.length }, place: { file, path: "units" } });
  for (const [key, { of }] of units) {
    const place = { file, path: `units.${key}.of` };
    if (of !== undefined && !Object.hasOwn(settings.units, of))
      problems.push({ code: "unknownUnit", holes: { name: of, known }, place });
    else if (!reachesRoot(settings, key)) problems.push({ code: "circularUnit", holes: { name: key }, place });
  }
  const [root, ...others] = roots;
  const parts = root?.[1].design?.parts ?? [];
  const isOpen = parts.length > 0 && parts.every(({ kind }) => kind === "nonprobability");
  if (root !== undefined && others.length === 0 && (root[1].design?.weights ?? null) === null && !isOpen)
    problems.push({ code: "noWeights", holes: {}, place: { file, path: `units.${root[0]}.design.weights` } });
  return problems;
}

/** What is wrong with the derived columns: a unit that is not there, not exactly one rule, members of no household. */
function ruleProblems(settings: Settings, file: string): Problem[] {
  const problems: Problem[] = [];
  const known = Object.keys(settings.units).join(", ");
  const isUnit = (name: string, path: string): boolean => {
    if (Object.hasOwn(settings.units, name)) return true;
    problems.push({ code: "unknownUnit", holes: { name, known }, place: { file, path } });
    return false;
  };
  for (const [index, { name, unit, levels, number, members }] of settings.derive.entries()) {
    const path = `derive.${index}`;
    const hasUnit = isUnit(unit, `${path}.unit`);
    if (members !== undefined && isUnit(members.unit, `${path}.members.unit`) && hasUnit) {
      const isInside = settings.units[unit]!.of === undefined && members.unit !== unit;
      if (!isInside) problems.push({ code: "noMembers", holes: { name }, place: { file, path } });
    }
    if ([levels, number, members].filter((way) => way !== undefined).length !== 1)
      problems.push({ code: "oneRule", holes: { name }, place: { file, path } });
  }
  return problems;
}

/** Whether a folder is another or lies in it, both from the study's own. */
export function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (!path.startsWith("..") && !isAbsolute(path));
}

/** Folders inside one another: what is confidential would be published, or a report written over notebooks. */
function folderProblems({ folders }: Settings, file: string): Problem[] {
  const places = Object.entries(folders).map(([key, folder]) => ({ key, folder, place: resolve("/study", folder) }));
  const problems: Problem[] = [];
  for (const { key, folder, place } of places) {
    const at = { file, path: `folders.${key}` };
    if (isWithin("/study", place)) problems.push({ code: "folderHoldsStudy", holes: { folder }, place: at });
    for (const other of places)
      if (other.key !== key && isWithin(place, other.place) && !isWithin("/study", other.place))
        problems.push({ code: "folderInside", holes: { folder, other: other.key }, place: at });
  }
  return problems;
}

/** What the schema of study.json cannot see: names that must point at one another. */
export function crossProblems(settings: Settings, file: string): readonly Problem[] {
  const problems = [
    ...unitProblems(settings, file),
    ...ruleProblems(settings, file),
    ...folderProblems(settings, file),
  ];
  if (!settings.languages.includes("es"))
    problems.push({ code: "spanishRequired", holes: {}, place: { file, path: "languages" } });
  return problems;
}
