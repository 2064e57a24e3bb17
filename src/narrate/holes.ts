import type { Released } from "../policy/released.js";
import type { Labels } from "../present/block.js";
import { rowLabel } from "../present/labels.js";
import { isPoints, shown } from "../present/values.js";
import type { Texts } from "../words/catalogue.js";
import { inLanguage } from "../words/catalogue.js";
import { type Certainty, certainty } from "./claims.js";

const CERTAINTY: Readonly<Record<Certainty, Texts>> = {
  clear: { es: "diferencia clara", en: "clear difference" },
  hint: { es: "indicios de diferencia", en: "signs of a difference" },
  none: { es: "sin diferencia apreciable", en: "no difference can be told" },
};

const POINTS: Texts = { es: "puntos porcentuales", en: "percentage points" };

/** In a sentence the unit is said in words and a difference has no plus sign: its direction is in the sentence. */
function inWords(row: Released, estimate: string | null, language: string): string | null {
  if (estimate === null || row.statistic !== "difference") return estimate;
  const bare = estimate.replace(/^\+/, "");
  return isPoints(row) ? bare.replace(/pp$/, inLanguage(POINTS, language)) : bare;
}

/**
 * What a sentence may say of its evidence, in one language: for a row named `women`, `{women}` is the estimate,
 * `{women.ci}` the interval, `{women.se}`, `{women.cv}`, `{women.n}`, `{women.households}` and `{women.p}` what their
 * names say (null where there is none), `{women.label}` the group, and for a difference `{women.certainty}` one of the three words of the field.
 */
export function holesOf(
  rows: Readonly<Record<string, Released>>,
  labels: Labels,
  language: string,
): ReadonlyMap<string, string | null> {
  const holes = new Map<string, string | null>();
  for (const [name, row] of Object.entries(rows)) {
    const { estimate, interval, se, cv, n, households, p } = shown(row, language);
    const values = {
      "": inWords(row, estimate, language),
      ".ci": interval,
      ".se": se,
      ".cv": cv,
      ".n": n,
      ".households": households,
      ".p": p,
    };
    for (const [suffix, value] of Object.entries(values)) holes.set(`${name}${suffix}`, value);
    holes.set(`${name}.label`, rowLabel(labels, row, language));
    if (row.statistic === "difference") holes.set(`${name}.certainty`, inLanguage(CERTAINTY[certainty(row)], language));
  }
  return holes;
}
