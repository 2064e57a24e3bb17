import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

  it("keeps a data frame in a cell and works with it in the next", async () => {
    const cells = [
      `import { readTableFile } from "perfil";\nimport { toDataFrame, merge } from "perfil/dataframe";`,
      `const df = toDataFrame(await readTableFile("hogares.csv"));\ndf.print();`,
      `const big = df.query(df.column("size").gt(2));\nconst sizes = big.groupby(["town"]).col(["size"]).mean();
const both = merge({ left: sizes, right: df, on: ["town"] });\nconsole.log(sizes.values, both.shape);`,
    ];
    const file = notebookFile(cells);
    writeFileSync(join(dirname(file), "hogares.csv"), "town,size\nJuárez,4\nJuárez,2\nParral,3\n");
    const { failure, notebook } = await runNotebook(file);
    expect(failure).toBeNull();
    const printed = notebook.cells.map((cell) => JSON.stringify("outputs" in cell ? cell.outputs : []));
    expect(printed[1]).toMatch(/town.*size.*Juárez.*4.*Juárez.*2.*Parral.*3/);
    // one household of more than two in each town, and three rows that share a town with one
    expect(printed[2]).toContain("[ [ 'Juárez', 4 ], [ 'Parral', 3 ] ] [ 3, 3 ]");
  });
});
