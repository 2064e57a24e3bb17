import { countsHtml } from "../present/counts-html.js";
import { byClass } from "../present/dress.js";
import { escapeHtml } from "../present/escape.js";
import { sourceHtml } from "../present/frame-html.js";
import { reportText } from "../words/report-texts.js";
import type { ContentsLine } from "./contents.js";
import { methodSections } from "./methods.js";
import type { Run } from "./run.js";

/** The methods chapter as HTML, with its line of the contents list. */
export interface MethodsHtml {
  readonly html: string;
  readonly line: ContentsLine;
}

/** Writes the methods chapter under a chapter number. */
export function methodsHtml(run: Run, number: string, language: string): MethodsHtml {
  const sections = methodSections(run, language).map((section, index) => ({
    ...section,
    number: `${number}.${index + 1}`,
  }));
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escapeHtml(text)}</p>`);
  const body = sections.map((section) =>
    [
      `<h3 id="${section.id}"><span class="number">${section.number}</span>${escapeHtml(section.title)}</h3>`,
      ...paragraphs(section.paragraphs),
      ...(section.list.length === 0
        ? []
        : [`<ul>${section.list.map((text) => `<li>${escapeHtml(text)}</li>`).join("\n")}</ul>`]),
      ...paragraphs(section.after),
      ...(section.counts === null
        ? []
        : [countsHtml(section.counts, byClass, language), sourceHtml(section.counts, byClass, language)]),
    ].join("\n"),
  );
  const title = reportText("methods", language);
  const heading = `<h2 id="methods"><span class="number">${number}</span>${escapeHtml(title)}</h2>`;
  const under = sections.map((section) => ({
    number: section.number,
    text: section.title,
    anchor: section.id,
    under: [],
  }));
  return {
    html: `<section class="chapter">\n${heading}\n${body.join("\n")}\n</section>`,
    line: { number, text: title, anchor: "methods", under },
  };
}
