import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { runStudy } from "../src/report/run-study.js";
import { comesTrue, folder, isAlive, notebookFile } from "./notebook-fixture.js";
import { copyOfSample, oneNotebook } from "./study-fixture.js";

const copy = copyOfSample();
const confidential = join(copy.study, "confidential");

afterAll(() => rmSync(dirname(copy.notebooks), { recursive: true, force: true }));

/** The lists in the confidential folder that were handed to kernels. */
function lists(): readonly string[] {
  return existsSync(confidential) ? readdirSync(confidential).filter((name) => name.startsWith("released")) : [];
}

/** Runs the study in a process of its own, whose one cell never ends, and stops it there by a signal. */
async function stopped(signal: NodeJS.Signals): Promise<void> {
  const pid = join(copy.notebooks, "pid");
  rmSync(pid, { force: true });
  oneNotebook(copy, [
    'import { writeFileSync } from "fs";\nwriteFileSync("pid", String(process.pid));\nawait new Promise(() => {});',
  ]);
  const script = join(folder(), "corre.ts");
  const source = pathToFileURL(join(import.meta.dirname, "../src/report/run-study.ts")).href;
  writeFileSync(script, `import(${JSON.stringify(source)}).then((m) => m.runStudy(${JSON.stringify(copy.study)}));\n`);
  const runner = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], { stdio: "ignore" });
  expect(await comesTrue(() => existsSync(pid) && readFileSync(pid, "utf8") !== "")).toBe(true);
  const kernel = Number(readFileSync(pid, "utf8"));
  expect(lists()).toEqual([`released-${runner.pid}.json`]);
  runner.kill(signal);
  expect(await comesTrue(() => !isAlive(runner.pid!) && !isAlive(kernel))).toBe(true);
}

describe("runStudy(folder)", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("leaves no released list behind when it is stopped by %s", async (signal) => {
    await stopped(signal);
    expect(lists()).toEqual([]);
  });

  it("takes away the list of a run that was killed, which could not, and hands its kernels the study's whole path", async () => {
    await stopped("SIGKILL");
    expect(lists()).toHaveLength(1);
    oneNotebook(copy, ["console.log(process.env.PERFIL_STUDY)"]);
    const { executed } = await runStudy(relative(process.cwd(), copy.study));
    expect(lists()).toEqual([]);
    expect(executed[0]!.notebook.cells[0]).toMatchObject({ outputs: [{ text: `${copy.study}\n` }] });
  });

  it("refuses notebooks whose copies would be written over one another, before it runs any", async () => {
    oneNotebook(copy, ["1"]);
    const own = join(copy.notebooks, "01-prueba.ipynb");
    const outside = folder();
    const names = ["a", "b"].map((name) => join(outside, name));
    for (const name of names) mkdirSync(name);
    const [a, b] = names.map((at) => notebookFile(["1"], { folder: at, name: "X.ipynb" }));
    const other = notebookFile(["1"], { folder: outside, name: "01-Prueba.ipynb" });
    const begun: string[] = [];
    const onProgress = ({ notebook }: { notebook: string }): void => void begun.push(notebook);
    await expect(runStudy(copy.study, { notebooks: [a!, own, b!, other], onProgress })).rejects.toMatchObject({
      problems: [
        { code: "duplicateNotebook", holes: { name: "X.ipynb", first: a, second: b } },
        { code: "duplicateNotebook", holes: { name: "01-Prueba.ipynb", first: own, second: other } },
      ],
    });
    // also when the study's own is not asked for: its copy is there from another run
    await expect(runStudy(copy.study, { notebooks: [other], onProgress })).rejects.toThrow("duplicate notebook name");
    expect(begun).toEqual([]);
  });
});
