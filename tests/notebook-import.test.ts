import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../src/notebook/run.js";
import { notebookFile } from "./notebook-fixture.js";

const setUp = join(import.meta.dirname, "../src/setup.mjs");

describe('import … from "perfil" in a notebook outside of the project', () => {
  beforeAll(() => {
    // what notebooks import is the compiled module; nothing happens when it is fresh
    const { status, stderr } = spawnSync(process.execPath, [setUp], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
  });

  it("runs the compiled module", async () => {
    const cells = [`import { openStudy } from "perfil";\nconsole.log(typeof openStudy)`];
    const { failure, notebook } = await runNotebook(notebookFile(cells), { timeout: 60 });
    expect(failure).toBeNull();
    expect(notebook.cells[0]).toMatchObject({ outputs: [{ name: "stdout", text: "function\n" }] });
  });

  it("knows its types, so that a wrong call does not compile", async () => {
    const { failure } = await runNotebook(notebookFile([`import { openStudy } from "perfil";\n\nawait openStudy(3)`]), {
      timeout: 60,
    });
    expect(failure).toMatchObject({ cell: 1, line: 3, column: 17, name: "TypeScriptError" });
    expect(failure?.message).toContain("'number' is not assignable to parameter of type 'string'");
  });
});
