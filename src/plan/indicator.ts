import type { Texts } from "../words/catalogue.js";

/** What an indicator is, in the plan's words. */
export const KINDS = ["share", "multiple", "mean", "total", "ratio", "difference"] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** A row of the analysis plan: what the partners agreed to compute, before the data existed. */
export interface Indicator {
  readonly id: string;
  /** the number of the notebook that shows it */
  readonly chapter: string;
  readonly title: Texts;
  readonly kind: Kind;
  /** the unit of analysis */
  readonly unit: string;
  /** the column; for a ratio the numerator */
  readonly question: string;
  readonly denominator: string | null;
  /** the one choice that is reported; null: every choice */
  readonly level: string | null;
  /** for a difference: b minus a, of the groups of a column */
  readonly compare: { readonly column: string; readonly a: string; readonly b: string } | null;
  /** the disaggregations, each a list of columns; the empty list is everybody together */
  readonly by: readonly (readonly string[])[];
  /** the domain as an XLSForm expression; null: everybody */
  readonly population: string | null;
  /** whom the population is, in words; null: the unit's universe */
  readonly universe: Texts | null;
  /** the part of the sample without known probabilities that it describes; null: the probability sample */
  readonly part: string | null;
  readonly sensitive: boolean;
  /** the row of the workbook, and the address of each of its cells by the column's header, for messages */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}
