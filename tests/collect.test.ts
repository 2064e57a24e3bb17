import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import type { Cell, Notebook } from "../src/notebook/notebook.js";
import type { ReleasedFile } from "../src/notebook/open-study.js";
import type { Output } from "../src/notebook/outputs.js";
import type { Released } from "../src/policy/released.js";
import { BLOCK_MIME, type Block, type CountsBlock, type FindingBlock, type TableBlock } from "../src/present/block.js";
import { collect, releasedCopy } from "../src/report/collect.js";
import { released as releasedRow } from "./released-fixture.js";

const row: Released = releasedRow({ id: "size", key: "household|mean|size||by=|where=", estimate: 3.5 });
const labels: TableBlock["labels"] = {
  columns: {},
  values: {},
  source: { es: "Fuente" },
  universe: { es: "hogares" },
  indicators: {},
  synthetic: true,
};
const counts = (id: string, visited: number): CountsBlock => ({
  kind: "counts",
  id,
  title: { es: "Respuesta" },
  columns: [{ es: "Visitados" }],
  cells: [[visited]],
  source: { es: "Fuente" },
  synthetic: true,
});
const list: ReleasedFile = {
  estimates: [row],
  labels: { ...labels, universes: {} },
  counts: { response: counts("response", 100), shape: counts("shape", 90), answers: counts("answers", 80) },
};

function tableOf(rows: readonly Released[], id = "size"): TableBlock {
  return { kind: "table", id, title: { es: "¿Cuántas personas?" }, rows, labels };
}

function display(block: Block, extra: Record<string, unknown> = {}): Output {
  // a notebook is read from JSON, so what it holds is never the same object
  const data = { [BLOCK_MIME]: JSON.parse(JSON.stringify(block)) as unknown, "text/html": "<b>…</b>", ...extra };
  return { output_type: "display_data", data, metadata: {} };
}

function code(outputs: readonly Output[], tags: readonly string[] = []): Cell {
  return { cell_type: "code", id: "c", metadata: { tags }, source: "show(…)", execution_count: 1, outputs };
}

function prose(source: string, tags: readonly string[]): Cell {
  return { cell_type: "markdown", id: "p", metadata: { tags }, source };
}

function notebook(...cells: readonly Cell[]): Notebook {
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
}

function collected(...cells: readonly Cell[]): ReturnType<typeof collect> {
  return collect([{ file: "/datos/01-prueba.ipynb", notebook: notebook(...cells) }], list, ["es", "en"]);
}

/** The lines of the problems that a call is refused with. */
function refused(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof DataError) return error.lines("en");
    throw error;
  }
  return [];
}

describe("collect(notebooks, released, languages)", () => {
  it("takes prose, code and blocks in the order of the notebook, under the file's bare name", () => {
    const [chapter] = collected(prose("# Hola", ["es"]), prose("# Hello", ["en"]), code([display(tableOf([row]))]));
    expect(chapter).toEqual({
      notebook: "01-prueba.ipynb",
      items: [
        { kind: "markdown", language: "es", text: "# Hola" },
        { kind: "markdown", language: "en", text: "# Hello" },
        { kind: "code", source: "show(…)" },
        { kind: "block", block: tableOf([row]) },
      ],
    });
  });

  it("gives prose without a language to every reader, and prose in a language that the study does not have too", () => {
    const [chapter] = collected(prose("2022", []), prose("Xavér", ["tar"]));
    expect(chapter!.items.map((item) => item.kind === "markdown" && item.language)).toEqual([null, null]);
  });

  it("leaves a cell tagged remove-cell out, and of one tagged remove-input the code", () => {
    const [chapter] = collected(
      code([display(tableOf([row]))], ["remove-cell"]),
      code([display(tableOf([row], "b"))], ["remove-input"]),
    );
    expect(chapter!.items).toEqual([{ kind: "block", block: tableOf([row], "b") }]);
  });

  it("takes nothing that was only printed, and no raw cell", () => {
    const printed: Output = { output_type: "stream", name: "stdout", text: "614 555 0100" };
    const result: Output = {
      output_type: "execute_result",
      data: { "text/plain": "7" },
      metadata: {},
      execution_count: 1,
    };
    const raw: Cell = { cell_type: "raw", id: "r", metadata: {}, source: "crudo" };
    expect(collected(code([printed, result]), raw)[0]!.items).toEqual([{ kind: "code", source: "show(…)" }]);
  });

  it("refuses an exploratory row, naming notebook, cell and exhibit, in both languages", () => {
    const exploratory = { ...row, exploratory: true };
    const call = () => collected(prose("uno", []), code([display(tableOf([exploratory], "mine"))]));
    expect(refused(call)).toEqual([
      'cell 2 shows "mine" with numbers that the plan does not declare; add the indicator to the plan or take show out of the cell → 01-prueba.ipynb',
    ]);
    expect(call).toThrow(DataError);
  });

  it.each([
    ["its estimate", { estimate: 3.6 }],
    ["the last digit of its error", { se: 0.1 + Number.EPSILON }],
    ["its n", { n: 99 }],
    ["its label of precision", { precision: "low" as const }],
    ["the group that it is said to speak of", { by: { grupo: "con_dfi" } }],
  ])("refuses a released row of which someone changed %s", (_, change) => {
    expect(refused(() => collected(code([display(tableOf([{ ...row, ...change }]))])))).toHaveLength(1);
  });

  it("refuses a finding that rests on a row that was not released", () => {
    const finding: FindingBlock = {
      ...tableOf([{ ...row, estimate: 9 }], "claim"),
      kind: "finding",
      text: { es: "Son nueve" },
      held: true,
    };
    expect(refused(() => collected(code([display(finding)])))).toHaveLength(1);
  });

  it("takes the counts of the sample as they were made, and refuses them changed or invented", () => {
    const { response } = list.counts;
    expect(collected(code([display(response)]))[0]!.items).toHaveLength(2);
    expect(refused(() => collected(code([display({ ...response, cells: [[101]] })])))).toHaveLength(1);
    expect(
      refused(() => collected(code([display({ ...response, title: { es: "Otro título: 7 casos" } })]))),
    ).toHaveLength(1);
    expect(refused(() => collected(code([display(counts("phones", 5))])))).toHaveLength(1);
  });

  it("refuses an id that stands twice, and a row that was not released even in a cell that the reader never sees", () => {
    const hidden = code([display(tableOf([{ ...row, estimate: 1 }], "x"))], ["remove-cell"]);
    const call = () => collected(code([display(tableOf([row]))]), code([display(tableOf([row]))]), hidden);
    expect(refused(call)).toEqual([
      'cell 2 shows the id "size" again; every table, figure or finding needs its own → 01-prueba.ipynb',
      'cell 3 shows "x" with numbers that the plan does not declare; add the indicator to the plan or take show out of the cell → 01-prueba.ipynb',
    ]);
  });

  it("names all problems of all notebooks at once", () => {
    const bad = notebook(code([display(tableOf([{ ...row, n: 1 }]))]));
    const call = () =>
      collect(
        ["a", "b"].map((name) => ({ file: `${name}.ipynb`, notebook: bad })),
        list,
        ["es"],
      );
    expect(refused(call).map((text) => text.split("→ ")[1])).toEqual(["a.ipynb", "b.ipynb"]);
  });

  it("may show one id in two notebooks", () => {
    const good = notebook(code([display(tableOf([row]))]));
    expect(
      collect(
        ["a", "b"].map((file) => ({ file, notebook: good })),
        list,
        ["es"],
      ),
    ).toHaveLength(2);
  });
});

describe("releasedCopy(notebook, language)", () => {
  it("keeps what show displayed and drops prints, results and errors", () => {
    const error: Output = { output_type: "error", ename: "Error", evalue: "614 555 0100", traceback: ["…"] };
    const printed: Output = { output_type: "stream", name: "stderr", text: "614 555 0101" };
    const picture: Output = { output_type: "display_data", data: { "text/html": "614 555 0102" }, metadata: {} };
    const copy = releasedCopy(notebook(code([printed, display(tableOf([row])), picture, error])), "es");
    const [cell] = copy.cells;
    expect(cell!.cell_type === "code" && cell!.outputs).toHaveLength(1);
    expect(JSON.stringify(copy)).not.toContain("614 555");
  });

  it("draws the display anew from the block that was checked, whatever stood beside it", () => {
    const doctored = display(tableOf([row]), {
      "text/html": "<b>Ana, 614 555 0100</b>",
      "text/plain": "Ana",
      "image/png": "…",
    });
    const [cell] = releasedCopy(notebook(code([doctored])), "es").cells;
    const [output] = cell!.cell_type === "code" ? cell!.outputs : [];
    expect(output).toMatchObject({ output_type: "display_data", data: { [BLOCK_MIME]: tableOf([row]) } });
    expect(JSON.stringify(output)).not.toMatch(/Ana|image\/png/);
    expect(JSON.stringify(output)).toContain("3.5");
  });

  it("leaves prose, code and the notebook that it was given as they are", () => {
    const given = notebook(prose("# Hola", ["es"]), code([display(tableOf([row]))], ["remove-input"]));
    const before = JSON.stringify(given);
    const copy = releasedCopy(given, "es");
    expect(copy.cells[0]).toEqual(given.cells[0]);
    expect(copy.cells[1]).toMatchObject({ source: "show(…)", metadata: { tags: ["remove-input"] } });
    expect(JSON.stringify(given)).toBe(before);
  });
});
