import type { Texts } from "../words/catalogue.js";

/** Why a value is there or is not: the kinds of missing are never one thing. */
export const MISSING = { answered: 0, notAsked: 1, noAnswer: 2, dontKnow: 3, refused: 4 } as const;

/** The name of a kind in `MISSING`. */
export type MissingKind = keyof typeof MISSING;

/** One choice of a question, or one value of a classified column. */
export interface Level {
  readonly value: string;
  readonly label: Texts;
}

/** What every column knows of itself. */
export interface ColumnFacts {
  readonly name: string;
  /** the question or the label, by language */
  readonly label: Texts;
  /** a code of `MISSING` for each row */
  readonly missing: Uint8Array;
  /** the condition under which the question was asked, as the questionnaire writes it; absent: everyone was asked */
  readonly relevant?: string;
  /** how a derived column was made, in words */
  readonly rule?: Texts;
  /** if true, the column is text, a name, a phone or a place that never leaves the data folder */
  readonly identifying?: boolean;
}

/** Numbers; `NaN` where missing. A date is a number of days since 1970-01-01 with `isDate`. */
export interface NumberColumn extends ColumnFacts {
  readonly kind: "number";
  readonly values: Float64Array;
  readonly isDate?: boolean;
}

/** One choice a row: an index into `levels`, −1 where missing. */
export interface CodeColumn extends ColumnFacts {
  readonly kind: "code";
  readonly codes: Int32Array;
  readonly levels: readonly Level[];
  /** if true, the levels are a questionnaire's choices, so that a choice nobody took is an answer too; else those that occur */
  readonly choices?: boolean;
}

/** Several choices a row: for each level, 1 where it was chosen; all 0 where missing. */
export interface MultipleColumn extends ColumnFacts {
  readonly kind: "multiple";
  readonly chosen: readonly Uint8Array[];
  readonly levels: readonly Level[];
}

/** Free text; empty where missing. */
export interface TextColumn extends ColumnFacts {
  readonly kind: "text";
  readonly values: readonly string[];
}

/** A column of a table. */
export type Column = NumberColumn | CodeColumn | MultipleColumn | TextColumn;

/** Rows of one unit of analysis as typed columns. Tables are never changed: what derives a column returns a new table. */
export interface Table {
  /** the unit of analysis, `household`, `person` or another of the study's */
  readonly unit: string;
  /** the number of rows */
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** where it was read, for messages: file, sheet, and the row of the file (header = 1) that each row came from */
  readonly source: { readonly file: string; readonly sheet?: string; readonly rows: Int32Array };
  /** for each row the household it belongs to, numbered from 0; absent: each row is a household */
  readonly household?: Int32Array;
  /** for each row the row of the unit that it is inside; absent: the unit is inside no other */
  readonly parent?: Int32Array;
}
