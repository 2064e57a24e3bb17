import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportHtml } from "../src/report/html.js";
import { methodSections } from "../src/report/methods.js";
import type { DesignFacts, Run } from "../src/report/run.js";
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
  it("sets what the group agreed on before what it has to discuss, numbered on, and can be read alone", () => {
    const summary = /<section class="chapter summary">[\s\S]*?<\/section>/.exec(spanish)![0];
    const text = reading(summary);
    expect(text).toMatch(/Acordados por el grupo Cuatro de cada diez .* Por discutir No se aprecia/);
    expect(summary.match(/<ol start="\d">/g)).toEqual(['<ol start="1">', '<ol start="2">']);
    expect(text).toContain("Fuente: Encuesta de demostración ECADEFI, 2022");
    expect(text).toContain("Universo: hogares de cuatro municipios del estado de Chihuahua.");
    expect(text).toContain("Los intervalos entre paréntesis son de confianza, al 90 %.");
    expect(text).toContain("Las diferencias se calculan antes de redondear.");
    expect(text).toContain("DFI: desplazamiento forzado interno.");
  });
  it("says near its head how much is still to be settled, with the way there, and nothing when all is", () => {
    expect(spanish).not.toContain("Informe de trabajo");
    const open = (count: number) => {
      const pending = Array.from({ length: count }, (_, index) => ({ es: `asunto ${index + 1}` }));
      return reportHtml({ ...run, chapters: [], methods: { ...run.methods, pending } }, "es");
    };
    expect(reading(open(1))).toContain("Informe de trabajo: 1 asunto por resolver");
    expect(reading(open(2))).toContain("Informe de trabajo: 2 asuntos por resolver");
    expect(open(2)).toMatch(/href="#methods-pending"[\s\S]*<h3 id="methods-pending"/);
  });
  it("prints the plan's identifier beside each indicator of the annex", () => {
    expect(spanish).toContain("<h3>Tamaño medio del hogar <code>tamano</code></h3>");
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
  const designText = (facts: Partial<DesignFacts>) => {
    const designs = run.methods.designs.map((each) => ({ ...each, weights: null, parts: [], ...facts }));
    return JSON.stringify(methodSections({ ...run, methods: { ...run.methods, designs } }, "es"));
  };
  it("says of a sample without weights what its results need to hold, and tells its strata where it has some", () => {
    const drawn = designText({});
    expect(drawn).toContain("en 9 estratos y 128 unidades primarias");
    expect(drawn).toContain("solo si todos tuvieron la misma probabilidad de selección");
    expect(drawn).toContain("Ningún estrato");
    const simple = designText({ strata: 1, psu: 1502 });
    expect(simple).toContain("Hogares: 1502 registros. Universo");
    expect(simple).not.toContain("Ningún estrato");
  });
  it("says of a sample without a probability part that no record has a known chance", () => {
    const text = designText({ rows: 0, households: 0, strata: 0, psu: 0 });
    expect(text).toContain("Hogares: ningún registro tiene una probabilidad de selección conocida.");
    expect(text).not.toContain("No hay factores de expansión");
  });
});
