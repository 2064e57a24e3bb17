import { bounded, type Circumstances, type LivingAnswers } from "./answers.js";
import type { Frequencies, Rng } from "./rng.js";

/** Where water comes from: dentro, patio, pipa, acarreo. */
function water({ area, sierra, displaced, hardship }: Circumstances): Frequencies {
  const inside = area === "urbano" ? (sierra ? 0.72 : 0.92) : sierra ? 0.36 : 0.55;
  const p = bounded(inside - (displaced ? 0.13 : 0) - 0.03 * hardship);
  const [yard, truck, carried] = area === "urbano" ? [0.6, 0.28, 0.12] : [0.5, 0.1, 0.4];
  return { dentro: p, patio: (1 - p) * yard, pipa: (1 - p) * truck, acarreo: (1 - p) * carried };
}

/** How often a home has one, two, three … rooms, kitchen and bath left out. */
function rooms({ displaced, area }: Circumstances): readonly number[] {
  if (displaced) return [19, 35, 30, 12, 4];
  return area === "urbano" ? [8, 27, 37, 19, 7, 2] : [14, 34, 32, 14, 5, 1];
}

/** Deciles of a household's monthly income in a town, in pesos; between them it is interpolated. */
const deciles = [2_400, 4_800, 6_300, 7_900, 9_600, 11_400, 13_600, 16_500, 20_800, 28_500, 62_000];

function income(rng: Rng, { area, displaced, indigenous, hardship }: Circumstances): number | null {
  const place = rng.next() * 10;
  const below = Math.min(9, Math.floor(place));
  const amount = deciles[below]! + (place - below) * (deciles[below + 1]! - deciles[below]!);
  const factor =
    (area === "rural" ? 0.62 : 1) * (displaced ? 0.8 : 1) * (indigenous ? 0.78 : 1) * (1 - 0.05 * hardship);
  return rng.chance(0.11) ? null : Math.max(600, Math.round((amount * factor) / 100) * 100);
}

/** Food insecurity by the Mexican scale (EMSA), moderate or severe 14 points more often with displacement. */
function food({ area, displaced, indigenous, hardship }: Circumstances): Frequencies {
  const others = (area === "rural" ? 0.3 : 0.235) + (indigenous ? 0.08 : 0);
  const p = bounded(others + (displaced ? 0.11 : 0) + 0.05 * hardship);
  return { seguridad: (1 - p) * 0.62, leve: (1 - p) * 0.38, moderada: p * 0.63, severa: p * 0.37 };
}

/** What a household answers on its housing and its well-being. */
export function living(rng: Rng, place: Circumstances): LivingAnswers {
  const { displaced, area, hardship } = place;
  const safe = bounded((displaced ? 0.26 : 0.38) + (area === "rural" ? 0.07 : 0) - 0.05 * hardship);
  return {
    tenencia: rng.pick(
      displaced
        ? { propia: 37, rentada: 33, prestada: 23, otra: 6, "99": 1 }
        : { propia: 69, rentada: 17, prestada: 11, otra: 2.5, "99": 0.5 },
    ),
    cuartos: 1 + rng.place(rooms(place)),
    agua: rng.pick(water(place)),
    electricidad: rng.chance(area === "urbano" ? 0.994 : place.sierra ? 0.8 : 0.95) ? "si" : "no",
    ingreso_mensual: income(rng, place),
    inseguridad_alimentaria: rng.pick(food(place)),
    percepcion_seguridad: rng.pick({ seguro: safe, inseguro: 0.97 - safe, "98": 0.02, "99": 0.01 }),
  };
}
