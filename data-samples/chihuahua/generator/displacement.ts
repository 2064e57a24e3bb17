import type { Circumstances, DisplacementAnswers, EventAnswers } from "./answers.js";
import { YEAR } from "./persons.js";
import type { Frequencies, Rng } from "./rng.js";

/** The year of the first displacement: the shares of the four periods are 10, 26, 38 and 26 %. */
function firstYear(rng: Rng): number {
  switch (rng.place([10, 26, 38, 26])) {
    case 0:
      return rng.integer(1995, 2007);
    case 1:
      return rng.chance(0.5) ? rng.integer(2010, 2012) : rng.integer(2008, 2016);
    case 2:
      return rng.integer(2017, 2020);
    default:
      // collection ended in May: most of the last year was still to come
      return rng.chance(0.82) ? YEAR - 1 : YEAR;
  }
}

/** Several causes may be named, at least one is. */
function causes(rng: Rng, { indigenous }: Circumstances): string {
  if (rng.chance(0.025)) return rng.pick({ "98": 1, "99": 1.5 });
  const named = (
    [
      ["delito_amenaza", 0.635],
      ["temor", 0.555],
      ["extorsion", indigenous ? 0.13 : 0.28],
      ["desaparicion", 0.14],
      ["enfrentamientos", indigenous ? 0.44 : 0.18],
      ["despojo", indigenous ? 0.26 : 0.11],
      ["otra", 0.05],
    ] as const
  )
    .filter(([, share]) => rng.chance(share))
    .map(([cause]) => cause);
  return named.length > 0 ? named.join(" ") : rng.chance(0.5) ? "delito_amenaza" : "temor";
}

const regions = (sierra: boolean): Frequencies =>
  sierra
    ? { sierra: 82, centro: 5, norte: 2, sur: 5, otro_estado: 5, "99": 1 }
    : { sierra: 41, centro: 14, norte: 17, sur: 10, otro_estado: 16, "99": 2 };

const reasons = { violencia: 68, amenaza: 22, despojo: 7, "98": 3 };

/** The home that a household had: 61 % owned one; 58 % of those have it abandoned, occupied or destroyed. */
function home(rng: Rng): Pick<DisplacementAnswers, "tenia_vivienda" | "estado_vivienda" | "compensacion"> {
  const owned = rng.pick({ si: 60.4, no: 38.6, "99": 1 });
  if (owned !== "si") return { tenia_vivienda: owned, estado_vivienda: null, compensacion: null };
  return {
    tenia_vivienda: owned,
    estado_vivienda: rng.pick({ abandonada: 31, ocupada: 16, destruida: 10, en_uso: 27, vendida: 14, "98": 2 }),
    compensacion: rng.chance(0.12) ? "si" : "no",
  };
}

/** What a household answers on its displacement, and each displacement on its own. */
export function displacement(
  rng: Rng,
  place: Circumstances,
): { readonly displacement: DisplacementAnswers; readonly events: readonly EventAnswers[] } {
  const year = firstYear(rng);
  const named = causes(rng, place);
  const again = rng.chance(0.02)
    ? rng.pick({ "98": 1, "99": 1 })
    : rng.chance(place.indigenous ? 0.6 : 0.4)
      ? "si"
      : "no";
  const times = again === "si" ? 2 + rng.place([70, 22, 8]) : 1;
  const later = Array.from({ length: times - 1 }, () => rng.integer(year, YEAR)).sort((a, b) => a - b);
  const region = rng.pick(regions(place.sierra));
  const events = [year, ...later].map((evento_anio, index) => ({
    evento_anio,
    evento_region: index === 0 ? region : rng.pick(regions(place.sierra)),
    evento_motivo: rng.pick(reasons),
  }));
  return {
    displacement: {
      primer_anio: year,
      causas: named,
      causa_otra: named.includes("otra") ? "respuesta de texto libre (dato sintético)" : null,
      actor: rng.pick({ grupo_delictivo: 58, vecinos: 9, autoridad: 4, otro: 6, "98": 14, "99": 9 }),
      region_origen: region,
      localidad_origen: `Localidad ${String.fromCharCode(65 + rng.integer(0, 25))}-${rng.integer(10, 99)}`,
      otra_vez: again,
      num_desplazamientos: again === "si" ? times : null,
      ...home(rng),
      plan_futuro: rng.pick({ permanecer: 57, retornar: 14, reubicarse: 22, "98": 7 }),
    },
    events,
  };
}
