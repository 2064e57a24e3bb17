import { PRECISION } from "./theme.js";

/** The parts of an exhibit that can be dressed. */
export type Part =
  | "exhibit"
  | "title"
  | "message"
  | "note"
  | "mark"
  | "scroll"
  | "table"
  | "head"
  | "headNumber"
  | "section"
  | "label"
  | "number"
  | "estimate"
  | "moderate"
  | "low"
  | "empty"
  | "reason"
  | "caption"
  | "finding"
  | "evidence"
  | "reading"
  | "state";

/** How a part is dressed: the attribute to put into its tag, a class or a style. */
export type Dress = (part: Part) => string;

/** By class: the document has the style sheet. */
export const byClass: Dress = (part) => ` class="${part === "scroll" ? "scroll stack" : part}"`;

const line = "1px solid rgba(128,128,128,0.35)";
const cell = `padding:4px 8px;border-bottom:${line};vertical-align:top`;
const styles: Readonly<Record<Part, string>> = {
  exhibit: "max-width:60em;margin:0.5em 0",
  title: "font-size:1.15em;font-weight:bold;margin:0 0 2px",
  message: "margin:0 0 6px",
  note: "margin:6px 0 0;font-style:italic",
  mark: "font-weight:bold;font-size:0.85em;margin:0 0 4px",
  scroll: "overflow-x:auto",
  table: "border-collapse:collapse;margin:4px 0;color:inherit",
  head: `${cell};text-align:left`,
  headNumber: `${cell};text-align:right`,
  section: `${cell};text-align:left;padding-top:10px`,
  label: `${cell};text-align:left;font-weight:normal`,
  number: `${cell};text-align:right;white-space:nowrap`,
  estimate: `${cell};text-align:right;white-space:nowrap;font-weight:bold`,
  moderate: `${cell};text-align:right;white-space:nowrap;background:${PRECISION.moderate.background};color:${PRECISION.moderate.color}`,
  low: `${cell};text-align:right;white-space:nowrap;background:${PRECISION.low.background};color:${PRECISION.low.color}`,
  empty: `${cell};text-align:left;font-style:italic`,
  reason: "font-size:0.85em;opacity:0.8",
  caption: "margin:6px 0 0;font-size:0.85em;opacity:0.85",
  finding: "border-left:4px solid #2f7fb8;padding:4px 12px;margin:0.5em 0",
  evidence: "margin:4px 0 0;font-size:0.9em",
  reading: "margin:6px 0 0",
  state: "font-weight:bold",
};

/** By style, for a notebook: no style sheet, no script, colours that read on light and dark. */
export const byStyle: Dress = (part) => ` style="${styles[part]}"`;
