import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { folder } from "./temporary-folder.js";

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

/** A project of its own whose npm and compiler only write down that they ran, after a moment. */
function smallProject(): { readonly at: string; readonly npm: string; readonly ran: () => string } {
  const at = folder();
  mkdirSync(join(at, "src"));
  copyFileSync(setUp, join(at, "src", "setup.mjs"));
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"])
    writeFileSync(join(at, name), "{}");
  const note = (what: string): string =>
    `const fs = require("node:fs");\nfs.appendFileSync(${JSON.stringify(join(at, "ran.txt"))}, "${what} ");\n` +
    "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);\n";
  const compiler = `${note("tsc")}fs.mkdirSync(process.argv.at(-1));\nfs.writeFileSync(process.argv.at(-1) + "/index.js", "");`;
  const npm = join(at, "npm-cli.js");
  writeFileSync(
    npm,
    `${note("npm")}fs.mkdirSync("node_modules/typescript/bin", { recursive: true });\n` +
      `fs.writeFileSync("node_modules/typescript/bin/tsc", ${JSON.stringify(compiler)});`,
  );
  return { at, npm, ran: () => readFileSync(join(at, "ran.txt"), "utf8") };
}

function start({ at, npm }: { at: string; npm: string }): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [join(at, "src", "setup.mjs")], { env: { ...process.env, npm_execpath: npm } });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, said })));
}

describe("two set-ups at once", () => {
  it("wait for one another: what is stale is installed and built once, and no lock or half build is left", async () => {
    const project = smallProject();
    const ended = await Promise.all([start(project), start(project), start(project)]);
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(project.ran()).toBe("npm tsc ");
    expect(ended.some(({ said }) => said.includes("another set-up is at work"))).toBe(true);
    expect(readdirSync(project.at).filter((name) => name.includes("perfil-tmp"))).toEqual([]);
    // a change in the source builds again, over the old build, and installs nothing
    writeFileSync(join(project.at, "src", "index.ts"), "");
    writeFileSync(join(project.at, "dist", "viejo.js"), "");
    expect((await start(project)).status).toBe(0);
    expect(project.ran()).toBe("npm tsc tsc ");
    expect(existsSync(join(project.at, "dist", "viejo.js"))).toBe(false);
    expect(readdirSync(project.at).filter((name) => name.includes("perfil-tmp"))).toEqual([]);
  });

  it("do not wait for one that was killed", async () => {
    const project = smallProject();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(join(project.at, ".perfil-tmp-lock"));
    writeFileSync(join(project.at, ".perfil-tmp-lock", "pid"), String(pid));
    const { status, said } = await start(project);
    expect([status, said.includes("another set-up")]).toEqual([0, false]);
    expect(project.ran()).toBe("npm tsc ");
  });
});
