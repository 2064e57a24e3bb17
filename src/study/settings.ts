import type { Texts } from "../words/catalogue.js";

/** A part of the sample, and whether each of its members had a known chance to be in it. */
export interface PartSpec {
  readonly name: string;
  readonly label: Texts;
  /** which rows: column → value */
  readonly where: Readonly<Record<string, string>>;
  readonly kind: "probability" | "census" | "nonprobability";
}

/** How the sample of a unit was drawn, by column name: the `design` block of an estimation request. */
export interface DesignSettings {
  /** null: nobody has said yet, so nothing is weighted and no error can be computed */
  readonly weights: string | null;
  readonly strata?: readonly string[];
  readonly clusters?: readonly string[];
  readonly nest?: boolean;
  readonly fpc?: readonly string[];
  readonly singletonPsu?: "error" | "certainty" | "centre" | "average";
  readonly parts?: readonly PartSpec[];
}

/** One unit of analysis: where its rows are and how they were drawn. */
export interface UnitSettings {
  readonly label: Texts;
  /** whom the numbers speak for, the universe of every caption */
  readonly universe: Texts;
  /** the sheet; absent: the first of the workbook */
  readonly sheet?: string;
  /** for a unit inside another: which */
  readonly of?: string;
  /** for a unit inside another: the column of its own factor; the weight is the household's times it */
  readonly factor?: string;
  /** for the first unit */
  readonly design?: DesignSettings;
}

/** A column made from others; one of `levels`, `number` or `members` says how. Conditions are XLSForm expressions. */
export interface DerivedSettings {
  readonly unit: string;
  readonly name: string;
  readonly label: Texts;
  /** the first level whose `when` holds; none: no answer */
  readonly levels?: readonly { readonly value: string; readonly label: Texts; readonly when: string }[];
  /** an arithmetic expression */
  readonly number?: string;
  /** a household value made from its members */
  readonly members?: {
    readonly unit: string;
    readonly how: "any" | "all" | "count" | "share";
    readonly when: string;
    /** which members are asked about, such as the reference person; a household that has none is missing. Absent: all */
    readonly among?: string;
  };
}

/** study.json, complete: what `readSettings` returns after the defaults are filled in. */
export interface Settings {
  readonly title: Texts;
  readonly subtitle: Texts;
  /** if true, every page, image and file says that the data are invented */
  readonly synthetic: boolean;
  readonly status: "preliminar" | "final";
  /** the first is the one that is required and read first */
  readonly languages: readonly string[];
  readonly dates: {
    readonly reference: string;
    readonly collection: readonly [string, string];
    readonly analysis: string;
  };
  readonly source: Texts;
  /** whom to ask for the data files */
  readonly contact: Texts;
  readonly files: { readonly questionnaire: string; readonly survey: string; readonly plan: string };
  readonly folders: {
    readonly notebooks: string;
    readonly outputs: string;
    readonly confidential: string;
    readonly workshop: string;
  };
  readonly consent: { readonly question: string; readonly yes: readonly string[] } | null;
  readonly missing: { readonly dontKnow: readonly string[]; readonly refused: readonly string[] };
  readonly units: Readonly<Record<string, UnitSettings>>;
  readonly derive: readonly DerivedSettings[];
  /** the column whose levels are the population groups that are compared throughout, with the one that is the reference */
  readonly groups: { readonly column: string; readonly focus: string; readonly reference: string } | null;
  readonly policy: { readonly precision: "inegi"; readonly confidence: number };
  readonly disclosure: {
    /** nothing is shown for a group of fewer responding households */
    readonly minHouseholds: number;
    /** variables not to be published until the group opens them */
    readonly sensitive: readonly string[];
    /** sensitive variables that the group has opened */
    readonly opened: readonly string[];
  };
  /** sentences for the methods chapter that no data can tell: how the sample was drawn, what it cannot say */
  readonly notes: { readonly design: Texts; readonly limitations: Texts; readonly response: Texts } | null;
  /** what `perfil new` could not tell and a person has to settle; empty when everything is */
  readonly pending: readonly Texts[];
}
