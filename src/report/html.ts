import { escapeHtml } from "../present/escape.js";
import { inLanguage } from "../words/catalogue.js";
import { programLanguage, reportText } from "../words/report-texts.js";
import { annexHtml, estimateAnchors } from "./annex.js";
import { type ChapterHtml, chapterHtml, type ReportContext } from "./chapter.js";
import { type ContentsLine, contentsHtml } from "./contents.js";
import { coverHtml, workingHtml } from "./cover.js";
import { methodsHtml } from "./methods-html.js";
import { plotlySource, scriptHash } from "./plotly.js";
import type { Run } from "./run.js";
import { reportScript } from "./script.js";
import { reportStyle } from "./style.js";
import { summaryHtml } from "./summary.js";

/** A chapter's line of the contents list, with its sections under it. */
function lineOf(chapter: ChapterHtml): ContentsLine {
  const under = chapter.headings
    .filter((heading) => heading.level === 1)
    .map(({ number, text, anchor }) => ({ number, text, anchor, under: [] }));
  return { number: chapter.number, text: chapter.title, anchor: chapter.anchor, under };
}

/** Only the document's own scripts run, and nothing is fetched from anywhere. */
function securityPolicy(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    "img-src data: blob:",
    "style-src 'unsafe-inline'",
    `script-src ${scripts.map(scriptHash).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * The report in one language as one self-contained HTML file: cover, key messages, chapters, methods and the annex of
 * all released estimates. It needs no network; the same run gives the same bytes.
 */
export function reportHtml(run: Run, language: string): string {
  const context: ReportContext = { language, link: estimateAnchors(run), counted: { figure: 0, table: 0 } };
  const chapters = run.chapters.map((chapter, index) => chapterHtml(chapter, String(index + 1), context));
  const methods = methodsHtml(run, String(chapters.length + 1), language);
  const summary = summaryHtml(run, language);
  const named = (code: string): ContentsLine => ({
    number: "",
    text: reportText(code, language),
    anchor: code,
    under: [],
  });
  const lines = [...(summary === "" ? [] : [named("summary")]), ...chapters.map(lineOf), methods.line, named("annex")];
  const scripts = [...(context.counted.figure > 0 ? [plotlySource()] : []), reportScript];
  const synthetic = run.synthetic ? reportText("synthetic", language) : "";
  const title = inLanguage(run.title, language);
  const foot = [
    synthetic,
    reportText(run.status, language),
    `${reportText("fingerprint", language)}: ${run.fingerprint}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const page = reportText("page", language);
  return `<!doctype html>
<html lang="${programLanguage(language) === language ? (language === "es" ? "es-MX" : "en") : escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml([title, synthetic].filter((part) => part !== "").join(" · "))}</title>
<style>${reportStyle(title, foot, page)}</style>
</head>
<body>
${synthetic === "" ? "" : `<div class="banner" role="note">${escapeHtml(synthetic)}</div>`}
<div class="strip" aria-hidden="true">${escapeHtml(foot)}</div>
${[coverHtml(run, language), workingHtml(run, language)].filter((part) => part !== "").join("\n")}
<div class="body">
${contentsHtml(lines, language)}
<main>
${[summary, ...chapters.map((chapter) => chapter.html), methods.html, annexHtml(run, language)].filter((part) => part !== "").join("\n")}
</main>
</div>
<footer class="foot">${escapeHtml(foot)}</footer>
${scripts.map((script) => `<script>${script}</script>`).join("\n")}
</body>
</html>
`;
}
