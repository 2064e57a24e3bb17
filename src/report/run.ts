import type { Released } from "../policy/released.js";
import type { Block, CountsBlock, Labels } from "../present/block.js";
import type { Settings } from "../study/settings.js";
import type { Texts } from "../words/catalogue.js";

/** One thing that a reader meets in a chapter, in the order of the notebook. */
export type Item =
  | {
      readonly kind: "markdown";
      /** the language it is written in; null: for every reader */
      readonly language: string | null;
      readonly text: string;
    }
  | { readonly kind: "code"; readonly source: string }
  | { readonly kind: "block"; readonly block: Block };

/** A notebook as a chapter of the report. */
export interface Chapter {
  /** the notebook's file name */
  readonly notebook: string;
  readonly items: readonly Item[];
}

/** How a unit's sample is made up, counted from the data: the facts of the methods chapter. */
export interface DesignFacts {
  readonly unit: string;
  readonly label: Texts;
  readonly universe: Texts;
  readonly rows: number;
  readonly households: number;
  readonly strata: number;
  readonly psu: number;
  readonly singletons: string;
  /** smallest, largest and sum of the weights, and the design effect of weighting 1 + CV²; null without weights */
  readonly weights: { readonly min: number; readonly max: number; readonly sum: number; readonly deff: number } | null;
  readonly parts: readonly { readonly label: Texts; readonly kind: string; readonly rows: number }[];
}

/** What a document says of its study on the cover, as study.json has it. */
export type Cover = Pick<
  Settings,
  "title" | "subtitle" | "synthetic" | "status" | "languages" | "dates" | "source" | "contact"
>;

/** Everything a document is made from: `outputs/run.json`. */
export interface Run extends Cover {
  readonly precisionPolicy: string;
  readonly confidence: number;
  readonly minHouseholds: number;
  /** 12 characters that stand for data, plan, code, lock file and settings */
  readonly fingerprint: string;
  readonly chapters: readonly Chapter[];
  readonly estimates: readonly Released[];
  readonly labels: Labels;
  readonly methods: {
    readonly designs: readonly DesignFacts[];
    readonly notes: Settings["notes"];
    /** what nobody has settled yet: what a machine guessed, what a person has to say */
    readonly pending: readonly Texts[];
    /** selected, interviewed, refused, broken off */
    readonly response: CountsBlock | null;
    /** package name and version */
    readonly software: readonly { readonly name: string; readonly version: string }[];
  };
}
