import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = join(dirname(dirname(fileURLToPath(import.meta.url))), "src");

interface Example {
  readonly file: string;
  readonly setup: readonly string[];
  readonly code: string;
  readonly answer: string;
}

/** Every line of an `@example` that ends in `// => answer`, with the lines of its block that come before it. */
function examples(): Example[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    return [...text.matchAll(/@example\s*\n([\s\S]*?)\*\//g)].flatMap((block) => {
      const lines = block[1]!
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
        .filter((line) => line !== "" && !line.startsWith("@"));
      return lines.flatMap((line, index): Example[] => {
        const match = /^(.*?);?\s*\/\/ => (.*)$/.exec(line);
        const setup = lines.slice(0, index).filter((before) => !before.includes("// =>"));
        return match === null ? [] : [{ file, setup, code: match[1]!, answer: match[2]! }];
      });
    });
  });
}

describe("the examples of the docstrings", () => {
  const all = examples();

  it("are found", () => {
    expect(all.length).toBeGreaterThan(10);
  });

  it.each(all)("$file: $code", async ({ file, setup, code, answer }) => {
    const module = (await import(join(SRC, file))) as Record<string, unknown>;
    const run = (body: string): unknown =>
      new Function(...Object.keys(module), `${setup.join("\n")}\nreturn (${body});`)(...Object.values(module));
    expect(run(code)).toEqual(run(answer));
  });
});
