import type { Design } from "../design/design.js";
import { domainMask } from "../design/domain.js";
import { sum } from "../math/sum.js";
import type { StudyData } from "../plan/data.js";
import type { Settings } from "../study/settings.js";
import type { DesignFacts } from "./run.js";

/** The range and sum of the weights of the rows drawn, and Kish's design effect of weighting, n Σw² / (Σw)². */
function weightFacts(weights: readonly number[]): DesignFacts["weights"] {
  if (weights.length === 0) return null;
  const total = sum(weights);
  return {
    min: weights.reduce((a, b) => Math.min(a, b)),
    max: weights.reduce((a, b) => Math.max(a, b)),
    sum: total,
    deff: (weights.length * sum(weights.map((weight) => weight * weight))) / (total * total),
  };
}

/** The rows that were drawn with known probabilities and have a positive weight. */
function drawnRows(design: Design): readonly number[] {
  return Array.from(design.weights.keys()).filter((row) => design.partOf[row] === -1 && design.weights[row]! > 0);
}

function factsOf(unit: string, design: Design, settings: Pick<Settings, "units">): DesignFacts {
  const { label, universe } = settings.units[unit]!;
  const { household } = design.table;
  const drawn = drawnRows(design);
  const first = design.stages[0];
  const weights = design.spec.weights === undefined ? [] : drawn.map((row) => design.weights[row]!);
  // The sampled unit says of which parts the sample is; the units inside it have inherited the columns that tell them.
  const specs = Object.values(settings.units).find((each) => each.of === undefined)?.design?.parts ?? [];
  const rowsOf = (part: (typeof specs)[number]): number => {
    const index = design.parts.indexOf(part.name);
    if (part.kind === "nonprobability") return design.partOf.filter((each) => each === index).length;
    const mask = domainMask(design.table, part.where);
    return drawn.filter((row) => mask[row] === 1).length;
  };
  return {
    unit,
    label,
    universe,
    rows: drawn.length,
    households: household === undefined ? drawn.length : new Set(drawn.map((row) => household[row])).size,
    strata: drawn.length === 0 ? 0 : (first?.strata ?? 0),
    psu: drawn.length === 0 ? 0 : (first?.units ?? 0),
    singletons: design.singletonPsu,
    weights: weightFacts(weights),
    parts: specs.map((part) => ({ label: part.label, kind: part.kind, rows: rowsOf(part) })),
  };
}

/** How each unit's sample is made up, counted from the data: what the methods chapter is written from. */
export function designFacts(
  data: Pick<StudyData, "designs">,
  settings: Pick<Settings, "units">,
): readonly DesignFacts[] {
  return [...data.designs]
    .filter(([unit]) => unit in settings.units)
    .map(([unit, design]) => factsOf(unit, design, settings));
}
