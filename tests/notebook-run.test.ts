import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failureText } from "../src/notebook/failure.js";
import type { Notebook } from "../src/notebook/notebook.js";
import type { Output } from "../src/notebook/outputs.js";
import { type Executed, type Progress, type RunOptions, runNotebook, runNotebooks } from "../src/notebook/run.js";
import { notebookText } from "../src/notebook/write-notebook.js";
import { comesTrue, folder, isAlive, notebookFile, toCells } from "./notebook-fixture.js";

/** A notebook that hangs fails its test in seconds, not in an hour. */
const LIMIT: RunOptions = { timeout: 60 };

function run(file: string, options: RunOptions = {}): Promise<Executed> {
  return runNotebook(file, { ...LIMIT, ...options });
}

/** The outputs of the cell with this number. */
function outputsOf(notebook: Notebook, cell: number): readonly Output[] {
  const found = notebook.cells[cell - 1];
  return found?.cell_type === "code" ? found.outputs : [];
}

function textOf(notebook: Notebook, cell: number): string {
  return outputsOf(notebook, cell)
    .map((output) => (output.output_type === "stream" ? output.text : ""))
    .join("");
}

// Every test here runs a real kernel; what a notebook should give was written down before it was run.
describe("runNotebook(file)", () => {
  it("runs the cells in order, joins what they print, counts the executions from 1", async () => {
    const file = notebookFile([
      "# Título",
      "const a: number = 20;",
      "",
      "console.log('uno'); console.log('dos'); console.error('tres')",
      "a + 1",
    ]);
    const events: Progress[] = [];
    const { notebook, failure } = await run(file, { onProgress: (event) => events.push(event) });
    expect(failure).toBeNull();
    expect(outputsOf(notebook, 4)).toEqual([
      { output_type: "stream", name: "stdout", text: "uno\ndos\n" },
      { output_type: "stream", name: "stderr", text: "tres\n" },
    ]);
    expect(textOf(notebook, 5)).toBe("21\n");
    expect(notebook.cells.map((cell) => (cell.cell_type === "code" ? cell.execution_count : "prose"))).toEqual([
      "prose",
      1,
      null,
      2,
      3,
    ]);
    expect(events.map(({ cell, state }) => [cell, state])).toEqual([
      [0, "starting"],
      [2, "running"],
      [4, "running"],
      [5, "running"],
      [5, "done"],
    ]);
  });

  it("runs in the notebook's folder, with the environment asked for, and leaves the file as it was", async () => {
    const file = notebookFile(["console.log(process.cwd() + '|' + process.env.PERFIL_PRUEBA)"]);
    const before = readFileSync(file, "utf8");
    const { notebook } = await run(file, { env: { PERFIL_PRUEBA: "sí" } });
    expect(textOf(notebook, 1)).toBe(`${join(file, "..")}|sí\n`);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("gives the same bytes twice", async () => {
    const file = notebookFile(["console.log({ a: [1, 2] })", "throw new Error('x')"]);
    const first = await run(file);
    const second = await run(file);
    expect(notebookText(first.notebook)).toBe(notebookText(second.notebook));
    expect(notebookText(first.notebook)).not.toContain(process.cwd());
  });

  it("loses nothing of 20,000 printed lines, of a line of 10 MB, and of displays among them", async () => {
    const { notebook, failure } = await run(
      notebookFile([
        "for (let i = 0; i < 20000; i++) console.log('línea ' + i)",
        "process.stdout.write('a'.repeat(1e7)); null",
        "import { display } from 'tslab'; for (let i = 0; i < 600; i++) display.html('<p>' + i + '</p>')",
      ]),
    );
    expect(failure).toBeNull();
    expect(textOf(notebook, 1)).toBe(Array.from({ length: 20000 }, (_, i) => `línea ${i}\n`).join(""));
    expect(textOf(notebook, 2).length).toBe(1e7);
    const last = outputsOf(notebook, 3).at(-1);
    expect(outputsOf(notebook, 3).length).toBe(600);
    expect(last?.output_type === "display_data" && last.data["text/html"]).toBe("<p>599</p>");
  });

  it("lets a cell tagged raises-exception fail and runs the next one", async () => {
    const [first, second] = toCells(["throw new RangeError('esperado')", "console.log('sigue')"]);
    const { notebook, failure } = await run(
      notebookFile([{ ...first!, metadata: { tags: ["raises-exception"] } }, second!]),
    );
    expect(failure).toBeNull();
    expect(outputsOf(notebook, 1)[0]).toMatchObject({ output_type: "error", ename: "RangeError", evalue: "esperado" });
    expect(textOf(notebook, 2)).toBe("sigue\n");
  });
});

describe("a cell that fails", () => {
  it("is told by its number, line and column, in TypeScript and not in what was compiled from it", async () => {
    const source = "interface Hogar { n: number }\nconst h: Hogar = { n: 1 };\n\n  suma(h.n);";
    const executed = await run(
      notebookFile(["# 1", "function suma(n: number) {\n  throw new TypeError('no se suma');\n}", source, "3"]),
    );
    expect(executed.failure).toEqual({
      cell: 3,
      source,
      line: 4,
      column: 3,
      name: "TypeError",
      message: "no se suma",
      befell: null,
    });
    expect(outputsOf(executed.notebook, 3)).toEqual([
      {
        output_type: "error",
        ename: "TypeError",
        evalue: "no se suma",
        traceback: [
          "TypeError: no se suma",
          "      suma(h.n);",
          "      ^",
          "    at Proxy.suma (In[1]:2:9)",
          "    at In[2]:4:3",
        ],
      },
    ]);
    expect(outputsOf(executed.notebook, 4)).toEqual([]);
    expect(failureText(executed, "es")).toBe(
      [
        "el cuaderno prueba.ipynb se detuvo en la celda 3, línea 4",
        "  1 | interface Hogar { n: number }",
        "  2 | const h: Hogar = { n: 1 };",
        "  3 | ",
        "> 4 |   suma(h.n);",
        "    |   ^",
        "TypeError: no se suma",
      ].join("\n"),
    );
  });

  it("is told with the compiler's words when its types are wrong, and did not run", async () => {
    const { failure, notebook } = await run(
      notebookFile(["console.log('antes');\nconst n: number =\n  'texto';\nnoExiste()"]),
    );
    expect(failure).toMatchObject({ cell: 1, line: 2, column: 7, name: "TypeScriptError" });
    expect(failure?.message).toBe("Type 'string' is not assignable to type 'number'.\nCannot find name 'noExiste'.");
    expect(textOf(notebook, 1)).toBe("");
  });

  it("has its line after an await, and for what is thrown that is no Error at least its cell", async () => {
    const awaited = await run(
      notebookFile(["const q: any = null;\nawait new Promise((go) => setTimeout(go, 5));\nq.x"]),
    );
    expect(awaited.failure).toMatchObject({ cell: 1, line: 3, column: 3, name: "TypeError" });
    const thrown = await run(notebookFile(["1", "throw 'nada'"]));
    expect(thrown.failure).toMatchObject({ cell: 2, line: null, name: "Thrown", message: "'nada'" });
  });

  it("is the cell that left the timer or promise, when that throws later", async () => {
    const rejected = await run(notebookFile(["Promise.reject(new Error('rechazo')); null", "2"]));
    expect(rejected.failure).toMatchObject({ cell: 1, line: 1, column: 16, message: "rechazo" });
    expect(outputsOf(rejected.notebook, 2)).toEqual([]);
    const timer = await run(
      notebookFile([
        "const t =\n  setTimeout(() => { throw new Error('tarde') }, 20);",
        "await new Promise((go) => setTimeout(go, 200));",
      ]),
    );
    expect(timer.failure).toMatchObject({ cell: 1, line: 2, message: "tarde" });
    const last = await run(notebookFile(["const u = setTimeout(() => { throw new Error('al final') }, 300);"]));
    expect(last.failure).toMatchObject({ cell: 1, line: 1, message: "al final" });
  });
});

describe("a kernel in trouble", () => {
  it("ends with process.exit: the output so far is kept and the line is named", async () => {
    const { failure, notebook } = await run(notebookFile(["console.log('antes');\nprocess.exit(3);", "2"]));
    expect(failure).toMatchObject({
      cell: 1,
      line: 2,
      name: "ProcessExit",
      message: "process.exit(3) ended the kernel",
    });
    expect(textOf(notebook, 1)).toBe("antes\n");
  });

  it("ends with process.exit although a process that a cell started holds its output open, and that one with it", async () => {
    const at = folder();
    const code = [
      'import { spawn } from "child_process";',
      'import { writeFileSync } from "fs";',
      'const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });',
      'writeFileSync("pid", String(child.pid));',
      "process.exit(0);",
    ].join("\n");
    const { failure, seconds } = await run(notebookFile([code], { folder: at }));
    expect(failure).toMatchObject({ cell: 1, line: 5, name: "ProcessExit" });
    expect(seconds).toBeLessThan(LIMIT.timeout!);
    const sleeper = Number(readFileSync(join(at, "pid"), "utf8"));
    expect(sleeper).toBeGreaterThan(0);
    expect(await comesTrue(() => !isAlive(sleeper))).toBe(true);
  });

  it("is interrupted when a cell loops past its limit, and killed when that does not help", async () => {
    const loop = await run(notebookFile(["1", "while (true) {}"]), { cellTimeout: 0.5 });
    expect(loop.failure).toMatchObject({ cell: 2, name: "Timeout" });
    expect(failureText(loop, "es")).toContain("la celda no terminó en 0.5 s y fue interrumpida");
    const deaf = "process.removeAllListeners('SIGINT').on('SIGINT', () => {});\nawait new Promise(() => {})";
    const wait = await run(notebookFile([deaf]), { timeout: 3 });
    expect(wait.failure?.befell).toEqual({ code: "notebookTimeout", holes: { seconds: 3 } });
  });

  it("that was killed in mid-cell is told as such", async () => {
    const killed = await run(notebookFile(["1", "process.kill(process.pid, 'SIGKILL');\nwhile (true) {}"]));
    expect(killed.failure).toMatchObject({ cell: 2, name: "KernelDied", befell: { holes: { exit: "SIGKILL" } } });
    expect(failureText(killed, "en")).toContain("the kernel was killed in mid-cell (SIGKILL)");
  });
});

describe("runNotebooks(files)", () => {
  it("runs two at a time and answers in their order", async () => {
    const at = folder();
    const meet = (own: string, other: string): string =>
      `import { existsSync, writeFileSync } from "fs";\nwriteFileSync("${own}", "");\n` +
      `while (!existsSync("${other}")) await new Promise((go) => setTimeout(go, 10));`;
    // each waits for the other: one at a time they would never end
    const files = [
      notebookFile([meet("a", "b"), "console.log('A')"], { folder: at, name: "a.ipynb" }),
      notebookFile([meet("b", "a"), "console.log('B')"], { folder: at, name: "b.ipynb" }),
    ];
    const executed = await runNotebooks(files, { ...LIMIT, jobs: 2, cellTimeout: 20 });
    expect(executed.map(({ file, failure, notebook }) => [file, failure, textOf(notebook, 2)])).toEqual([
      [files[0], null, "A\n"],
      [files[1], null, "B\n"],
    ]);
  });

  it("stops the others when one fails, and begins no more", async () => {
    const at = folder();
    const files = [
      notebookFile(["await new Promise(() => {})"], { folder: at, name: "a.ipynb" }),
      notebookFile(["throw new Error('alto')"], { folder: at, name: "b.ipynb" }),
      notebookFile(["1"], { folder: at, name: "c.ipynb" }),
    ];
    const begun: string[] = [];
    const onProgress = ({ notebook, state }: Progress): void => {
      if (state === "starting") begun.push(notebook);
    };
    const executed = await runNotebooks(files, { ...LIMIT, jobs: 2, onProgress });
    expect(executed.map(({ file, failure }) => [file, failure?.message])).toEqual([[files[1], "alto"]]);
    expect(begun).toEqual(["a.ipynb", "b.ipynb"]);
  });

  it("throws the reason when it is stopped from outside", async () => {
    const stop = new AbortController();
    const onProgress = ({ state }: Progress): void => {
      if (state === "running") stop.abort(new Error("basta"));
    };
    const running = runNotebooks([notebookFile(["await new Promise(() => {})"])], {
      ...LIMIT,
      signal: stop.signal,
      onProgress,
    });
    await expect(running).rejects.toThrow("basta");
  });

  it("refuses all files that are no notebooks, before any runs", async () => {
    const good = notebookFile(["1"]);
    const missing = join(folder(), "nada.ipynb");
    const events: Progress[] = [];
    const running = runNotebooks([good, missing, missing], { onProgress: (event) => events.push(event) });
    await expect(running).rejects.toMatchObject({
      problems: [{ code: "missingNotebook" }, { code: "missingNotebook" }],
    });
    expect(events).toEqual([]);
  });
});
