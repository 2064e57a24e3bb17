import type { Circumstances, Household } from "./answers.js";
import { displacement } from "./displacement.js";
import { living } from "./living.js";
import { members } from "./members.js";
import { persons } from "./persons.js";
import type { Rng } from "./rng.js";

/** A household with all that it would answer if it were drawn. */
export function household(rng: Rng, place: Circumstances): Household {
  const who = members(rng, place);
  const moved = place.displaced ? displacement(rng, place) : null;
  return {
    unit: place.unit,
    dfiHogar: place.displaced ? "si" : rng.chance(0.006) ? rng.pick({ "98": 1, "99": 1 }) : "no",
    living: living(rng, place),
    displacement: moved?.displacement ?? null,
    persons: persons(rng, place, who, moved?.displacement.primer_anio ?? null),
    events: moved?.events ?? [],
  };
}
