import type { Released } from "../policy/released.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { CountsBlock, Frame, Labels } from "./block.js";
import { caption, footnotes } from "./caption.js";
import type { Dress } from "./dress.js";
import { escapeHtml } from "./escape.js";
import { WITHHELD_HTML } from "./theme.js";

/** The line that says that the data are invented, or nothing. */
export function syntheticHtml(synthetic: boolean, dress: Dress, language: string): string {
  return synthetic ? `<p${dress("mark")}>${escapeHtml(reportText("synthetic", language))}</p>` : "";
}

/** Title = the question, and under it the message. */
export function titleHtml(frame: Frame, dress: Dress, language: string): string {
  const message = frame.message === undefined ? "" : inLanguage(frame.message, language);
  const title = `<p${dress("title")}>${escapeHtml(inLanguage(frame.title, language))}</p>`;
  return message === "" ? title : `${title}\n<p${dress("message")}>${escapeHtml(message)}</p>`;
}

/** The note of an exhibit, or nothing. */
export function noteHtml(frame: Frame, dress: Dress, language: string): string {
  const note = frame.note === undefined ? "" : inLanguage(frame.note, language);
  return note === "" ? "" : `<p${dress("note")}>${escapeHtml(note)}</p>`;
}

/** A warning over rows that the plan did not ask for, or nothing. */
export function exploratoryHtml(rows: readonly Released[], dress: Dress, language: string): string {
  return rows.some((row) => row.exploratory === true)
    ? `<p${dress("mark")}>${escapeHtml(reportText("exploratory", language))}</p>`
    : "";
}

/** Footnotes and caption of estimates. */
export function captionHtml(rows: readonly Released[], labels: Labels, dress: Dress, language: string): string {
  const notes = footnotes(rows, labels, language).map(({ sign, text }) => {
    const shown = sign === "ᶜ" ? `${WITHHELD_HTML} ` : sign === "" ? "" : `${escapeHtml(sign)} `;
    return `${shown}${escapeHtml(text)}`;
  });
  const lines = [
    ...(notes.length === 0 ? [] : [notes.join(" ")]),
    escapeHtml(caption(rows, labels, language).join(" ")),
  ];
  return lines.map((text) => `<p${dress("caption")}>${text}</p>`).join("\n");
}

/** The caption of a table of counts: its source, and that it counts the sample. */
export function sourceHtml(block: CountsBlock, dress: Dress, language: string): string {
  const source = inLanguage(block.source, language).trim().replace(/\.+$/, "");
  const sentences = [
    ...(source === "" ? [] : [reportText("source", language, { source })]),
    reportText("sampleCounts", language),
  ];
  return `<p${dress("caption")}>${escapeHtml(sentences.join(" "))}</p>`;
}

/** An exhibit's parts in their place; empty parts leave no line. */
export function exhibitHtml(anchor: string, dress: Dress, parts: readonly string[]): string {
  const inside = parts.filter((part) => part !== "").join("\n");
  return `<section id="${escapeHtml(anchor)}"${dress("exhibit")}>\n${inside}\n</section>`;
}
