import type { Household } from "./answers.js";
import { household } from "./household.js";
import { type Rng, rng } from "./rng.js";
import { type Stratum, strata } from "./strata.js";
import { PERSON_GROUPS, personGroup } from "./weights.js";

/** A primary unit: an area, or a block of the self-representing town. */
export interface Unit {
  readonly stratum: number;
  /** the households in it, as indices into the population's: those with displacement, and the others */
  readonly displaced: readonly number[];
  readonly others: readonly number[];
}

/** Everybody: what is true, known in full because it is invented. */
export interface Population {
  readonly strata: readonly Stratum[];
  readonly units: readonly Unit[];
  readonly households: readonly Household[];
  /** how many persons there are in each of the groups of `personGroup` */
  readonly persons: readonly number[];
}

/** The sizes of a stratum's units: unequal, at least twelve households, adding up to the stratum's. */
function sizes(random: Rng, { households, units }: Stratum): number[] {
  const weights = Array.from({ length: units }, () => Math.max(0.45, 1 + 0.3 * random.normal()));
  const scale = households / weights.reduce((total, weight) => total + weight, 0);
  const rounded = weights.map((weight) => Math.max(12, Math.round(weight * scale)));
  // what rounding lost or won goes to the largest unit, which feels it least
  const largest = rounded.indexOf(Math.max(...rounded));
  rounded[largest]! += households - rounded.reduce((total, size) => total + size, 0);
  return rounded;
}

/** The households of one primary unit; displacement gathers in some units more than in others. */
function unitHouseholds(random: Rng, stratum: Stratum, unit: number, size: number): Household[] {
  const hardship = random.normal();
  const share = stratum.displaced * Math.max(0.25, 1 + 0.55 * random.normal());
  return Array.from({ length: size }, () => {
    const displaced = random.chance(share);
    return household(random, {
      unit,
      area: stratum.area,
      sierra: stratum.municipality === "guadalupe_calvo",
      displaced,
      indigenous: random.chance(stratum.indigenous[displaced ? 0 : 1]),
      hardship,
    });
  });
}

function countPersons(households: readonly Household[]): number[] {
  const counts = new Array<number>(PERSON_GROUPS).fill(0);
  for (const { persons } of households) for (const person of persons) counts[personGroup(person)]! += 1;
  return counts;
}

/**
 * Builds the invented population of the four municipalities, about 80,000 households: strata, primary units in them,
 * households, persons, displacements. The same seed gives the same population.
 */
export function population(seed: number): Population {
  const random = rng(seed);
  const units: Unit[] = [];
  const households: Household[] = [];
  for (const [index, stratum] of strata.entries())
    for (const size of sizes(random, stratum)) {
      const first = households.length;
      households.push(...unitHouseholds(random, stratum, units.length, size));
      const own = Array.from({ length: size }, (_, place) => first + place);
      units.push({
        stratum: index,
        displaced: own.filter((place) => households[place]!.displacement !== null),
        others: own.filter((place) => households[place]!.displacement === null),
      });
    }
  return { strata, units, households, persons: countPersons(households) };
}
