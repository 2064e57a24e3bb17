import type { Questionnaire } from "../load/questionnaire.js";
import { type Column, MISSING, type Table } from "../load/table.js";
import { pending } from "../study/new-texts.js";
import type { DesignSettings, PartSpec } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";

const patterns = {
  weights:
    /^_?(?:fac(?:tor)?(?:_(?:exp\w*|hog\w*|viv\w*|cal))?|pondera\w*|weights?|(?:sample|sampling|survey|final|hh|household)_?weights?|w(?:eigh)?ts?|pw|peso_muestral)$/i,
  strata: /^_?(?:est_dis|estratos?|strat(?:um|a)|stratum_id|strata_id|est)$/i,
  clusters: /^_?(?:upm(?:_dis)?|psu(?:_id)?|cluster(?:_?id)?|conglomerado)$/i,
};

/** The design as far as names of columns tell it, with what is to be confirmed. */
export interface GuessedDesign {
  readonly design: DesignSettings;
  readonly pending: readonly Texts[];
}

/** What a person said of the design. */
export interface SaidDesign {
  /** null: there are none */
  readonly weights?: string | null;
  readonly strata?: readonly string[];
  readonly clusters?: readonly string[];
}

const blank = (column: Column, row: number): boolean => column.missing[row] !== MISSING.answered;

/** A weight is a number, none below zero and not all zero. */
function isWeight(column: Column): boolean {
  if (column.kind !== "number" || column.isDate === true) return false;
  const { values } = column;
  return values.some((value) => value > 0) && !values.some((value) => value < 0);
}

/** The part of the sample that has no weight: the answer that exactly the rows without one gave to some question. */
function unweightedPart(table: Table, weights: Column): PartSpec | null {
  for (const column of table.columns.values()) {
    if (column.kind !== "code") continue;
    for (const [code, { value, label }] of column.levels.entries()) {
      const same = column.codes.every((each, row) => (each === code) === blank(weights, row));
      const name = { ...label, es: label.es ?? value };
      if (same) return { name: value, label: name, where: { [column.name]: value }, kind: "nonprobability" };
    }
  }
  return null;
}

function find(table: Table, pattern: RegExp, fits: (column: Column) => boolean): string | undefined {
  return [...table.columns.values()].find((column) => pattern.test(column.name) && fits(column))?.name;
}

/**
 * The column of weights by its name: the first that can be one, else the first that holds anything and that the form does not ask. The
 * latter is wrong, and is for whoever checks weights to refuse: to pass over it would give a survey with weights unweighted numbers.
 */
function findWeights(table: Table, form: Questionnaire): string | undefined {
  const asked = new Set(form.questions.filter(({ kind }) => kind !== "calculate").map(({ name }) => name));
  const fits = (column: Column): boolean => {
    const someBlank = column.missing.some((code) => code !== MISSING.answered);
    return isWeight(column) && (!someBlank || unweightedPart(table, column) !== null);
  };
  const isMeant = (column: Column): boolean =>
    !asked.has(column.name) && column.missing.some((code) => code === MISSING.answered);
  return find(table, patterns.weights, fits) ?? find(table, patterns.weights, isMeant);
}

/** The value of a column in a row as text. */
function textOf(column: Column, row: number): string {
  if (column.kind === "code") return column.levels[column.codes[row]!]?.value ?? "";
  return column.kind === "multiple" ? "" : String(column.values[row]);
}

/** Whether names of primary units repeat between strata, and whether a stratum has a single one. */
function layout(
  table: Table,
  strata: readonly string[],
  clusters: readonly string[],
  drawn: (row: number) => boolean,
): { nest: boolean; single: boolean } {
  const [stratum, cluster] = [table.columns.get(strata[0] ?? ""), table.columns.get(clusters[0] ?? "")];
  const units = new Map<string, Set<string>>();
  for (let row = 0; row < table.size; row++) {
    if (!drawn(row)) continue;
    const name = stratum === undefined ? "" : textOf(stratum, row);
    const unit = cluster === undefined ? String(row) : textOf(cluster, row);
    units.set(name, (units.get(name) ?? new Set()).add(unit));
  }
  const all = [...units.values()];
  const distinct = new Set(all.flatMap((names) => [...names])).size;
  return {
    nest: all.reduce((sum, names) => sum + names.size, 0) > distinct,
    single: all.some((names) => names.size < 2),
  };
}

/**
 * How the sample was drawn, as far as a person said it or names such as EST_DIS, UPM_DIS, FACTOR tell. With no weights the whole sample is one
 * part without known probabilities, so that no error is claimed. Columns that a person said must be there; whether the weights can be ones
 * is not checked here.
 */
export function guessDesign(table: Table, form: Questionnaire, said: SaidDesign): GuessedDesign {
  const weights = said.weights === undefined ? findWeights(table, form) : said.weights;
  if (weights === undefined || weights === null) {
    const label = { es: "Hogares encuestados", en: "Households surveyed" };
    const part = { name: "sample", label, where: {}, kind: "nonprobability" } as const;
    const open = weights === null ? [] : [pending.noWeights()];
    return { design: { weights: null, parts: [part] }, pending: open };
  }
  const weight = table.columns.get(weights)!;
  const part = weight.missing.some((code) => code !== MISSING.answered) ? unweightedPart(table, weight) : null;
  const drawn = (row: number): boolean => part === null || !blank(weight, row);
  const isCode = (column: Column): boolean =>
    column.kind !== "multiple" && !column.missing.some((_, row) => drawn(row) && blank(column, row));
  const one = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
  const strata = said.strata ?? one(find(table, patterns.strata, isCode));
  const clusters = said.clusters ?? one(find(table, patterns.clusters, isCode));
  const { nest, single } = layout(table, strata, clusters, drawn);
  const open = [
    ...(said.weights === undefined ? [pending.weights(weights)] : []),
    ...(said.strata !== undefined ? [] : strata.length > 0 ? [pending.strata(strata[0]!)] : [pending.noStrata()]),
    ...(said.clusters !== undefined
      ? []
      : clusters.length > 0
        ? [pending.clusters(clusters[0]!)]
        : [pending.noClusters()]),
    ...(part === null ? [] : [pending.part(part.name)]),
    ...(nest ? [pending.nest()] : []),
    ...(single ? [pending.singletons()] : []),
  ];
  const design: DesignSettings = {
    weights,
    ...(strata.length === 0 ? {} : { strata }),
    ...(clusters.length === 0 ? {} : { clusters }),
    ...(nest ? { nest } : {}),
    singletonPsu: single ? "centre" : "error",
    ...(part === null ? {} : { parts: [part] }),
  };
  return { design, pending: open };
}
