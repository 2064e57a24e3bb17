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
];

function stageOf(file: string): number {
  return STAGES.indexOf(file.split("/")[0]!);
}

function sources(): { file: string; text: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }));
}

describe("the stages of src/", () => {
  it("are all in the list", () => {
    expect(sources().filter(({ file }) => stageOf(file) < 0)).toEqual([]);
  });

  it("import only what comes before them", () => {
    const backward = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/from "(\.[^"]+)\.js"/g)]
        .map((match) => normalize(join(dirname(file), `${match[1]}.ts`)).replaceAll("\\", "/"))
        .filter((target) => stageOf(target) > stageOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(backward).toEqual([]);
  });

  it("raise to a power only in math/, where one implementation serves every version of Node", () => {
    const powers = sources().filter(
      ({ file, text }) => !file.startsWith("math/") && /[\w)\]] \*\* |Math\.pow/.test(text),
    );
    expect(powers.map(({ file }) => file)).toEqual([]);
  });

  it("ask neither the clock nor the locale nor chance, but for the kernel's messages, which carry dates and ids", () => {
    const words = /Date\.now|new Date\(\)|Math\.random|toLocale|localeCompare|\bIntl\b|randomUUID/;
    const code = sources().map(({ file, text }) => ({ file, text: text.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "") }));
    const asking = code.filter(({ file, text }) => !file.startsWith("notebook/") && words.test(text));
    expect(asking.map(({ file }) => file)).toEqual([]);
  });
});
