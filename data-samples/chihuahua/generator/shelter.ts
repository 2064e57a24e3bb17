import type { Household } from "./answers.js";
import { household } from "./household.js";
import { type Rng, rng } from "./rng.js";
import type { Municipality } from "./strata.js";

/** A household that was asked in a shelter: nobody knows what chance it had. */
export interface ShelterInterview {
  readonly household: Household;
  readonly shelter: string;
  readonly municipality: Municipality;
  readonly refused: boolean;
}

/** The invented shelters, with the households that were asked in each. */
const shelters: readonly (readonly [name: string, municipality: Municipality, asked: number])[] = [
  ["Albergue inventado 1", "juarez", 22],
  ["Albergue inventado 2", "juarez", 15],
  ["Albergue inventado 3", "chihuahua", 18],
  ["Albergue inventado 4", "parral", 13],
];

function inShelter(random: Rng, shelter: string, municipality: Municipality, refused: boolean): ShelterInterview {
  const place = { unit: -1, area: "urbano", sierra: false, displaced: true, hardship: 1 } as const;
  return { household: household(random, { ...place, indigenous: random.chance(0.5) }), shelter, municipality, refused };
}

/** The households surveyed in shelters: 65 that answered and 3 that did not, all with displacement. */
export function shelterInterviews(seed: number): readonly ShelterInterview[] {
  const random = rng(seed);
  return shelters.flatMap(([name, municipality, asked], index) =>
    Array.from({ length: asked }, (_, place) => inShelter(random, name, municipality, index < 3 && place === 4)),
  );
}
