import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { DataError, type Problem, refuse } from "../errors.js";
import { nearest } from "../words/nearest.js";
import type { Settings } from "./settings.js";

const words = z.string().min(1);
const texts = z
  .record(z.string().regex(/^[a-z]{2,3}$/), z.string())
  .refine((value) => value.es !== undefined, { message: "es" });
const part = z.strictObject({
  name: words,
  label: texts,
  where: z.record(z.string(), z.string()),
  kind: z.enum(["probability", "census", "nonprobability"]),
});
const design = z.strictObject({
  weights: words.nullable(),
  strata: z.array(words).exactOptional(),
  clusters: z.array(words).exactOptional(),
  nest: z.boolean().exactOptional(),
  fpc: z.array(words).exactOptional(),
  singletonPsu: z.enum(["error", "certainty", "centre", "average"]).exactOptional(),
  parts: z.array(part).exactOptional(),
});
const unit = z.strictObject({
  label: texts,
  universe: texts,
  sheet: words.exactOptional(),
  of: words.exactOptional(),
  factor: words.exactOptional(),
  design: design.exactOptional(),
});
const derived = z.strictObject({
  unit: words,
  name: z.string().regex(/^[A-Za-z_][\w.-]*$/),
  label: texts,
  levels: z.array(z.strictObject({ value: words, label: texts, when: words })).exactOptional(),
  number: words.exactOptional(),
  members: z.strictObject({ unit: words, how: z.enum(["any", "all", "count", "share"]), when: words }).exactOptional(),
});
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The form of study.json. What has a default may be left out; a key that is not in it is an error. */
const schema: z.ZodType<Settings> = z.strictObject({
  title: texts,
  subtitle: texts.default({ es: "" }),
  synthetic: z.boolean().default(false),
  status: z.enum(["preliminar", "final"]).default("preliminar"),
  languages: z
    .array(z.enum(["es", "en"]))
    .min(1)
    .default(["es", "en"]),
  dates: z.strictObject({ reference: words, collection: z.tuple([day, day]), analysis: day }),
  source: texts,
  contact: texts,
  files: z.strictObject({ questionnaire: words, survey: words, plan: words }),
  folders: z
    .strictObject({
      notebooks: words.default("notebooks"),
      outputs: words.default("outputs"),
      confidential: words.default("confidential"),
      workshop: words.default("workshop"),
    })
    .prefault({}),
  consent: z
    .strictObject({ question: words, yes: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  missing: z
    .strictObject({ dontKnow: z.array(z.string()).default([]), refused: z.array(z.string()).default([]) })
    .prefault({}),
  units: z.record(z.string(), unit),
  derive: z.array(derived).default([]),
  groups: z.strictObject({ column: words, focus: words, reference: words }).nullable().default(null),
  policy: z
    .strictObject({ precision: z.enum(["inegi"]).default("inegi"), confidence: z.number().gt(0.5).lt(1).default(0.9) })
    .prefault({}),
  disclosure: z
    .strictObject({
      minHouseholds: z.number().int().min(3).default(10),
      sensitive: z.array(words).default([]),
      opened: z.array(words).default([]),
    })
    .prefault({}),
  notes: z.strictObject({ design: texts, limitations: texts, response: texts }).nullable().default(null),
  // what `perfil new` could not tell and a person has to settle; nothing is computed from it
  pending: z.array(texts).default([]),
});

const known = Object.keys((schema as unknown as z.ZodObject).shape);

/** One problem in words for each thing that zod found, with the path in the file. */
function toProblems(error: z.ZodError, file: string): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String).join(".");
    const place = { file, ...(path === "" ? {} : { path }) };
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const near = path === "" ? nearest(key, known) : [];
        const holes = { key, near: near.length === 0 ? "" : ` (${near.join(", ")}?)` };
        return { code: "unknownSetting", holes, place };
      });
    if (issue.code === "custom") return [{ code: "missingSpanish", holes: {}, place }];
    if (issue.code === "invalid_type" && issue.input === undefined)
      return [{ code: "missingSetting", holes: { expected: issue.expected }, place }];
    if (issue.code === "invalid_value")
      return [{ code: "invalidChoice", holes: { known: issue.values.map(String).join(", ") }, place }];
    return [{ code: "invalidSetting", holes: { detail: issue.message }, place }];
  });
}

/** What the schema cannot see: names that must point at one another. */
function crossProblems(settings: Settings, file: string): Problem[] {
  const problems: Problem[] = [];
  const units = Object.entries(settings.units);
  const roots = units.filter(([, value]) => value.of === undefined);
  if (roots.length !== 1)
    problems.push({ code: "oneRootUnit", holes: { count: roots.length }, place: { file, path: "units" } });
  const name = (value: string, path: string): void => {
    if (!(value in settings.units))
      problems.push({
        code: "unknownUnit",
        holes: { name: value, known: units.map(([key]) => key).join(", ") },
        place: { file, path },
      });
  };
  for (const [key, value] of units) if (value.of !== undefined) name(value.of, `units.${key}.of`);
  for (const [index, value] of settings.derive.entries()) {
    name(value.unit, `derive.${index}.unit`);
    if (value.members !== undefined) name(value.members.unit, `derive.${index}.members.unit`);
    const ways = [value.levels, value.number, value.members].filter((way) => way !== undefined).length;
    if (ways !== 1)
      problems.push({ code: "oneRule", holes: { name: value.name }, place: { file, path: `derive.${index}` } });
  }
  const drawn = roots[0]?.[1].design;
  const unknownParts = drawn?.parts?.every(({ kind }) => kind === "nonprobability") === true && drawn.parts.length > 0;
  if (roots.length === 1 && (drawn?.weights ?? null) === null && !unknownParts)
    problems.push({ code: "noWeights", holes: {}, place: { file, path: `units.${roots[0]![0]}.design.weights` } });
  if (!settings.languages.includes("es"))
    problems.push({ code: "spanishRequired", holes: {}, place: { file, path: "languages" } });
  return problems;
}

/**
 * Reads study.json, fills in the defaults and checks it whole.
 *
 * @throws {DataError} with every problem, each with its path in the file
 */
export function readSettings(folder: string): Settings {
  const path = join(folder, "study.json");
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new DataError([{ code: "missingStudy", holes: { folder }, place: { file: path } }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DataError([{ code: "notJson", holes: { detail }, place: { file } }]);
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new DataError(toProblems(parsed.error, file));
  refuse(crossProblems(parsed.data, file));
  return parsed.data;
}
