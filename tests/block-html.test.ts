import { describe, expect, it } from "vitest";
import type { Released } from "../src/policy/released.js";
import type { Labels } from "../src/present/block.js";
import { blockToHtml } from "../src/present/block-html.js";
import { tableBlock } from "../src/present/table.js";
import { estimatesText } from "../src/present/text.js";
import { blocks, labels, row, withheld } from "./report-fixture.js";

const words = (html: string) => html.replace(/<[^>]*>/g, " ");

describe("blockToHtml(block, language, { plotly })", () => {
  it("has no number in a withheld row, and says that it is withheld", () => {
    const html = blockToHtml(blocks.actor, "es", { plotly: false });
    const body = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
    expect(words(body)).not.toMatch(/\d/);
    expect(words(body).match(/reservada/g)).toHaveLength(2);
    expect(words(html)).toContain("Celda reservada por confidencialidad");
  });
  it("shows estimate, error, CV, interval and n with the policy's sign and colour", () => {
    const html = blockToHtml(blocks.causes, "en", { plotly: false });
    const line = html.split("<tr>").find((part) => part.includes("Extortion")) ?? "";
    expect(words(line).replace(/\s+/g, " ").trim()).toBe("Extortion 24.1% ◐ 4.0% 16.6% ◐ 17.5–30.7% 117 120");
    expect(line).toContain("#ffe98a");
  });
  it("gives a part without known probabilities no interval, and the sentence that it cannot be generalised", () => {
    const text = words(blockToHtml(blocks.table, "es", { plotly: false }));
    expect(text).toMatch(/Hogares en albergues\s+52\.3\u202f%\s+‡\s+n\. a\.\s+n\. a\.\s+n\. a\.\s+65/);
    expect(text).toContain(
      "‡ Hogares en albergues. Muestra no probabilística: describe solo a quienes fueron encuestados y no se puede generalizar",
    );
  });
  it("says the title of an indicator once: in its row if that is the only one, else over its rows", () => {
    const headed = row("jefatura", 0.401, 0.045, { variable: "jefatura", level: "si" });
    const again = row("otra_vez", 0.456, 0.05, { variable: "jefatura", level: "si" });
    const text = (rows: readonly Released[]) =>
      words(blockToHtml(tableBlock(rows, { id: "x", title: { es: "x" } }, labels), "es", { plotly: false }));
    const title = "Hogares con una mujer como persona de referencia";
    for (const table of [text([headed]), text([headed, again])]) {
      expect(table.split(title)).toHaveLength(2);
      expect(table).toMatch(new RegExp(`${title}\\s+40\\.1`));
      expect(table).not.toContain("Sí");
    }
    expect(text([headed, again])).toContain("Indicador");
    const groups = ["con_dfi", "sin_dfi"].map((grupo) => row("otra_vez", 0.4, 0.04, { by: { grupo } }));
    const mixed = text([headed, ...groups]);
    expect(mixed).toMatch(new RegExp(`${title}\\s+40\\.1`));
    expect(mixed.split("Hogares que volvieron a desplazarse")).toHaveLength(2);
  });
  it("says how much of its weight a total is low by", () => {
    const total = row("personas", 24310, 2750, { statistic: "total", weightMissing: 0.0312 });
    const text = (rows: readonly Released[]) =>
      words(blockToHtml(tableBlock(rows, { id: "x", title: { es: "x" } }, labels), "es", { plotly: false }));
    expect(text([total])).toContain("Total incompleto: 3.1\u202f% del peso no tiene respuesta");
    expect(text([{ ...total, weightMissing: 0.0001 }])).toContain("menos de 0.1\u202f% del peso");
    expect(text([{ ...total, weightMissing: 0 }])).not.toContain("incompleto");
  });
  it("says of a finding whose test was not met that its wording is the alternative one, and the test's p", () => {
    const rows = [row("diferencia", 0.089, 0.048, { statistic: "difference", p: 0.066 })];
    const finding = {
      kind: "finding",
      id: "f",
      title: { es: "f" },
      text: { es: "t" },
      held: false,
      rows,
      labels,
    } as const;
    const text = words(blockToHtml(finding, "es", { plotly: false }));
    expect(text).toContain("se muestra su redacción alternativa. Valor p de la diferencia: 0.066.");
    expect(words(blockToHtml({ ...finding, held: true }, "es", { plotly: false }))).not.toContain("alternativa");
  });
  it("sets percentages of counts to the right, and says that they count the sample", () => {
    const counts = {
      kind: "counts",
      id: "c",
      title: { es: "c" },
      columns: [{ es: "Resultado" }, { es: "Porcentaje" }],
      cells: [[{ es: "Visitados" }, { es: "95.7\u202f%" }]],
      source: { es: "encuesta" },
      synthetic: false,
    } as const;
    const html = blockToHtml(counts, "es", { plotly: true });
    expect(html).toContain('<td class="number" data-label="Porcentaje">95.7\u202f%</td>');
    expect(words(html)).toContain("Fuente: encuesta. Evidencia: conteo de la muestra, sin ponderar.");
  });
  it("says in words why an estimate is not there, and why one is exactly zero", () => {
    const text = words(blockToHtml(blocks.nobody, "en", { plotly: false }));
    expect(text).toContain("nobody answered");
    expect(text).toMatch(/nobody in the sample\s+0\.0%/);
  });
  it("has no script, class or link in a notebook", () => {
    for (const block of Object.values(blocks))
      expect(blockToHtml(block, "es", { plotly: false })).not.toMatch(/<script|class=|<a |onerror=/);
  });
  it("marks rows that the plan did not ask for", () => {
    const block = tableBlock([{ ...row("x", 0.5, 0.1), exploratory: true }], { id: "x", title: { es: "x" } }, labels);
    expect(words(blockToHtml(block, "es", { plotly: false }))).toContain("EXPLORATORIO");
  });
  it("shows hostile labels as text", () => {
    const hostile = `<img src=x onerror=alert(1)>"'&\u202eabc${"w".repeat(5000)}`;
    const bad: Labels = {
      ...labels,
      columns: { grupo: { es: hostile } },
      values: { grupo: { "<b>": { es: hostile } } },
      source: { es: hostile },
      universe: { es: hostile },
      indicators: {},
    };
    const rows = [
      row("<script>", 0.2, 0.01, { by: { grupo: "<b>" } }),
      withheld("<script>", { by: { grupo: "__proto__" } }),
    ];
    for (const plotly of [true, false]) {
      const html = blockToHtml(
        { kind: "figure", figure: "bars", id: '"><script>', title: { es: hostile }, rows, labels: bad },
        "es",
        { plotly },
      );
      expect(html).not.toMatch(/<img|<script>|\u202e/);
      expect(html.match(/<script/g)?.length ?? 0).toBe(plotly ? 1 : 0);
      expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;abc");
    }
  });
});

describe("estimatesText(estimates)", () => {
  it("is a table whose columns stand under each other", () => {
    const rows = [row("a", 0.401, 0.045, { by: { grupo: "con_dfi" } }), withheld("a", { by: { grupo: "sin_dfi" } })];
    const [head, first, second] = estimatesText(rows, { ...labels, values: {} }, "en").split("\n");
    expect(head).toMatch(/^Displacement +Estimate {2}Standard error +CV +90% CI +n$/);
    expect(first).toMatch(/^con_dfi +40\.1% +4\.5% {2}11\.2% {2}32\.6–47\.6% {2}120$/);
    expect(first!.indexOf("40.1%") + 5).toBe(head!.indexOf("Estimate") + 8);
    expect(first).toHaveLength(head!.length);
    expect(second).toMatch(/^sin_dfi +—ᶜ withheld$/);
  });
});
