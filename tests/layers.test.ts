import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = join(dirname(dirname(fileURLToPath(import.meta.url))), "src");

/** The stages in the order of the flow: what stands later may import what stands earlier, never the other way round. */
const STAGES = [
  "math",
  "words",
  "errors.ts",
  "study",
  "load",
  "derive",
  "check",
  "design",
  "estimate",
  "plan",
  "policy",
  "present",
  "narrate",
  "notebook",
  "report",
  "commands",
  "cli.ts",
  "dataframe.ts",
  "index.ts",
  "setup.mjs",
  "perfil.mjs",
];

/** The files that need the clock or chance: a session's id, the dates of its messages, the age of a lock. None gives a number or a text. */
const ASKING = ["notebook/kernel.ts", "notebook/launch.ts", "notebook/wire.ts", "setup.mjs"];

function stageOf(file: string): number {
  return STAGES.indexOf(file.split("/")[0]!);
}

/** What a source imports of the project's own, as files of src/; a compiled module stands for its source. */
function importsOf({ file, text }: { file: string; text: string }): readonly string[] {
  const named = /(?:\bfrom |\bimport |\bimport\(|\brequire\()"(\.[^"]+)"/g;
  return [...text.matchAll(named)]
    .map((match) => normalize(join(dirname(file), match[1]!)).replaceAll("\\", "/"))
    .map((target) => target.replace(/^\.\.\/dist\//, "").replace(/\.js$/, ".ts"));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*/g, "");
}

function sources(): { file: string; text: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:ts|mjs|cjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }));
}

describe("the stages of src/", () => {
  it("are all in the list", () => {
    expect(sources().filter(({ file }) => stageOf(file) < 0)).toEqual([]);
  });

  it("import only what comes before them", () => {
    const all = sources();
    const files = new Set(all.map(({ file }) => file));
    const imported = all.flatMap((source) => importsOf(source).map((target) => ({ file: source.file, target })));
    // else a way to write an import that this test does not read would pass
    expect(imported.filter(({ target }) => !files.has(target))).toEqual([]);
    for (const way of ["cli.ts", "notebook/shim.cjs", "perfil.mjs"])
      expect(imported.filter(({ file }) => file === way).length, way).toBeGreaterThan(0);
    const backward = imported.filter(({ file, target }) => stageOf(target) > stageOf(file));
    expect(backward.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("raise to a power only in math/, where one implementation serves every version of Node", () => {
    const powers = sources().filter(
      ({ file, text }) => !file.startsWith("math/") && /[\w)\]] \*\* |Math\.pow/.test(text),
    );
    expect(powers.map(({ file }) => file)).toEqual([]);
  });

  it("ask neither the clock nor chance, but for the files that are named, and never the locale", () => {
    const code = sources().map(({ file, text }) => ({ file, text: withoutComments(text) }));
    const asking = code.filter(({ text }) => /Date\.now|new Date\(\)|Math\.random|randomUUID|randomBytes/.test(text));
    expect(asking.map(({ file }) => file).toSorted()).toEqual(ASKING);
    const local = code.filter(({ text }) => /toLocale|localeCompare|\bIntl\b/.test(text));
    expect(local.map(({ file }) => file)).toEqual([]);
  });
});
