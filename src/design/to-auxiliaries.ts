import { type Problem, refuse } from "../errors.js";
import { sum } from "../math/sum.js";
import { nearest } from "../words/nearest.js";
import { type Auxiliaries, auxiliaryTotals } from "./auxiliaries.js";
import type { PoststratifySpec, RakeSpec, RegressionSpec } from "./calibration-spec.js";
import type { Design } from "./design.js";
import { findParts } from "./part-rows.js";
import { cellTerm, givenCells, numberTerm, type TermTotals, wholeTerm } from "./term-totals.js";

/** Populations that differ by more than this share are two populations. */
const SAME = 1e-9;

/** The rows that totals are about: all that were drawn, those taken in full among them, whose weight of 1 never moves. */
export interface CalibratedRows {
  readonly all: Int32Array;
  readonly moving: Int32Array;
  readonly fixed: Int32Array;
}

/** The rows of a positive weight that are calibrated, and those that only count. */
export function calibratedRows(design: Design, weights: Float64Array): CalibratedRows {
  const { census } = findParts(design.table, design.spec.parts ?? []);
  const all = design.order.filter((row) => design.partOf[row]! < 0 && weights[row]! > 0);
  return { all, moving: all.filter((row) => census[row] === 0), fixed: all.filter((row) => census[row] === 1) };
}

/** The terms of a calibration by regression; a column is of categories if a total of each is given. */
function regressionTerms(
  design: Design,
  rows: Int32Array,
  spec: RegressionSpec,
  path: string,
  problems: Problem[],
): TermTotals[] {
  const { table } = design;
  const { intercept } = spec.totals;
  for (const name of Object.keys(spec.totals))
    if (name !== "intercept" && !spec.terms.includes(name)) {
      const near = nearest(name, spec.terms).map((each) => `"${each}"`);
      problems.push({ code: "totalWithoutTerm", holes: { name, near: near.join(", ") || "—" }, place: { path } });
    }
  const found = [...new Set(spec.terms)].map((name): TermTotals | null => {
    const totals = spec.totals[name];
    if (totals === undefined) problems.push({ code: "termWithoutTotal", holes: { name }, place: { path } });
    if (totals === undefined) return null;
    if (typeof totals === "number") return numberTerm(table, rows, name, totals, path, problems);
    const cells = Object.entries(totals).map(([value, total]) => ({ values: [value], total }));
    return cellTerm(table, rows, [name], cells, path, problems);
  });
  if (typeof intercept === "object" || (intercept !== undefined && !(intercept > 0 && intercept < Infinity)))
    problems.push({ code: "invalidTotal", holes: { cell: "intercept", value: String(intercept) }, place: { path } });
  const whole = typeof intercept === "number" ? [wholeTerm(table, rows, "intercept", intercept, null)] : [];
  return [...whole, ...found.filter((each) => each !== null)];
}

/** Totals of the whole population that contradict each other. */
function disagreements(terms: readonly TermTotals[], path: string): Problem[] {
  const whole = terms.filter(({ term }) => term.value === null);
  const first = whole[0];
  if (first === undefined) return [];
  const size = sum(first.totals);
  return whole.slice(1).flatMap((each): Problem[] => {
    const other = sum(each.totals);
    if (Math.abs(other - size) <= SAME * size) return [];
    const holes = { a: first.names[0]!, sumA: size, b: each.names[0]!, sumB: other };
    return [{ code: "totalsDisagree", holes, place: { path } }];
  });
}

/**
 * The totals that a step calibrates to and the columns they are of.
 *
 * @throws {DataError} with every total that does not fit the sample, its cell named
 */
export function toAuxiliaries(
  design: Design,
  weights: Float64Array,
  spec: PoststratifySpec | RakeSpec | RegressionSpec,
  path: string,
): Auxiliaries {
  const { all, moving, fixed } = calibratedRows(design, weights);
  const problems: Problem[] = [];
  const margins = spec.method === "poststratify" ? [spec] : spec.method === "rake" ? spec.margins : null;
  const terms =
    margins === null
      ? regressionTerms(design, all, spec as RegressionSpec, path, problems)
      : margins.flatMap((margin) => cellTerm(design.table, all, margin.by, givenCells(margin), path, problems) ?? []);
  refuse([...problems, ...disagreements(terms, path)]);
  let start = 0;
  const shifted = terms.map(({ term, names }) => {
    const from = start;
    start += names.length;
    return { ...term, place: term.place.map((place) => (place < 0 ? -1 : place + from)) };
  });
  const names = terms.flatMap((each) => each.names);
  const totals = Float64Array.from(terms.flatMap((each) => [...each.totals]));
  const whole: Auxiliaries = { terms: shifted, names, totals, fixed: new Float64Array(names.length), rows: moving };
  if (fixed.length === 0) return whole;
  const taken = auxiliaryTotals(whole, fixed, weights);
  return { ...whole, totals: totals.map((total, at) => total - taken[at]!), fixed: taken };
}
