import type { Released } from "../policy/released.js";
import type { Texts } from "../words/catalogue.js";

/** The MIME type of a block in a notebook's output. */
export const BLOCK_MIME = "application/vnd.perfil.v1+json";

/** What stands around every exhibit. Title = the question, message = what it shows, note = an explanation or caution. */
export interface Frame {
  /** unique in a notebook and stable: the anchor of the exhibit in the report */
  readonly id: string;
  readonly title: Texts;
  readonly message?: Texts;
  readonly note?: Texts;
}

/** The kinds of figure; each is a file in `present/`. */
export type FigureKind = "bars" | "pyramid" | "periods" | "causes";

/** What the plan says of an indicator to its readers. */
export interface IndicatorLabel {
  readonly label: Texts;
  readonly kind: string;
  /** whom it is about, where that is not everybody in the unit's universe */
  readonly universe?: Texts;
}

/** The labels of the values that occur in the rows, so that a block can be read without the study. */
export interface Labels {
  /** column → its label */
  readonly columns: Readonly<Record<string, Texts>>;
  /** column → value → its label */
  readonly values: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  /** source, universe and policy of the caption, by language */
  readonly source: Texts;
  readonly universe: Texts;
  /** the plan's title and kind of each id: `share`, `multiple`, `mean`, `total`, `ratio`, `difference` */
  readonly indicators: Readonly<Record<string, IndicatorLabel>>;
  /** a part of the sample without known probabilities → its label; absent: its name is shown */
  readonly parts?: Readonly<Record<string, Texts>>;
  readonly synthetic: boolean;
}

/** A table of estimates: estimate, standard error, CV, interval and n, a row an estimate. */
export interface TableBlock extends Frame {
  readonly kind: "table";
  readonly rows: readonly Released[];
  readonly labels: Labels;
}

/** A chart of estimates. */
export interface FigureBlock extends Frame {
  readonly kind: "figure";
  readonly figure: FigureKind;
  readonly rows: readonly Released[];
  readonly labels: Labels;
}

/** A table of counts about the sample itself, not estimates: visits, refusals, response; public by construction. */
export interface CountsBlock extends Frame {
  readonly kind: "counts";
  readonly columns: readonly Texts[];
  readonly cells: readonly (readonly (string | number | Texts | null)[])[];
  readonly source: Texts;
  readonly synthetic: boolean;
}

/** What the group makes of a finding. */
export interface Reading {
  readonly state: "agreed" | "contested" | "proposed" | "rejected";
  readonly text: Texts;
  readonly dissent?: Texts;
}

/** A sentence that rests on estimates and was checked against them on this run. */
export interface FindingBlock extends Frame {
  readonly kind: "finding";
  /** the sentence as filled in: the one that holds */
  readonly text: Texts;
  /** whether the claim of the first sentence held; if not, `text` is the other sentence */
  readonly held: boolean;
  readonly rows: readonly Released[];
  readonly labels: Labels;
  readonly reading?: Reading;
}

/** What `show` puts out: language-neutral, complete in itself. */
export type Block = TableBlock | FigureBlock | CountsBlock | FindingBlock;
