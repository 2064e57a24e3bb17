import type { Precision } from "../policy/released.js";

/** The one accent of charts and documents. */
export const ACCENT = "#0b4f6c";

/** Text, secondary text, lines and grid on white. */
export const INK = "#1c2733";
export const INK_SOFT = "#55616d";
export const LINE = "#d5dbe1";

/** A sans-serif that every system has; nothing is downloaded. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** How a population group is drawn: a colour, and a pattern so that it reads in black and white. */
export interface Look {
  readonly color: string;
  readonly pattern: "" | "/" | "." | "x" | "\\" | "-";
}

/**
 * The groups' looks, in order: Okabe and Ito's hues, darkened where needed to a contrast of at least 3 : 1 with white,
 * and of different lightness from one to the next.
 */
export const GROUPS: readonly Look[] = [
  { color: "#0b4f6c", pattern: "" },
  { color: "#d55e00", pattern: "/" },
  { color: "#00875f", pattern: "." },
  { color: "#8a3a7c", pattern: "\\" },
  { color: "#8a6d00", pattern: "x" },
  { color: "#2f7fb8", pattern: "-" },
];

/** The look of a total beside its groups, and of a part of the sample that cannot be generalised. */
export const TOTAL: Look = { color: "#5b6670", pattern: "" };
export const PART: Look = { color: "#7a5c3e", pattern: "-" };

/** A precision label as it is shown: a symbol everywhere, and the colours of the policy in tables. */
export interface PrecisionMark {
  readonly symbol: string;
  readonly background: string;
  readonly color: string;
  /** how strongly a bar is filled */
  readonly fill: number;
}

/** INEGI's white, yellow and dark orange, each with a symbol that survives black and white. */
export const PRECISION: Readonly<Record<Precision, PrecisionMark>> = {
  high: { symbol: "", background: "#ffffff", color: "#1c2733", fill: 1 },
  moderate: { symbol: "◐", background: "#ffe98a", color: "#1c2733", fill: 0.72 },
  low: { symbol: "●", background: "#b34700", color: "#ffffff", fill: 0.38 },
};

/** What stands in place of a number that confidentiality withholds, and its footnote's sign. */
export const WITHHELD = "—ᶜ";

/** The same in HTML, never broken over two lines. */
export const WITHHELD_HTML = '<span style="white-space:nowrap">—<sup>c</sup></span>';

/** The sign of a number that speaks only for those surveyed. */
export const NOT_GENERAL = "‡";
