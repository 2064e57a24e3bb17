import { z } from "zod";
import type { DesignSpec } from "../design/design.js";
import type { Problem } from "../errors.js";
import { byCodePoint } from "../words/code-point.js";
import type { Where } from "./estimate.js";
import type { FamilyName } from "./family.js";
import type { CiMethod } from "./interval.js";

const words = z.string().min(1);
// a code may be written as the number that it looks like
const value = z.union([z.string(), z.number().transform(String)]);
const shared = {
  id: words.exactOptional(),
  by: z.array(words).exactOptional(),
  where: z.union([z.string(), z.record(z.string(), z.union([value, z.array(value)]))]).exactOptional(),
  // every row has its design effect, asked for or not
  deff: z.boolean().exactOptional(),
  total: z.boolean().exactOptional(),
};
const column = { ...shared, variable: words };

const ciMethod = z.enum(["logit", "beta", "wilson", "wald"]);

/** The form of each statistic that can be asked. */
const statistics = {
  mean: z.strictObject({ ...column, statistic: z.literal("mean") }),
  total: z.strictObject({ ...column, statistic: z.literal("total") }),
  proportion: z.strictObject({
    ...column,
    statistic: z.literal("proportion"),
    level: value.exactOptional(),
    ciMethod: ciMethod.exactOptional(),
    multiple: z.boolean().exactOptional(),
  }),
  ratio: z.strictObject({
    ...shared,
    statistic: z.literal("ratio"),
    numerator: words,
    denominator: words,
    scale: z.literal("log").exactOptional(),
  }),
  quantile: z.strictObject({ ...column, statistic: z.literal("quantile"), probs: z.array(z.number()).exactOptional() }),
  cumulative: z.strictObject({
    ...column,
    statistic: z.literal("cumulative"),
    at: z.array(z.number()),
    ciMethod: ciMethod.exactOptional(),
  }),
  variance: z.strictObject({ ...column, statistic: z.literal("variance") }),
  correlation: z.strictObject({ ...shared, statistic: z.literal("correlation"), x: words, y: words }),
  difference: z.strictObject({
    ...column,
    statistic: z.literal("difference"),
    between: words,
    a: value,
    b: value,
    level: value.exactOptional(),
  }),
  chisq: z.strictObject({ ...shared, statistic: z.literal("chisq"), rows: words, columns: words }),
  glm: z.strictObject({
    ...shared,
    statistic: z.literal("glm"),
    response: words,
    terms: z.array(words),
    family: z.enum(["gaussian", "binomial", "poisson"]).exactOptional(),
    level: value.exactOptional(),
  }),
};

const replicateTypes = z.enum(["JK1", "JKn", "BRR", "Fay", "bootstrap"]);
const replicates = z.union([
  z.strictObject({
    make: replicateTypes,
    rho: z.number().exactOptional(),
    count: z.number().exactOptional(),
    seed: z.number().exactOptional(),
    mse: z.boolean().exactOptional(),
  }),
  z.strictObject({
    columns: z.array(words),
    type: replicateTypes,
    rho: z.number().exactOptional(),
    scale: z.number().exactOptional(),
    rscales: z.array(z.number()).exactOptional(),
    mse: z.boolean().exactOptional(),
    df: z.number().exactOptional(),
  }),
]);

const cells = { by: z.array(words), totals: z.array(z.record(z.string(), z.union([z.string(), z.number()]))) };
const calibration = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("poststratify"), ...cells }),
  z.strictObject({ method: z.literal("rake"), margins: z.array(z.strictObject(cells)) }),
  z.strictObject({
    method: z.enum(["linear", "raking", "logit"]),
    terms: z.array(words),
    totals: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
    bounds: z.tuple([z.number(), z.number()]).exactOptional(),
  }),
  z.strictObject({ method: z.literal("trim"), lower: z.number().exactOptional(), upper: z.number().exactOptional() }),
  z.strictObject({ method: z.literal("nonresponse"), by: z.array(words), responded: shared.where.unwrap() }),
]);

const design = z.strictObject({
  weights: words.exactOptional(),
  strata: z.array(words).exactOptional(),
  clusters: z.array(words).exactOptional(),
  nest: z.boolean().exactOptional(),
  fpc: z.array(words).exactOptional(),
  singletonPsu: z.enum(["error", "certainty", "centre", "average"]).exactOptional(),
  singletonDomain: z.enum(["centre", "average"]).exactOptional(),
  replicates: replicates.exactOptional(),
  calibration: z.array(calibration).exactOptional(),
  parts: z
    .array(
      z.strictObject({
        name: words.exactOptional(),
        where: z.record(z.string(), value),
        kind: z.enum(["probability", "census", "nonprobability"]).default("probability"),
      }),
    )
    .exactOptional(),
});

const estimateList = z.array(z.looseObject({ id: words.exactOptional(), statistic: words }));

const envelope = z.strictObject({
  data: words,
  sheet: words.exactOptional(),
  design: design.default({}),
  confidence: z
    .number()
    .refine((level) => level > 0 && level < 1)
    .default(0.95),
  estimates: estimateList,
});

/** What every question has. */
interface Shared {
  readonly by?: readonly string[];
  readonly where?: Where;
  readonly total?: boolean;
}

/** One question of a request, complete. */
export type EstimateSpec = Shared & { readonly id: string } & (
    | { readonly statistic: "mean"; readonly variable: string }
    | { readonly statistic: "total"; readonly variable: string }
    | {
        readonly statistic: "proportion";
        readonly variable: string;
        readonly level?: string;
        readonly ciMethod?: CiMethod;
        readonly multiple?: boolean;
      }
    | { readonly statistic: "ratio"; readonly numerator: string; readonly denominator: string; readonly scale?: "log" }
    | { readonly statistic: "quantile"; readonly variable: string; readonly probs?: readonly number[] }
    | {
        readonly statistic: "cumulative";
        readonly variable: string;
        readonly at: readonly number[];
        readonly ciMethod?: CiMethod;
      }
    | { readonly statistic: "variance"; readonly variable: string }
    | { readonly statistic: "correlation"; readonly x: string; readonly y: string }
    | {
        readonly statistic: "difference";
        readonly variable: string;
        readonly between: string;
        readonly a: string;
        readonly b: string;
        readonly level?: string;
      }
    | { readonly statistic: "chisq"; readonly rows: string; readonly columns: string }
    | {
        readonly statistic: "glm";
        readonly response: string;
        readonly terms: readonly string[];
        readonly family?: FamilyName;
        readonly level?: string;
      }
  );

/** A request, complete. */
export interface RequestSpec {
  readonly data: string;
  readonly sheet?: string;
  readonly design: DesignSpec;
  readonly confidence: number;
  readonly estimates: readonly EstimateSpec[];
}

/** A path of keys as one writes it in code: `estimates[1].where`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** The problems that a schema found, in words. */
function problemsOf(error: z.ZodError, file: string, before: string): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const inside = pathText(issue.path);
    const path = before === "" || inside.startsWith("[") || inside === "" ? before + inside : `${before}.${inside}`;
    const place = { file, ...(path === "" ? {} : { path }) };
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ code: "unknownSetting", holes: { key, near: "" }, place }));
    if (issue.code === "invalid_type" && issue.input === undefined)
      return [{ code: "missingSetting", holes: { expected: issue.expected }, place }];
    if (issue.code === "invalid_value")
      return [{ code: "invalidChoice", holes: { known: issue.values.map(String).join(", ") }, place }];
    if (issue.code === "invalid_union" && path === "design.replicates") {
      // made or given: the form that it comes nearest to says what is wrong
      const [nearest] = issue.errors.toSorted((one, other) => one.length - other.length);
      return problemsOf(new z.ZodError(nearest!), file, path);
    }
    if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
      return [{ code: "invalidChoice", holes: { known: issue.options.map(String).join(", ") }, place }];
    // the only rule of our own is the one about the confidence
    if (issue.code === "custom") return [{ code: "invalidConfidence", holes: { value: String(issue.input) }, place }];
    return [{ code: "invalidSetting", holes: { detail: issue.message }, place }];
  });
}

/** Where a question stands in the request, with its id, for a message. */
export function questionPath(at: number, id: string): string {
  return `estimates[${at}] (${id})`;
}

/** The questions of a request; what is wrong with them is added to the problems. */
function toEstimates(asked: z.infer<typeof estimateList>, file: string, problems: Problem[]): EstimateSpec[] {
  const ids = new Set<string>();
  return asked.flatMap((question, at): EstimateSpec[] => {
    const id = question.id ?? `e${at + 1}`;
    const path = questionPath(at, id);
    if (ids.has(id)) problems.push({ code: "duplicateEstimate", holes: { id }, place: { file, path } });
    ids.add(id);
    const name = question.statistic;
    if (!Object.hasOwn(statistics, name)) {
      const known = Object.keys(statistics).sort(byCodePoint).join(", ");
      problems.push({ code: "unknownStatistic", holes: { name, known }, place: { file, path } });
      return [];
    }
    const found = statistics[name as keyof typeof statistics].safeParse(question, { reportInput: true });
    if (found.success) return [{ ...found.data, id }];
    problems.push(...problemsOf(found.error, file, path));
    return [];
  });
}

/**
 * A request as it was written, checked and completed: every question has an id.
 *
 * @param file the request's file, for messages
 * @returns the request, or everything that is wrong with it, each thing with its path in the file
 */
export function toRequest(json: unknown, file: string): RequestSpec | readonly Problem[] {
  const whole = envelope.safeParse(json, { reportInput: true });
  const problems = whole.success ? [] : problemsOf(whole.error, file, "");
  // the questions are looked at even where the rest is wrong, so that everything is told at once
  const asked = z.object({ estimates: estimateList }).safeParse(json);
  const estimates = asked.success ? toEstimates(asked.data.estimates, file, problems) : [];
  return whole.success && problems.length === 0 ? { ...whole.data, estimates } : problems;
}
