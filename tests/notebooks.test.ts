import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readNotebook } from "../src/notebook/read-notebook.js";

const folder = join(import.meta.dirname, "..", "notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

/** A cell as the file has it. */
interface RawCell {
  readonly id?: string;
  readonly cell_type: string;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}

function raw(name: string): { nbformat: number; nbformat_minor: number; metadata: object; cells: readonly RawCell[] } {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as ReturnType<typeof raw>;
}

/** Prose without dates, years and numbered names: digits that are left were typed. */
function typedDigits(text: string): readonly string[] {
  const dated = text.replace(/\b(?:19|20)\d{2}(?:[-–]\d{2,4}){0,2}\b/g, "");
  return dated.match(/\S*\d\S*/g) ?? [];
}

describe("the versioned notebooks", () => {
  it("are those of the report, in the order of their numbers", () => {
    expect(names.toSorted()).toEqual([
      "01-data-and-sample.ipynb",
      "02-who-is-displaced.ipynb",
      "03-displacement.ipynb",
    ]);
  });

  describe.each(names)("%s", (name) => {
    const { cells } = readNotebook(join(folder, name));
    const code = cells.filter((cell) => cell.cell_type === "code");
    const prose = cells.filter((cell) => cell.cell_type === "markdown");

    it("is of nbformat 4.5, for the kernel perfil, with an id of its own for each cell", () => {
      const { nbformat, nbformat_minor, metadata, cells: written } = raw(name);
      expect([nbformat, nbformat_minor]).toEqual([4, 5]);
      expect(metadata).toMatchObject({ kernelspec: { name: "perfil", language: "typescript" } });
      const ids = written.map(({ id }) => id);
      expect(ids.every((id) => /^[\w-]{1,64}$/.test(id ?? ""))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it("has no outputs and no execution counts", () => {
      const ran = raw(name).cells.filter(
        ({ outputs = [], execution_count = null }) => outputs.length > 0 || execution_count !== null,
      );
      expect(ran).toEqual([]);
    });

    it("has its prose twice, Spanish first and English right after it, under headings of one level", () => {
      expect(prose.length).toBeGreaterThan(0);
      const levels = (text: string) => text.match(/^#+/gm) ?? [];
      for (let index = 0; index < prose.length; index += 2) {
        const [es, en] = [prose[index]!, prose[index + 1]!];
        expect([es.metadata.tags, en?.metadata.tags]).toEqual([["es"], ["en"]]);
        expect(cells.indexOf(en)).toBe(cells.indexOf(es) + 1);
        expect(levels(en.source)).toEqual(levels(es.source));
      }
    });

    it("begins with one title, the question that it answers", () => {
      expect(cells[0]!.source).toMatch(/^# .*\?\n/);
      expect(cells[1]!.source).toMatch(/^# .*\?\n/);
      expect(prose.filter(({ source }) => /^# /m.test(source))).toHaveLength(2);
    });

    it("imports from perfil and from nothing else, in one cell that the report leaves out", () => {
      const importing = code.filter(({ source }) => /\bimport\b|\brequire\s*\(/.test(source));
      expect(importing).toHaveLength(1);
      expect(importing[0]!.metadata.tags).toContain("remove-cell");
      const from = [...importing[0]!.source.matchAll(/from\s+["']([^"']+)["']/g)].map(([, module]) => module);
      expect(from).toEqual(["perfil"]);
    });

    it("has no digits typed in its prose, dates apart: numbers come from estimates", () => {
      expect(prose.flatMap(({ source }) => typedDigits(source))).toEqual([]);
    });

    it("has no number typed in the sentences of its findings, nor in titles, dates apart", () => {
      const texts = code.flatMap(({ source }) =>
        [...source.matchAll(/\b(?:es|en): "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!),
      );
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.flatMap(typedDigits)).toEqual([]);
    });

    it("has short cells and declares no function: what is longer belongs to the module", () => {
      for (const { source } of code) {
        expect(source.split("\n").length, source).toBeLessThanOrEqual(25);
        expect(source).not.toMatch(/\bfunction\b|\bclass\b/);
      }
    });

    it("shows in each cell that is not its first, and each exhibit under an id of its own", () => {
      const [first, ...others] = code;
      expect(first!.source).not.toContain("show(");
      for (const { source } of others) expect(source).toMatch(/^show\(/);
      const ids = others.flatMap(({ source }) => [...source.matchAll(/^\s+id: "([^"]+)"/gm)].map(([, id]) => id));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});

describe("typedDigits(text)", () => {
  it("sees a number in a sentence, and lets dates and years be", () => {
    expect(typedDigits("El 42 % de 120 hogares, en 2022, el 2022-03-14 o en 2008–2016")).toEqual(["42", "120"]);
  });
});
