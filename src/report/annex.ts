import type { Released } from "../policy/released.js";
import { footnotes } from "../present/caption.js";
import { byClass } from "../present/dress.js";
import { escapeHtml } from "../present/escape.js";
import { formatCount } from "../present/format.js";
import { indicatorLabel } from "../present/labels.js";
import { tableHtml } from "../present/table-html.js";
import { reportText } from "../words/report-texts.js";
import type { Run } from "./run.js";

/** The code of each released estimate, `E1` for the first: its row's anchor, and what findings cite. */
export function estimateAnchors(run: Run): (row: Released) => string | null {
  const codes = new Map(run.estimates.map((row, index) => [`${row.id} ${row.key}`, `E${index + 1}`]));
  return (row) => codes.get(`${row.id} ${row.key}`) ?? null;
}

/** The annex: every released estimate, a table an indicator, with what the signs mean at its end. */
export function annexHtml(run: Run, language: string): string {
  const text = (code: string) => escapeHtml(reportText(code, language));
  const anchor = estimateAnchors(run);
  const ids = [...new Set(run.estimates.map((row) => row.id))];
  const tables = ids.map((id) => {
    const rows = run.estimates.filter((row) => row.id === id);
    const title = escapeHtml(indicatorLabel(run.labels, id, language));
    const table = tableHtml(rows, run.labels, { dress: byClass, language, anchor });
    return `<section class="indicator">\n<h3>${title} <code>${escapeHtml(id)}</code></h3>\n${table}\n</section>`;
  });
  const notes = footnotes(run.estimates, run.labels, language).map(({ sign, text: note }) =>
    escapeHtml(sign === "ᶜ" ? `—ᶜ ${note}` : `${sign} ${note}`.trim()),
  );
  const withheld = run.estimates.filter((row) => row.withheld).length;
  const lead = reportText("annexLead", language, {
    count: formatCount(run.estimates.length, language),
    withheld: formatCount(withheld, language),
  });
  return `<section class="chapter annex">
<h2 id="annex">${text("annex")}</h2>
<p>${escapeHtml(lead)}</p>
<p class="caption">${notes.join("<br>")}</p>
<div class="searching"><label for="search">${text("search")}</label><input id="search" type="search" autocomplete="off"></div>
<p id="search-none" hidden>${text("searchNone")}</p>
${tables.join("\n")}
</section>`;
}
