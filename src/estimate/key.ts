import { byCodePoint } from "../words/code-point.js";
import type { Estimate, Where } from "./estimate.js";

/** What was asked, apart from the confidence: all that a key is made of. */
export type Asked = Pick<
  Estimate,
  | "unit"
  | "statistic"
  | "variable"
  | "level"
  | "prob"
  | "between"
  | "contrast"
  | "against"
  | "adjust"
  | "margin"
  | "by"
  | "where"
  | "part"
>;

/** Marks the signs that hold a key together where they stand in a name or value. */
function escaped(text: string): string {
  return text.replace(/[\\|,:=+>()]/g, "\\$&");
}

/** An expression without the spaces that mean nothing, those in quotation marks kept; in brackets, which no map begins with. */
function expressionText(expression: string): string {
  const text = expression
    .trim()
    .replace(/'[^']*'|"[^"]*"|\s+/g, (found) => (found.trim() === "" ? " " : found))
    .replace(/[\\|]/g, "\\$&");
  return `(${text})`;
}

/** A map in code-point order, whatever order it was written in. */
function mapText(map: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(map)
    .map(([name, value]) => [escaped(name), [...new Set([value].flat())].sort(byCodePoint).map(escaped).join("+")])
    .sort(([a], [b]) => byCodePoint(a!, b!))
    .map(([name, value]) => `${name}:${value}`)
    .join(",");
}

function whereText(where: Where | null): string {
  if (where === null) return "";
  return typeof where === "string" ? expressionText(where) : mapText(where);
}

/** What a comparison is of, after what is compared; nothing for any other statistic. */
function comparisonText({ between, contrast, against, adjust, margin }: Asked): string[] {
  const weighted = ([level, weight]: [string, number]): string => `${escaped(level)}*${weight}`;
  const weights = Object.entries(contrast?.coefficients ?? {}).sort(([a], [b]) => byCodePoint(a, b));
  return [
    ...(between === undefined
      ? []
      : [`between=${escaped(between.column)}:${escaped(between.a)}>${escaped(between.b)}`]),
    ...(contrast === undefined ? [] : [`contrast=${escaped(contrast.column)}:${weights.map(weighted).join("+")}`]),
    ...(against === undefined ? [] : [`against=${escaped(against.source)}:${against.value}`]),
    ...(adjust === undefined ? [] : [`adjust=${adjust}`]),
    ...(margin === undefined ? [] : [`margin=${margin.join(":")}`]),
  ];
}

/**
 * The canonical text of what was asked: the same for the same question, in whatever order its groups and conditions were written,
 * and apart from the plan's order and ids. Signs of the key itself that stand in names or values are escaped with `\`.
 *
 * @example
 * estimateKey({ unit: "household", statistic: "proportion", variable: "agua", level: "si", by: { municipio: "juarez" }, where: null }); // => "household|proportion|agua|si|by=municipio:juarez|where="
 */
export function estimateKey(asked: Asked): string {
  const { unit, statistic, variable, level, prob, by, where, part } = asked;
  return [
    escaped(unit),
    statistic,
    escaped(variable),
    escaped(level ?? String(prob ?? "")),
    ...comparisonText(asked),
    `by=${mapText(by ?? {})}`,
    `where=${whereText(where)}`,
    ...(part === undefined ? [] : [`part=${escaped(part)}`]),
  ].join("|");
}
