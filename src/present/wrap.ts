import { plainText } from "../words/plain-text.js";

/** Beyond so many lines a label is cut with an ellipsis: the whole of it is in the table beside the chart. */
const MAX_LINES = 5;

/**
 * A text in lines of at most `width` characters, broken between words where it can be.
 *
 * @example
 * wrap("con al menos un evento", 10); // => ["con al", "menos un", "evento"]
 */
export function wrap(text: string, width: number, lines: number = MAX_LINES): readonly string[] {
  const wrapped: string[] = [];
  let line = "";
  for (const word of plainText(text).trim().split(/\s+/)) {
    for (let rest = word; rest !== ""; rest = rest.slice(width)) {
      const piece = rest.slice(0, width);
      if (line !== "" && line.length + 1 + piece.length > width) {
        wrapped.push(line);
        line = piece;
      } else line = line === "" ? piece : `${line} ${piece}`;
    }
    if (wrapped.length > lines) break;
  }
  wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  return [...wrapped.slice(0, lines - 1), `${wrapped[lines - 1]!.slice(0, width - 1)}…`];
}

/** A text for plotly, which reads a few HTML tags in labels: none of this text's is one. */
export function plotlyText(text: string): string {
  return plainText(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Lines for plotly. */
export function plotlyLines(lines: readonly string[]): string {
  return lines.map(plotlyText).join("<br>");
}
