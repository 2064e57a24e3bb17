import type { Estimate } from "../estimate/estimate.js";

/** How precise an estimate is by the study's named policy; null: no label, the estimate's reason says why. */
export type Precision = "high" | "moderate" | "low";

/** The counts of an estimate; null in a withheld row, where a count would say what the estimate may not. */
export type Counts = { readonly [Name in "n" | "households" | "psu" | "nMissing" | "weightMissing"]: number | null };

/** An estimate with the labels of policy: what may leave the data folder. A withheld row has no numbers at all. */
export interface Released extends Omit<Estimate, keyof Counts>, Counts {
  /** the row of the plan that asked for it */
  readonly id: string;
  readonly precision: Precision | null;
  readonly withheld: boolean;
  /** if true, the plan did not ask for it: it is shown to the analyst and never published */
  readonly exploratory?: boolean;
}
