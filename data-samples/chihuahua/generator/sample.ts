import type { Population, Unit } from "./population.js";
import { type Rng, rng } from "./rng.js";
import type { Stratum } from "./strata.js";
import { adjustForNonresponse, type Interview, personFactors, type WeightedInterview } from "./weights.js";

/** A sample as it was drawn, with its weights. */
export interface Sample {
  readonly interviews: readonly WeightedInterview[];
  /** the factor of a person, by the groups of `personGroup` */
  readonly personFactors: readonly number[];
}

/** How often each of a stratum's units comes up when `drawn` are taken with replacement, in proportion to size. */
function drawUnits(random: Rng, units: readonly Unit[], drawn: number): Map<number, number> {
  const limits: number[] = [];
  let total = 0;
  for (const unit of units) {
    total += unit.displaced.length + unit.others.length;
    limits.push(total);
  }
  const times = new Map<number, number>();
  for (let draw = 0; draw < drawn; draw++) {
    const point = random.next() * total;
    const unit = limits.findIndex((limit) => point < limit);
    times.set(unit, (times.get(unit) ?? 0) + 1);
  }
  return times;
}

/** A household that was taken, with the inverse of its chance. */
interface Taken {
  readonly household: number;
  readonly baseWeight: number;
}

/**
 * The households taken in one unit that came up `times` times: as many separate samples, with no household in two of
 * them. Households with displacement, known from the listing of the unit, are taken at the rate that gives each one in
 * the stratum the same chance; of the others, a fixed number. `chance` is the expected number of times of the unit.
 */
function takeHouseholds(
  random: Rng,
  unit: Unit,
  times: number,
  chance: number,
  { take, fraction }: Stratum,
): Taken[][] {
  const rate = Math.min(fraction / chance, 1 / times);
  const count = Math.max(1, Math.min(take, Math.floor(unit.others.length / times)));
  const others = random.some(unit.others, count * times);
  const samples = Array.from({ length: times }, (_, replicate): Taken[] =>
    others
      .slice(replicate * count, (replicate + 1) * count)
      .map((household) => ({ household, baseWeight: unit.others.length / (chance * count) })),
  );
  // one number says for each household which of the separate samples it is in, if any: `rate` of them in each
  for (const household of unit.displaced)
    samples[Math.floor(random.next() / rate)]?.push({ household, baseWeight: 1 / (chance * rate) });
  return samples;
}

/** Whether a drawn household answers: refusal is commoner in towns. */
function outcome(random: Rng, area: "urbano" | "rural"): Interview["status"] {
  return random.chance(area === "urbano" ? 0.045 : 0.025) ? "refused" : "complete";
}

/** Everybody drawn in a stratum, by primary unit, with the weight that the draw gives. */
function drawStratum(random: Rng, { strata, units }: Population, index: number): Interview[] {
  const stratum = strata[index]!;
  const own = units.filter((unit) => unit.stratum === index);
  let psu = 0;
  return [...drawUnits(random, own, stratum.drawn)].flatMap(([place, times]) => {
    const unit = own[place]!;
    const chance = (stratum.drawn * (unit.displaced.length + unit.others.length)) / stratum.households;
    return takeHouseholds(random, unit, times, chance, stratum).flatMap((taken) => {
      psu += 1;
      return taken.map((drawn): Interview => {
        return { ...drawn, stratum: index, psu, status: outcome(random, stratum.area) };
      });
    });
  });
}

/** Two interviews are broken off after the first questions. */
function breakOff(random: Rng, interviews: readonly Interview[]): Interview[] {
  const complete = interviews.filter(({ status }) => status === "complete");
  const broken = new Set(random.some(complete, 2));
  return interviews.map((interview) => (broken.has(interview) ? { ...interview, status: "brokenOff" } : interview));
}

/**
 * Draws a sample by the design: in each stratum primary units with replacement and in proportion to size, in each of them
 * households. A unit that comes up twice counts as two primary units, so that the variance between primary units is the
 * variance of the design. The same seed gives the same sample.
 */
export function drawSample(population: Population, seed: number): Sample {
  const random = rng(seed);
  const drawn = population.strata.flatMap((_, index) => drawStratum(random, population, index));
  const interviews = adjustForNonresponse(breakOff(random, drawn));
  return { interviews, personFactors: personFactors(population, interviews) };
}
