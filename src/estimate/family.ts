/** The distribution that a regression takes its response to have. */
export type FamilyName = "gaussian" | "binomial" | "poisson";

/**
 * How the response depends on the linear predictor η, on the family's own scale: the mean itself, the log of the odds, the log of the
 * mean (McCullagh and Nelder 1989, section 2.2).
 */
export interface Family {
  /** whether the mean is η itself, so that one step leads to the fit */
  readonly isLinear: boolean;
  /** the mean at η */
  readonly mean: (eta: number) => number;
  /** how fast the mean moves with η, which on this scale is the variance */
  readonly slope: (mean: number) => number;
  /** the η that a response itself stands for, moved off the ends of the scale: where the iteration starts */
  readonly start: (response: number) => number;
  /** whether a response can be */
  readonly allows: (response: number) => boolean;
}

export const families: Readonly<Record<FamilyName, Family>> = {
  gaussian: {
    isLinear: true,
    mean: (eta) => eta,
    slope: () => 1,
    start: (response) => response,
    allows: Number.isFinite,
  },
  binomial: {
    isLinear: false,
    mean: (eta) => 1 / (1 + Math.exp(-eta)),
    slope: (mean) => mean * (1 - mean),
    start: (response) => Math.log((response + 0.5) / (1.5 - response)),
    allows: (response) => response >= 0 && response <= 1,
  },
  poisson: {
    isLinear: false,
    mean: Math.exp,
    slope: (mean) => mean,
    start: (response) => Math.log(response + 0.1),
    allows: (response) => response >= 0 && response < Infinity,
  },
};
