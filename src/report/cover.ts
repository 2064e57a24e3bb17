import { escapeHtml } from "../present/escape.js";
import { formatCount, formatDate } from "../present/format.js";
import { inLanguage } from "../words/catalogue.js";
import { reportText } from "../words/report-texts.js";
import type { Run } from "./run.js";

/** The cover: title, status, the three dates, source, contact and the run's fingerprint. */
export function coverHtml(run: Run, language: string): string {
  const text = (code: string) => escapeHtml(reportText(code, language));
  const date = (value: string) => formatDate(value, language);
  const [from, to] = run.dates.collection;
  const collection = from === to ? date(from) : reportText("fromTo", language, { from: date(from), to: date(to) });
  const facts: readonly (readonly [string, string])[] = [
    ["referenceDate", escapeHtml(date(run.dates.reference))],
    ["collectionDates", escapeHtml(collection)],
    ["analysisDate", escapeHtml(date(run.dates.analysis))],
    ["sourceTitle", escapeHtml(inLanguage(run.source, language))],
    ["contactTitle", escapeHtml(inLanguage(run.contact, language))],
    ["fingerprint", `<code>${escapeHtml(run.fingerprint)}</code><span class="small">${text("fingerprintNote")}</span>`],
  ];
  const list = facts
    .filter(([, value]) => value !== "")
    .map(([code, value]) => `<div><dt>${text(code)}</dt><dd>${value}</dd></div>`);
  const subtitle = inLanguage(run.subtitle, language);
  return `<header class="cover"><div class="inside">
<span class="status">${text(run.status)}</span>
<h1>${escapeHtml(inLanguage(run.title, language))}</h1>
${subtitle === "" ? "" : `<p class="subtitle">${escapeHtml(subtitle)}</p>`}
<dl>
${list.join("\n")}
</dl>
</div></header>`;
}

/** The box that says, near the head, that something is still to be settled and where it is listed; nothing otherwise. */
export function workingHtml(run: Run, language: string): string {
  const count = run.methods.pending.length;
  if (count === 0) return "";
  const code = count === 1 ? "openMatter" : "openMatters";
  const matters = escapeHtml(reportText(code, language, { count: formatCount(count, language) }));
  const title = escapeHtml(reportText("working", language));
  return `<aside class="working"><strong>${title}</strong> <a href="#methods-pending">${matters}</a></aside>`;
}
