import { bounded, type Circumstances, type PersonAnswers } from "./answers.js";
import type { Member } from "./members.js";
import type { Rng } from "./rng.js";

/** The year in which the answers were collected. */
export const YEAR = 2022;

function works(rng: Rng, { sexo, edad }: Member, displaced: boolean): boolean {
  const band = edad < 20 ? 0 : edad < 60 ? 1 : edad < 70 ? 2 : 3;
  const share = sexo === "hombre" ? [0.33, 0.86, 0.52, 0.2] : [0.17, 0.53, 0.26, 0.08];
  return rng.chance(share[band]! - (displaced ? 0.03 : 0));
}

/** The chance that a job comes without social security: it goes with being indigenous, not with displacement. */
function informality({ displaced, indigenous, area, hardship }: Circumstances): number {
  const base = indigenous ? (displaced ? 0.715 : 0.66) : displaced ? 0.335 : 0.328;
  const rural = area === "rural" ? 0.05 : -0.003;
  return bounded(base + rural + 0.035 * hardship);
}

/**
 * What the members of a household answer. Self-identification runs in households; whoever was born after the household's
 * first displacement has not been displaced.
 */
export function persons(
  rng: Rng,
  place: Circumstances,
  who: readonly Member[],
  firstYear: number | null,
): PersonAnswers[] {
  const { displaced, indigenous, sierra } = place;
  const informal = informality(place);
  return who.map((member): PersonAnswers => {
    const head = member.parentesco === "referencia";
    const same = head ? indigenous : rng.chance(indigenous ? 0.94 : 0.015);
    const unsure = rng.chance(0.012);
    const speaks = same && rng.chance(sierra ? 0.82 : 0.6);
    const working = member.edad >= 15 && works(rng, member, displaced);
    const unregistered = displaced && indigenous ? 0.07 : indigenous ? 0.03 : displaced ? 0.02 : 0.006;
    const birth = !rng.chance(unregistered);
    const before = firstYear !== null && YEAR - member.edad <= firstYear;
    const covered = rng.chance(0.012) ? "98" : rng.chance(informal) ? "no" : "si";
    const hesitant = unsure ? rng.pick({ "98": 2, "99": 1 }) : null;
    return {
      ...member,
      // so few households are displaced that one whose reference person is unsure would close every table by group
      autoadscripcion: hesitant !== null && !(head && displaced) ? hesitant : same ? "si" : "no",
      habla_lengua: speaks ? "si" : "no",
      dfi_persona: firstYear === null ? null : head || (before && rng.chance(0.95)) ? "si" : "no",
      asiste_escuela:
        member.edad < 5 || member.edad > 17
          ? null
          : rng.chance(bounded((displaced ? 0.85 : 0.94) - (member.edad > 14 ? 0.12 : 0) - 0.01 * place.hardship))
            ? "si"
            : "no",
      ocupado: member.edad < 15 ? null : working ? "si" : "no",
      seguridad_social: working ? covered : null,
      acta_nacimiento: birth ? "si" : "no",
      curp: rng.chance(0.01) ? "98" : birth && rng.chance(1 - unregistered) ? "si" : "no",
      telefono: head && rng.chance(0.7) ? `614 555 01${String(rng.integer(0, 99)).padStart(2, "0")}` : null,
    };
  });
}
