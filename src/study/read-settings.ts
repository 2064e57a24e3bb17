import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { DataError, type Problem, refuse } from "../errors.js";
import { nearest } from "../words/nearest.js";
import { crossProblems } from "./cross-problems.js";
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
  members: z
    .strictObject({
      unit: words,
      how: z.enum(["any", "all", "count", "share"]),
      when: words,
      among: words.exactOptional(),
    })
    .exactOptional(),
});
const day = z.iso.date();

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

/** Every key that study.json may have, wherever: what a misspelt one is compared with. */
const known: readonly string[] = keysOf(schema);

/** The keys of a schema and of all that it holds. */
function keysOf(type: unknown): readonly string[] {
  const { shape, element, innerType, valueType } = { ...(type as { def?: Inside }).def };
  const below = [element, innerType, valueType, ...Object.values(shape ?? {})].filter((each) => each !== undefined);
  return [...new Set([...Object.keys(shape ?? {}), ...below.flatMap(keysOf)])];
}

/** What a schema may hold: an object's keys, a list's element, what has a default, a record's value. */
interface Inside {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly valueType?: unknown;
}

/** Types of the schema that JSON calls otherwise. */
const jsonName: ReadonlyMap<string, string> = new Map([
  ["record", "object"],
  ["tuple", "array"],
]);

/** The code of a problem and what fills its holes. */
function toWords(issue: z.core.$ZodIssue): Pick<Problem, "code" | "holes"> {
  switch (issue.code) {
    case "custom":
      return { code: "missingSpanish", holes: {} };
    case "invalid_type": {
      const expected = jsonName.get(issue.expected) ?? issue.expected;
      return { code: issue.input === undefined ? "missingSetting" : "wrongSettingType", holes: { expected } };
    }
    case "invalid_key":
      return { code: "invalidLanguage", holes: {} };
    case "invalid_value":
      return { code: "invalidChoice", holes: { known: issue.values.map(String).join(", ") } };
    case "too_small":
    case "too_big": {
      const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
      const counted = issue.origin === "string" || issue.origin === "array" || issue.origin === "tuple";
      const side = issue.code === "too_small" ? "Small" : "Big";
      return { code: counted ? `settingLength${side}` : `settingTo${side}`, holes: { limit: String(limit) } };
    }
    case "invalid_format":
      return issue.format === "date"
        ? { code: "invalidDay", holes: { value: String(issue.input) } }
        : { code: "invalidName", holes: { value: String(issue.input) } };
    default:
      return { code: "invalidSetting", holes: { detail: issue.message } };
  }
}

/** One problem in words for each thing that zod found, with the path in the file. */
function toProblems(error: z.ZodError, file: string): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String).join(".");
    const place = { file, ...(path === "" ? {} : { path }) };
    if (issue.code !== "unrecognized_keys") return [{ ...toWords(issue), place }];
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return { code: "unknownSetting", holes: { key, near: near.length === 0 ? "" : ` (${near.join(", ")}?)` }, place };
    });
  });
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
    // Notepad puts a mark before the text, which is not JSON
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
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
