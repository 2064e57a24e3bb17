import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportHtml } from "../src/report/html.js";
import { methodSections } from "../src/report/methods.js";
import type { Run } from "../src/report/run.js";
import { run } from "./report-fixture.js";

const spanish = reportHtml(run, "es");
const english = reportHtml(run, "en");

/** What a reader reads: without styles, scripts and tags. */
function reading(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s\u202f\u00a0]+/g, " ");
}

describe("reportHtml(run, language)", () => {
  it("gives the same bytes for the same run", () => {
    expect(reportHtml(structuredClone(run), "es")).toBe(spanish);
  });
  it("has program texts of one language only", () => {
    const es = [
      "Fuente:",
      "Cuadro 1",
      "Estimación",
      "Error estándar",
      "reservada",
      "Metodología",
      "Contenido",
      "Disenso",
      "Huella",
    ];
    const en = [
      "Source:",
      "Table 1",
      "Estimate",
      "Standard error",
      "withheld",
      "Methodology",
      "Contents",
      "Dissent",
      "Fingerprint",
    ];
    for (const word of es) {
      expect(reading(spanish)).toContain(word);
      expect(reading(english)).not.toContain(word);
    }
    for (const word of en) {
      expect(reading(english)).toContain(word);
      expect(reading(spanish)).not.toContain(word);
    }
  });
  it("leaves out the cells of the other language and numbers chapters and sections", () => {
    expect(reading(spanish)).toContain("1 ¿Quiénes son?");
    expect(reading(spanish)).toContain("1.2 Hogares");
    expect(reading(spanish)).not.toContain("Who are they?");
    expect(reading(english)).toContain("1.1 Age and sex");
  });
  it("links nowhere but to anchors that it has, each once", () => {
    const anchors = [...spanish.matchAll(/<[^>]+ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(anchors).size).toBe(anchors.length);
    const own = spanish.replace(/<script>[\s\S]*?<\/script>/g, "");
    const links = [...own.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(anchors).toContain(link.slice(1));
  });
  it("prints the state of each reading and the dissent", () => {
    expect(reading(spanish)).toContain("en disputa");
    expect(reading(spanish)).toContain("Disenso: Otra parte señala que la encuesta no lo pregunta.");
  });
  it("fetches nothing: no source, style sheet or address from elsewhere outside of plotly's own text", () => {
    const own = spanish.replace(/<script>[\s\S]*?<\/script>/g, "");
    expect(own).not.toMatch(/https?:|<link|@import|url\(/);
  });
  it("lets only its own scripts run: their hashes are in the policy", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(spanish)![1]!;
    const scripts = [...spanish.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
    expect(scripts).toHaveLength(2);
    for (const script of scripts)
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`);
    expect(policy).toContain("default-src 'none'");
  });
  it("embeds plotly once, and not at all without a figure", () => {
    const bare: Run = { ...run, chapters: [] };
    expect(spanish.length).toBeGreaterThan(4_000_000);
    expect(spanish.length).toBeLessThan(6_000_000);
    expect(reportHtml(bare, "es").length).toBeLessThan(200_000);
  });
  it("marks invented data on the page, in its title and on paper, and says nothing of the kind for real data", () => {
    const mark = "DATOS SINTÉTICOS – DEMOSTRACIÓN";
    expect(/<title>(.*)<\/title>/.exec(spanish)![1]).toContain(mark);
    expect(spanish).toContain(`<div class="banner" role="note">${mark}</div>`);
    expect(spanish).toContain(`content: "${mark} · preliminar · Huella de la corrida: 3f9a0c71be24"`);
    const real = reportHtml({ ...run, synthetic: false, chapters: [] }, "es");
    expect(real).not.toContain("SINTÉTICOS");
  });
  it("shows what is hostile as text: HTML in Markdown, titles, code and labels", () => {
    const attack = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
    const text = { es: attack };
    const hostile: Run = {
      ...run,
      title: text,
      subtitle: text,
      source: text,
      contact: text,
      fingerprint: attack,
      dates: { ...run.dates, reference: attack },
      labels: { ...run.labels, indicators: { jefatura: { label: text, kind: "share" } } },
      chapters: [
        {
          notebook: attack,
          items: [
            {
              kind: "markdown",
              language: null,
              text: `# ${attack}\n\n${attack}\n\n[x](javascript:alert(3)) ![${attack}](https://example.org/x.png)`,
            },
            { kind: "code", source: attack },
          ],
        },
      ],
    };
    const html = reportHtml(hostile, "es");
    expect(html).not.toMatch(/<img|<script>alert|href="javascript|example\.org\/x\.png"/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });
});

describe("methodSections(run, language)", () => {
  it("tells the design's counts, the parts that cannot be generalised and this run's labels", () => {
    const text = JSON.stringify(methodSections(run, "en"));
    expect(text).toContain("1,502 records, in 9 strata and 128 primary sampling units");
    expect(text).toContain("Households in shelters: 65 records without a known probability of selection");
    const withheld = run.estimates.filter((row) => row.withheld).length;
    expect(text).toContain(`This run has ${withheld} of ${run.estimates.length}.`);
    expect(text).toContain("fewer than 10 responding households");
  });
  it("says of a sample without weights that it describes itself only", () => {
    const designs = run.methods.designs.map((facts) => ({ ...facts, weights: null, parts: [] }));
    const text = JSON.stringify(methodSections({ ...run, methods: { ...run.methods, designs } }, "es"));
    expect(text).toContain("describen solo a la muestra");
    expect(text).not.toContain("Ningún estrato");
  });
});
