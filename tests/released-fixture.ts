import type { Released } from "../src/policy/released.js";

/** A released row, a mean of 100 households, with some of its fields set by the test. */
export function released(fields: Partial<Released> = {}): Released {
  return {
    id: "size",
    key: "household|mean|size||by=|where=",
    unit: "household",
    statistic: "mean",
    variable: "size",
    by: null,
    where: null,
    confidence: 0.9,
    n: 100,
    households: 100,
    psu: 20,
    nMissing: 0,
    weightMissing: 0,
    estimate: 3.5,
    se: 0.1,
    cv: 0.1 / 3.5,
    ci: [3.3, 3.7],
    df: 15,
    nEff: 80,
    deff: 1.25,
    reason: null,
    precision: "high",
    withheld: false,
    ...fields,
  };
}

/** A withheld row: what was asked, and no number. */
export function withheld(fields: Partial<Released> = {}): Released {
  const nothing = { n: null, households: null, psu: null, nMissing: null, weightMissing: null };
  const numbers = { estimate: null, se: null, cv: null, ci: null, df: null, nEff: null, deff: null };
  return released({ ...nothing, ...numbers, precision: null, withheld: true, ...fields });
}
