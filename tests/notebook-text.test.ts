import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { writeWhole } from "../src/load/write-whole.js";
import { type Failure, failureText } from "../src/notebook/failure.js";
import { hasTag, type Notebook } from "../src/notebook/notebook.js";
import { Outputs } from "../src/notebook/outputs.js";
import { readNotebook, toNotebook } from "../src/notebook/read-notebook.js";
import { decode, encodeRequest, type Message } from "../src/notebook/wire.js";
import { notebookText } from "../src/notebook/write-notebook.js";
import { folder, toCells } from "./notebook-fixture.js";

const empty: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DataError) return error.lines("en");
  }
  return [];
}

describe("notebookText(notebook)", () => {
  it("is what Jupyter writes: keys in order, one space, texts by lines, a line end at the end", () => {
    const [prose, code] = toCells(["# Hogares\nñ", "1;\n2;\n"]);
    const outputs = [
      { output_type: "stream", name: "stdout", text: "a\nb" },
      {
        output_type: "display_data",
        data: { "text/html": "<b>\n</b>", "application/json": { z: "1\n", a: 2 } },
        metadata: {},
      },
    ] as const;
    const cells = [
      { ...prose!, metadata: { tags: ["es"] } },
      { ...code!, execution_count: 1, outputs },
    ] as Notebook["cells"];
    // written by hand after nbformat's own json.dumps(sort_keys=True, indent=1, ensure_ascii=False)
    expect(notebookText({ ...empty, cells }).split("\n")).toEqual([
      "{",
      ' "cells": [',
      "  {",
      '   "cell_type": "markdown",',
      '   "id": "cell-1",',
      '   "metadata": {',
      '    "tags": [',
      '     "es"',
      "    ]",
      "   },",
      '   "source": [',
      '    "# Hogares\\n",',
      '    "ñ"',
      "   ]",
      "  },",
      "  {",
      '   "cell_type": "code",',
      '   "execution_count": 1,',
      '   "id": "cell-2",',
      '   "metadata": {},',
      '   "outputs": [',
      "    {",
      '     "name": "stdout",',
      '     "output_type": "stream",',
      '     "text": [',
      '      "a\\n",',
      '      "b"',
      "     ]",
      "    },",
      "    {",
      '     "data": {',
      '      "application/json": {',
      '       "z": "1\\n",',
      '       "a": 2',
      "      },",
      '      "text/html": [',
      '       "<b>\\n",',
      '       "</b>"',
      "      ]",
      "     },",
      '     "metadata": {},',
      '     "output_type": "display_data"',
      "    }",
      "   ],",
      '   "source": [',
      '    "1;\\n",',
      '    "2;\\n"',
      "   ]",
      "  }",
      " ],",
      ' "metadata": {},',
      ' "nbformat": 4,',
      ' "nbformat_minor": 5',
      "}",
      "",
    ]);
  });

  it("gives back, when read, what was written, whatever the sources hold", () => {
    const source = fc.string({ unit: "binary" }).filter((text) => !text.includes("\r\n"));
    fc.assert(
      fc.property(fc.array(source), (sources) => {
        const notebook = { ...empty, cells: toCells(sources) };
        expect(toNotebook(notebookText(notebook), "x.ipynb")).toEqual(notebook);
      }),
    );
  });
});

describe("readNotebook(file)", () => {
  it("takes a notebook of nbformat 4.0 without ids, with Windows line ends and a byte order mark", () => {
    const cell = { cell_type: "code", metadata: {}, source: ["1;\r\n", "2"], outputs: [], execution_count: 7 };
    const file = join(folder(), "viejo.ipynb");
    writeFileSync(
      file,
      `\uFEFF${JSON.stringify({ nbformat: 4, nbformat_minor: 0, metadata: {}, cells: [cell, cell] })}`,
    );
    const { cells } = readNotebook(file);
    expect(cells.map(({ source }) => source)).toEqual(["1;\n2", "1;\n2"]);
    const [first, second] = cells.map(({ id }) => id);
    expect(second).toBe(`${first}-2`);
    // ids hang on the source: a cell put before them changes none
    const before = toNotebook(
      JSON.stringify({ nbformat: 4, metadata: {}, cells: [{ ...cell, source: "0" }, cell] }),
      "viejo.ipynb",
    );
    expect(before.cells[1]?.id).toBe(first);
  });

  it("says of each file that is no notebook what it is instead", () => {
    const file = join(folder(), "otro.ipynb");
    const read = (content: string): readonly string[] => {
      writeFileSync(file, content);
      return problemsOf(() => readNotebook(file));
    };
    expect(problemsOf(() => readNotebook(join(folder(), "nada.ipynb")))[0]).toMatch(
      /^missing notebook → .*nada\.ipynb$/,
    );
    expect(read("no es")).toEqual(["not a Jupyter notebook: the file is not valid JSON → otro.ipynb"]);
    expect(read("[]")).toEqual(['not a Jupyter notebook: "nbformat" is missing → otro.ipynb']);
    expect(read('{"nbformat": 3, "worksheets": []}')).toEqual([
      "unsupported notebook version: nbformat 3; open and save it in JupyterLab, which writes version 4 → otro.ipynb",
    ]);
    const python = { nbformat: 4, metadata: { kernelspec: { name: "python3", language: "python" } }, cells: [] };
    expect(read(JSON.stringify(python))).toEqual([
      'unsupported notebook language: python; choose the kernel "perfil (TypeScript)" in Jupyter → otro.ipynb',
    ]);
  });

  it("names every place in the file that is wrong, at once", () => {
    const cells = [
      { cell_type: "markdown", metadata: {}, source: 3 },
      { cell_type: "code", metadata: {}, source: "1" },
    ];
    const lines = problemsOf(() => toNotebook(JSON.stringify({ nbformat: 4, metadata: {}, cells }), "mal.ipynb"));
    expect(lines.map((line) => line.split(" → ")[1])).toEqual([
      "mal.ipynb, at cells[0].source",
      "mal.ipynb, at cells[1].outputs",
    ]);
  });
});

describe("Outputs", () => {
  const message = (type: string, content: Message["content"]): Message => ({ type, parent: "", metadata: {}, content });

  it("joins a stream until another output comes between", () => {
    const outputs = new Outputs();
    for (const [name, text] of [
      ["stdout", "a"],
      ["stdout", "b"],
      ["stderr", "c"],
      ["stdout", "d"],
    ]) {
      outputs.add(message("stream", { name, text }));
    }
    expect(outputs.all().map((output) => output.output_type === "stream" && output.text)).toEqual(["ab", "c", "d"]);
  });

  it("puts an update in the place of the display that it names", () => {
    const outputs = new Outputs();
    const display = (text: string, id: string): Message["content"] => {
      return { data: { "text/plain": text }, metadata: {}, transient: { display_id: id } };
    };
    outputs.add(message("display_data", display("1", "a")));
    outputs.add(message("display_data", display("2", "b")));
    outputs.add(message("update_display_data", display("3", "a")));
    outputs.add(message("update_display_data", display("4", "unknown")));
    expect(outputs.all().map((output) => output.output_type === "display_data" && output.data["text/plain"])).toEqual([
      "3",
      "2",
    ]);
  });
});

describe("decode(key, frames)", () => {
  it("reads what the key signed and nothing else", () => {
    const { frames } = encodeRequest("clave", "s", "execute_request", { code: "1" });
    const received = frames.map((frame) => Buffer.from(frame));
    expect(decode("clave", received)).toMatchObject({ type: "execute_request", content: { code: "1" } });
    expect(decode("otra", received)).toBeNull();
    expect(decode("clave", received.with(5, Buffer.from('{"code":"2"}')))).toBeNull();
    expect(decode("clave", received.slice(1))).toBeNull();
  });
});

describe("failureText(executed, language)", () => {
  const failure: Failure = {
    cell: 12,
    source: Array.from({ length: 12 }, (_, row) => `\tlínea(${row + 1});`).join("\n"),
    line: 10,
    column: 2,
    name: "DataError",
    message: "missing column: x",
    befell: null,
  };

  it("shows the lines around the place, with a caret under the column", () => {
    expect(failureText({ file: "a/b.ipynb", failure }, "en")?.split("\n")).toEqual([
      "notebook b.ipynb stopped in cell 12, line 10",
      "   7 | \tlínea(7);",
      "   8 | \tlínea(8);",
      "   9 | \tlínea(9);",
      "> 10 | \tlínea(10);",
      "     | \t^",
      "  11 | \tlínea(11);",
      "  12 | \tlínea(12);",
      "DataError: missing column: x",
    ]);
  });

  it("stays short for a line and a message of a million characters, and keeps the caret", () => {
    const source = `${"a".repeat(500_000)}!${"b".repeat(500_000)}`;
    const long = { ...failure, source, line: 1, column: 500_001, message: "x".repeat(1e6) };
    const shown = failureText({ file: "b.ipynb", failure: long }, "es")?.split("\n") ?? [];
    expect(shown.join("\n").length).toBeLessThan(5000);
    expect(shown[1]?.[shown[2]?.indexOf("^") ?? 0]).toBe("!");
  });

  it("is null when nothing failed", () => {
    expect(failureText({ file: "b.ipynb", failure: null }, "es")).toBeNull();
  });
});

describe("writeWhole(file, content)", () => {
  it("makes the folder, replaces the file, and leaves nothing else", () => {
    const at = folder();
    writeWhole(join(at, "uno", "dos.txt"), "1");
    writeWhole(join(at, "uno", "dos.txt"), "2");
    expect(readFileSync(join(at, "uno", "dos.txt"), "utf8")).toBe("2");
    expect(readdirSync(join(at, "uno"))).toEqual(["dos.txt"]);
  });

  it("leaves nothing behind when it cannot replace what is there", () => {
    const at = folder();
    mkdirSync(join(at, "ocupado", "lleno"), { recursive: true });
    expect(() => writeWhole(join(at, "ocupado"), "x")).toThrow();
    expect(readdirSync(at)).toEqual(["ocupado"]);
  });
});

it("hasTag(cell, tag) reads the tags of the cell's metadata", () => {
  const [cell] = toCells(["# es"]);
  expect([hasTag(cell!, "es"), hasTag({ ...cell!, metadata: { tags: ["en", "es"] } }, "es")]).toEqual([false, true]);
});
