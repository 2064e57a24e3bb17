import type { Circumstances, PersonAnswers } from "./answers.js";
import type { Rng } from "./rng.js";

/** Ages of reference persons: the first and last of a band, and how often it comes. */
const headAges: readonly (readonly [low: number, high: number, weight: number])[] = [
  [18, 24, 5],
  [25, 34, 17],
  [35, 44, 23],
  [45, 54, 22],
  [55, 64, 17],
  [65, 74, 10],
  [75, 89, 6],
];

/** How often no, one, two … children live at home, by the age up to which the mother is. */
const children: readonly { readonly until: number; readonly counts: readonly number[] }[] = [
  { until: 24, counts: [35, 40, 20, 5] },
  { until: 34, counts: [10, 24, 34, 21, 11] },
  { until: 44, counts: [7, 16, 34, 27, 16] },
  { until: 54, counts: [18, 30, 31, 21] },
  { until: 64, counts: [44, 34, 22] },
  { until: 130, counts: [75, 20, 5] },
];

/** Who lives in a household, before anything is asked of them. */
export type Member = Pick<PersonAnswers, "parentesco" | "sexo" | "edad">;

/** A child's age when the mother is `mother` years old; grown children have mostly left. */
function childAge(rng: Rng, mother: number): number {
  for (let attempt = 0; attempt < 8; attempt++) {
    const age = mother - rng.integer(17, 39);
    if (age >= 0 && (age < 19 || rng.chance(age < 26 ? 0.55 : 0.2))) return age;
  }
  return rng.integer(0, Math.max(0, Math.min(17, mother - 16)));
}

/** Few people reach 84: where no child's age hangs on theirs, those who would have are twelve years younger. */
function fewerVeryOld(member: Member): Member {
  return member.edad < 84 ? member : { ...member, edad: member.edad - 12 };
}

function others(rng: Rng): Member[] {
  return Array.from({ length: rng.place([70, 17, 8, 5]) }, (): Member => {
    const band = rng.pick({ child: 40, adult: 32, old: 28 });
    const [low, high] = { child: [0, 14] as const, adult: [15, 39] as const, old: [60, 88] as const }[band];
    const parentesco = rng.chance(0.06) ? "sin_parentesco" : "otro_familiar";
    return { parentesco, sexo: rng.chance(0.54) ? "mujer" : "hombre", edad: rng.integer(low, high) };
  });
}

/**
 * Who lives in a household: the reference person first. Women are reference persons more often where there was
 * displacement (0.40 against 0.31); how many people live together does not differ.
 */
export function members(rng: Rng, { displaced }: Circumstances): Member[] {
  const [low, high] = headAges[rng.place(headAges.map(([, , weight]) => weight))]!;
  const woman = rng.chance(displaced ? 0.4 : 0.31);
  const head: Member = { parentesco: "referencia", sexo: woman ? "mujer" : "hombre", edad: rng.integer(low, high) };
  const all = [head];
  const couple = rng.chance(woman ? (displaced ? 0.38 : 0.34) : 0.83);
  if (couple) {
    const age = head.edad + (woman ? 2 : -2) + Math.round(rng.normal() * 4);
    all.push({ parentesco: "conyuge", sexo: woman ? "hombre" : "mujer", edad: Math.max(18, Math.min(95, age)) });
  }
  const mother = all.find(({ sexo }) => sexo === "mujer")?.edad ?? head.edad - 2;
  const count = rng.place(children.find(({ until }) => mother <= until)!.counts);
  if (woman || couple || rng.chance(0.35))
    for (let child = 0; child < count; child++)
      all.push({ parentesco: "hija_hijo", sexo: rng.chance(0.49) ? "mujer" : "hombre", edad: childAge(rng, mother) });
  const everybody = [...all, ...others(rng)];
  return everybody.some(({ parentesco }) => parentesco === "hija_hijo") ? everybody : everybody.map(fewerVeryOld);
}
