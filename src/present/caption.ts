import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { Labels } from "./block.js";
import { formatConfidence, formatCount, formatShare } from "./format.js";
import { own, partLabel } from "./labels.js";
import { NOT_GENERAL, PRECISION } from "./theme.js";
import { isPoints } from "./values.js";
import { whereText } from "./where-text.js";

/** A text without its full stop, to stand inside a sentence. */
function bare(text: string): string {
  return text.trim().replace(/\.+$/, "");
}

/** On how many answers the rows rest: one number, or from the smallest to the largest group. */
function sampleSize(rows: readonly Released[], language: string): readonly string[] {
  const counts = rows.filter((row) => row.n !== null).map((row) => [row.n!, row.households ?? row.n!] as const);
  if (counts.length === 0) return [];
  const sizes = counts.map(([n]) => n);
  const low = Math.min(...sizes);
  const high = Math.max(...sizes);
  const text = (count: number) => formatCount(count, language);
  if (low < high) return [reportText("sampleRange", language, { low: text(low), high: text(high) })];
  const households = counts[0]![1];
  return households === low
    ? [reportText("sampleSize", language, { n: text(low) })]
    : [reportText("sampleSizeHouseholds", language, { n: text(low), households: text(households) })];
}

/** Whom a row is about: as the plan says it, else the part of the sample, else the unit's universe and the condition. */
function universeOf(row: Released, labels: Labels, language: string): string {
  const planned = own(labels.indicators, row.id)?.universe;
  if (planned !== undefined) return bare(inLanguage(planned, language));
  if (row.part !== undefined) return partLabel(labels, row.part, language);
  const everybody = bare(inLanguage(labels.universe, language));
  if (row.where === null) return everybody;
  return reportText("universeWhere", language, { universe: everybody, condition: whereText(row.where) });
}

/** What kind of evidence the rows are. */
function evidenceKind(rows: readonly Released[], language: string): string {
  const parts = rows.filter((row) => row.part !== undefined).length;
  return reportText(parts === 0 ? "survey" : parts === rows.length ? "surveyNonprobability" : "surveyParts", language);
}

/**
 * The sentences under an exhibit: source, universe, n, level of confidence, precision policy and kind of evidence.
 */
export function caption(rows: readonly Released[], labels: Labels, language: string): readonly string[] {
  const levels = [...new Set(rows.filter((row) => row.ci !== null).map((row) => row.confidence))].sort((a, b) => a - b);
  const confidence = levels.map((level) => formatConfidence(level, language)).join(", ");
  const source = bare(inLanguage(labels.source, language));
  const universe = [...new Set(rows.map((row) => universeOf(row, labels, language)))].filter(Boolean).join("; ");
  return [
    ...(source === "" ? [] : [reportText("source", language, { source })]),
    ...(universe === "" ? [] : [reportText("universe", language, { universe })]),
    ...sampleSize(rows, language),
    ...(levels.length === 0 ? [] : [reportText("confidenceCaption", language, { confidence })]),
    ...(rows.some((row) => row.precision !== null) ? [reportText("precisionCaption", language)] : []),
    evidenceKind(rows, language),
  ];
}

/** A sign used in an exhibit and what it means. */
export interface Footnote {
  readonly sign: string;
  readonly text: string;
}

/** How much of its weight is without an answer, which a total is low by; null where every total is complete. */
function lowTotals(rows: readonly Released[], language: string): string | null {
  const shares = rows
    .filter((row) => row.statistic === "total" && row.estimate !== null)
    .map((row) => row.weightMissing ?? 0);
  const share = Math.max(0, ...shares);
  if (share === 0) return null;
  // A share that would print as zero is said to be under the smallest that prints.
  const text = share < 0.0005 ? reportText("under", language, { value: formatShare(0.001, language) }) : null;
  const code = shares.length === 1 ? "totalLow" : "totalsLow";
  return reportText(code, language, { share: text ?? formatShare(share, language) });
}

/** What the signs in an exhibit mean: only those that occur in it. */
export function footnotes(rows: readonly Released[], labels: Labels, language: string): readonly Footnote[] {
  const notes: Footnote[] = [];
  const add = (occurs: boolean, sign: string, code: string) => {
    if (occurs) notes.push({ sign, text: reportText(code, language) });
  };
  add(
    rows.some((row) => row.precision === "moderate"),
    PRECISION.moderate.symbol,
    "moderateNote",
  );
  add(
    rows.some((row) => row.precision === "low"),
    PRECISION.low.symbol,
    "lowNote",
  );
  add(
    rows.some((row) => row.withheld),
    "ᶜ",
    "withheldNote",
  );
  const parts = [...new Set(rows.flatMap((row) => row.part ?? []))].map((part) => partLabel(labels, part, language));
  if (parts.length > 0)
    notes.push({ sign: NOT_GENERAL, text: `${parts.join(", ")}. ${reportText("nonprobabilityNote", language)}` });
  add(
    rows.some((row) => own(labels.indicators, row.id)?.kind === "multiple"),
    "",
    "multipleNote",
  );
  add(rows.some(isPoints), "", "pointsNote");
  add(
    rows.some((row) => row.statistic === "difference"),
    "",
    "differenceNote",
  );
  const low = lowTotals(rows, language);
  if (low !== null) notes.push({ sign: "", text: low });
  return notes;
}
