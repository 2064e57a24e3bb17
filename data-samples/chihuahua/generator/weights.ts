import type { PersonAnswers } from "./answers.js";
import type { Population } from "./population.js";

/** A household that was drawn. */
export interface Interview {
  /** an index into the population's households */
  readonly household: number;
  /** an index into the strata */
  readonly stratum: number;
  /** the primary unit's number within its stratum, from 1 */
  readonly psu: number;
  /** the inverse of its chance to be drawn */
  readonly baseWeight: number;
  readonly status: "complete" | "refused" | "brokenOff";
}

/** An interview with its final weight: null where there was no answer, whose weight others carry. */
export interface WeightedInterview extends Interview {
  readonly weight: number | null;
}

/** The number of groups that `personGroup` tells apart. */
export const PERSON_GROUPS = 6;

/** The group by sex and age to which a person's factor belongs: under 15, 15 to 59, 60 and older. */
export function personGroup({ sexo, edad }: Pick<PersonAnswers, "sexo" | "edad">): number {
  return (sexo === "mujer" ? 0 : 3) + (edad < 15 ? 0 : edad < 60 ? 1 : 2);
}

/** Three decimals, as the file holds them: what is computed from the sample is computed from the file's numbers. */
function toFileNumber(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Within each primary unit, those who answered carry the weight of those who did not. */
export function adjustForNonresponse(interviews: readonly Interview[]): WeightedInterview[] {
  const all = new Map<string, number>();
  const answered = new Map<string, number>();
  for (const { stratum, psu, baseWeight, status } of interviews) {
    const unit = `${stratum} ${psu}`;
    all.set(unit, (all.get(unit) ?? 0) + baseWeight);
    if (status === "complete") answered.set(unit, (answered.get(unit) ?? 0) + baseWeight);
  }
  return interviews.map((interview) => {
    const unit = `${interview.stratum} ${interview.psu}`;
    const weight = (interview.baseWeight * all.get(unit)!) / answered.get(unit)!;
    return { ...interview, weight: interview.status === "complete" ? toFileNumber(weight) : null };
  });
}

/** The factor that brings each group of persons to its number in the population, as a count of the census would. */
export function personFactors(population: Population, interviews: readonly WeightedInterview[]): number[] {
  const weighted = new Array<number>(PERSON_GROUPS).fill(0);
  for (const { household, weight } of interviews)
    if (weight !== null)
      for (const person of population.households[household]!.persons) weighted[personGroup(person)]! += weight;
  return weighted.map((sum, group) => toFileNumber(population.persons[group]! / sum));
}
