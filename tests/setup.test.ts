import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "..");
const setUp = join(project, "src", "setup.mjs");
// importing it must set nothing up: only running it does
const { isSupported } = (await import(pathToFileURL(setUp).href)) as { isSupported: (version: string) => boolean };

/** Runs the set-up, or the command line, as another version of Node would. */
function asNode(version: string, file: string) {
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ["--import", preload, file, "--help"], { encoding: "utf8" });
}

describe("src/setup.mjs", () => {
  it("and the executable need nothing but Node: they run before anything is installed", () => {
    for (const name of ["setup.mjs", "perfil.mjs"]) {
      const text = readFileSync(join(project, "src", name), "utf8");
      const modules = [...text.matchAll(/^import\b[^"]*"([^"]+)";$|\bimport\("([^"]+)"\)/gm)].map(
        ([, a, b]) => a ?? b!,
      );
      expect(modules.length).toBeGreaterThan(0);
      const ours = ["./setup.mjs", "../dist/cli.js"];
      expect(
        modules.filter((module) => !ours.includes(module) && !builtinModules.includes(module.replace(/^node:/, ""))),
      ).toEqual([]);
      expect(text).not.toMatch(/\brequire\(/);
    }
  });

  it.each([
    ["20.19.0", true],
    ["20.18.3", false],
    ["21.7.0", false],
    ["22.13.0", true],
    ["22.12.0", false],
    ["23.11.0", false],
    ["24.0.0", true],
    ["30.1.2", true],
    ["18.20.8", false],
  ])("Node %s is supported: %s, as package.json says", (version, expected) => {
    expect(isSupported(version)).toBe(expected);
    const { engines } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
      engines: { node: string };
    };
    expect(engines.node).toBe("^20.19 || ^22.13 || >=24");
  });

  it.each([setUp, join(project, "src", "perfil.mjs")])(
    "refuses an unsupported Node before it does anything: %s",
    (file) => {
      const { status, stdout, stderr } = asNode("18.20.8", file);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.trim()).toBe(
        "perfil: this Node is 18.20.8; perfil needs ^20.19, ^22.13 or 24 and later: nodejs.org",
      );
    },
  );

  it("does nothing and says nothing when everything is fresh", () => {
    // the first run builds what another test's edit may have left stale
    expect(spawnSync(process.execPath, [setUp]).status).toBe(0);
    const { status, stdout, stderr } = spawnSync(process.execPath, [setUp], { encoding: "utf8" });
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
  });
});
