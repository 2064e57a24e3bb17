import type { Settings } from "../study/settings.js";
import { type Planned, withheldRows } from "./disclosure.js";
import { inegi } from "./precision.js";
import type { Released } from "./released.js";

/** The numbers of a row that is withheld: none of them, and no reason that would hint at one. */
const nothing = {
  n: null,
  households: null,
  psu: null,
  nMissing: null,
  weightMissing: null,
  estimate: null,
  se: null,
  cv: null,
  ci: null,
  df: null,
  nEff: null,
  deff: null,
  reason: null,
} as const;

/** Takes every number of a row away; what was asked stays. */
function withhold(row: Released): Released {
  const { cases, casesHouseholds, t, p, ...asked } = row;
  return { ...asked, ...nothing, precision: null, withheld: true };
}

/**
 * Applies precision labels and disclosure control once, to the whole list of the plan's estimates: what may be released.
 * The order of the list is kept.
 */
export function release(planned: readonly Planned[], settings: Pick<Settings, "disclosure">): readonly Released[] {
  const withheld = withheldRows(planned, settings.disclosure);
  return planned.map(({ id, estimate }, index) => {
    const row: Released = { ...estimate, id, precision: inegi(estimate), withheld: false };
    return Object.freeze(withheld.has(index) ? withhold(row) : row);
  });
}
