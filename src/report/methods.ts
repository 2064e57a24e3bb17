import type { CountsBlock } from "../present/block.js";
import { formatConfidence, formatCount, formatNumber } from "../present/format.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { DesignFacts, Run } from "./run.js";

/** A section of the methods chapter: paragraphs, then a list, then a table. */
export interface MethodSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly after: readonly string[];
  readonly counts: CountsBlock | null;
}

type Body = Partial<Omit<MethodSection, "id" | "title">>;

/** A text of the study, when it says something. */
function said(texts: Readonly<Record<string, string>> | undefined, language: string): readonly string[] {
  const text = texts === undefined ? "" : inLanguage(texts, language).trim();
  return text === "" ? [] : [text];
}

/** Whether the sample was drawn in strata or in clusters. */
function isStructured({ strata, psu, rows }: DesignFacts): boolean {
  return strata > 1 || (psu > 0 && psu < rows);
}

/** What the weights are like. */
function weightSentence({ weights }: DesignFacts, language: string): string {
  if (weights === null) return reportText("noWeights", language);
  const decimals = (value: number) => formatNumber(value, { decimals: value < 1000 ? 1 : 0, language });
  return reportText("weights", language, {
    min: decimals(weights.min),
    max: decimals(weights.max),
    sum: formatCount(weights.sum, language),
    deff: formatNumber(weights.deff, { decimals: 2, language }),
  });
}

/** One unit's sample in sentences. */
function designSentences(facts: DesignFacts, language: string): string {
  const count = (value: number) => formatCount(value, language);
  const holes = {
    label: inLanguage(facts.label, language),
    rows: count(facts.rows),
    households: count(facts.households),
    strata: count(facts.strata),
    psu: count(facts.psu),
  };
  // One stratum in which each record is its own primary unit is no design to tell of.
  const bare = facts.weights === null && !isStructured(facts);
  const none = facts.rows === 0;
  const same = facts.rows === facts.households ? "designUnitSame" : "designUnit";
  const code = none ? "designUnitNone" : bare ? "designUnitBare" : same;
  const universe = inLanguage(facts.universe, language).trim().replace(/\.+$/, "");
  return [
    reportText(code, language, holes),
    ...(universe === "" ? [] : [reportText("universeOf", language, { universe })]),
    ...(none ? [] : [weightSentence(facts, language)]),
  ].join(" ");
}

/** The rule for strata with one unit, once, where the sample has strata at all. */
function singletons({ designs }: Run["methods"], language: string): readonly string[] {
  const rules = [...new Set(designs.filter(isStructured).map((facts) => facts.singletons))];
  const known = ["error", "certainty", "centre", "average"];
  return rules.filter((rule) => known.includes(rule)).map((rule) => reportText(`singletons ${rule}`, language));
}

/** The parts of the sample of the first unit that has some, and what each can say. */
function parts({ designs }: Run["methods"], language: string): readonly string[] {
  const facts = designs.find((one) => one.parts.length > 0);
  return (facts?.parts ?? []).map((part) =>
    reportText(`part ${part.kind}`, language, {
      label: inLanguage(part.label, language),
      rows: formatCount(part.rows, language),
    }),
  );
}

function precision(run: Run, language: string): Body {
  const count = (label: string | null) =>
    formatCount(run.estimates.filter((row) => row.precision === label).length, language);
  const counts = { high: count("high"), moderate: count("moderate"), low: count("low"), none: count(null) };
  const after = [reportText("precisionCounts", language, counts), reportText("precisionLimit", language)];
  if (run.precisionPolicy !== "inegi")
    return { paragraphs: [reportText("precisionOther", language, { policy: run.precisionPolicy })], after };
  const levels = ["high", "moderate", "low"].map((level) => reportText(`precision inegi ${level}`, language));
  return { paragraphs: [reportText("precision inegi", language)], list: levels, after };
}

function disclosure(run: Run, language: string): Body {
  const withheld = run.estimates.filter((row) => row.withheld).length;
  const holes = { withheld: formatCount(withheld, language), count: formatCount(run.estimates.length, language) };
  return {
    paragraphs: [
      reportText("disclosure1", language, { households: run.minHouseholds }),
      reportText("disclosureSubtraction", language),
      reportText("disclosure2", language, holes),
    ],
  };
}

/**
 * The methods chapter, written from the data: how the sample was drawn, what can be generalised, response, how the
 * error is computed, precision, confidentiality and software. A section with nothing to say is left out.
 */
export function methodSections(run: Run, language: string): readonly MethodSection[] {
  const { methods } = run;
  const notes = methods.notes ?? undefined;
  const text = (code: string) => reportText(code, language);
  const confidence = formatConfidence(run.confidence, language);
  const bodies: readonly (readonly [string, Body])[] = [
    [
      "design",
      {
        paragraphs: said(notes?.design, language),
        list: methods.designs.map((facts) => designSentences(facts, language)),
        after: singletons(methods, language),
      },
    ],
    ["scope", { paragraphs: said(notes?.limitations, language), list: parts(methods, language) }],
    ["pending", { list: methods.pending.map((each) => inLanguage(each, language)) }],
    ["response", { paragraphs: said(notes?.response, language), counts: methods.response }],
    [
      "variance",
      {
        paragraphs: [
          text("variance1"),
          reportText("variance2", language, { confidence }),
          text("variance3"),
          text("variance4"),
          text("variance5"),
        ],
      },
    ],
    ["precision", precision(run, language)],
    ["disclosure", disclosure(run, language)],
    [
      "software",
      {
        paragraphs: [text("software")],
        list: methods.software.map(({ name, version }) => `${name} ${version}`),
      },
    ],
  ];
  return bodies
    .map(([id, body]) => {
      const empty = { paragraphs: [], list: [], after: [], counts: null };
      return { id: `methods-${id}`, title: text(`${id}Title`), ...empty, ...body };
    })
    .filter((section) => section.paragraphs.length + section.list.length > 0 || section.counts !== null);
}
