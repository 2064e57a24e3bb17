import { rmSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notebook } from "../src/notebook/notebook.js";
import { BLOCK_MIME } from "../src/present/block.js";
import { plotlySource } from "../src/report/plotly.js";
import type { Run } from "../src/report/run.js";
import { notebooksOf, runStudy } from "../src/report/run-study.js";
import { writeReport } from "../src/report/write-report.js";
import { PROJECT } from "../src/study/find-study.js";
import { readSettings } from "../src/study/read-settings.js";
import { type Copy, copyOfSample, filesBelow, perfil, sheetsOf } from "./study-fixture.js";

// The sample report, made for real: kernels, notebooks, files. It takes some seconds, once for the whole file.
let copy: Copy;
let files: ReadonlyMap<string, Buffer>;
/** what each file says, without the chart library, which is the same in every report */
let texts: ReadonlyMap<string, string>;

beforeAll(() => {
  copy = copyOfSample();
  const { status, stderr } = perfil(["report", "--study", copy.study], {
    env: { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
  });
  expect(status, stderr).toBe(0);
  files = filesBelow(copy.outputs);
  const library = plotlySource();
  texts = new Map([...files].map(([name, bytes]) => [name, bytes.toString("utf8").replace(library, "")]));
});

afterAll(() => rmSync(dirname(copy.notebooks), { recursive: true, force: true }));

function run(): Run {
  return JSON.parse(texts.get("run.json")!) as Run;
}

function released(): [string, Notebook][] {
  return [...texts]
    .filter(([name]) => name.endsWith(".ipynb"))
    .map(([name, text]) => [name, JSON.parse(text) as Notebook]);
}

function csv(): readonly Readonly<Record<string, string>>[] {
  const text = texts.get("estimates.csv")!.replace(/^\uFEFF/, "");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

describe("perfil report on the sample study", () => {
  it("writes both reports, the released notebooks, the estimates, the run and the manifest, and nothing else", () => {
    expect([...files.keys()]).toEqual([
      "estimates.csv",
      "manifest.json",
      "notebooks/01-data-and-sample.ipynb",
      "notebooks/02-who-is-displaced.ipynb",
      "notebooks/03-displacement.ipynb",
      "report.en.html",
      "report.es.html",
      "run.json",
    ]);
  });

  it("gives the same bytes from another folder, in another time zone and locale, manifest apart", () => {
    const other = copyOfSample();
    const env = { TZ: "America/Chihuahua", LC_ALL: "C", LANG: "C" };
    const { status, stderr } = perfil(["report"], { language: "es", cwd: other.study, env });
    expect(status, stderr).toBe(0);
    const again = filesBelow(other.outputs);
    rmSync(dirname(other.notebooks), { recursive: true, force: true });
    expect([...again.keys()]).toEqual([...files.keys()]);
    const differ = [...files].filter(([name, bytes]) => !bytes.equals(again.get(name)!)).map(([name]) => name);
    expect(differ.filter((name) => name !== "manifest.json")).toEqual([]);
  });

  it("gives the same bytes when the notebooks run in another order, from the source instead of the build", async () => {
    const notebooks = notebooksOf(copy.study, readSettings(copy.study));
    const study = await runStudy(copy.study, { notebooks: notebooks.toReversed() });
    const out = join(dirname(copy.notebooks), "otra salida");
    const executed = study.executed.toReversed();
    writeReport({ ...study, executed }, out);
    const again = filesBelow(out);
    const differ = [...files].filter(([name, bytes]) => !bytes.equals(again.get(name)!)).map(([name]) => name);
    expect(differ.filter((name) => name !== "manifest.json")).toEqual([]);
  });

  it("lists every other file in the manifest with the size it has", () => {
    const manifest = JSON.parse(texts.get("manifest.json")!) as { outputs: { file: string; bytes: number }[] };
    const listed = new Map(manifest.outputs.map(({ file, bytes }) => [file, bytes]));
    const others = [...files].filter(([name]) => name !== "manifest.json");
    expect(listed).toEqual(new Map(others.map(([name, bytes]) => [name, bytes.length])));
  });

  it("says in every file that the data are invented", () => {
    for (const name of ["report.es.html", "estimates.csv", ...released().map(([file]) => file)])
      expect(texts.get(name), name).toContain("DATOS SINTÉTICOS – DEMOSTRACIÓN");
    expect(texts.get("report.en.html")).toContain("SYNTHETIC DATA – DEMONSTRATION");
    expect(csv().every(({ mark }) => mark === "DATOS SINTÉTICOS – DEMOSTRACIÓN")).toBe(true);
    expect(run().synthetic).toBe(true);
  });

  it("says so in each output of the released notebooks, as page and as plain text", () => {
    for (const [name, { cells }] of released())
      for (const cell of cells)
        for (const output of cell.cell_type === "code" ? cell.outputs : [])
          for (const mime of ["text/html", "text/plain"]) {
            const shown = "data" in output ? String(output.data[mime]) : "";
            expect(shown, `${name} ${mime}`).toContain("DATOS SINTÉTICOS");
          }
  });

  it("writes of people in the field's words: nobody is a «desplazado»", () => {
    const spanish = [...texts].filter(([name]) => name !== "report.en.html" && name !== "manifest.json");
    for (const [name, text] of spanish) expect(text, name).not.toMatch(/\bdesplazados\b|\bIDPs?\b/);
  });

  it("has no picture from outside, no logo and no address to fetch from", () => {
    for (const name of ["report.es.html", "report.en.html"])
      expect(texts.get(name), name).not.toMatch(/<(?:img|link|iframe|object)\b|\bsrc="|url\(\s*["']?(?!data:)/i);
  });
});

describe("what never leaves the data folder", () => {
  /** whether a text stands in a file as a word of its own */
  function where(word: string): readonly string[] {
    const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    const whole = new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`);
    return [...texts].filter(([, text]) => whole.test(text)).map(([name]) => name);
  }

  it.each([
    ["main", "encuestador", 20],
    ["main", "nombre_albergue", 4],
    ["main", "desplazamiento/localidad_origen", 100],
    ["main", "desplazamiento/causa_otra", 1],
    ["main", "start", 1000],
    ["personas", "personas/telefono", 100],
  ])("no value of %s %s is in any file", (sheet, header, atLeast) => {
    const rows = sheetsOf(join(copy.study, "survey.xlsx"))[sheet]!;
    const column = rows[0]!.indexOf(header);
    const values = new Set(rows.slice(1).map((cells) => cells[column]));
    const words = [...values].filter((value) => value !== null && value !== undefined).map(String);
    // the test is worth something only while the data have such values
    expect(words.length).toBeGreaterThanOrEqual(atLeast);
    expect(words.filter((word) => where(word).length > 0)).toEqual([]);
  });

  it("no submission's identifier is in any file", () => {
    const all = new Set([...texts.values()].flatMap((text) => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/g) ?? []));
    const rows = sheetsOf(join(copy.study, "survey.xlsx")).main!;
    const column = rows[0]!.indexOf("_uuid");
    expect(rows.length).toBeGreaterThan(1600);
    expect(rows.slice(1).filter((cells) => all.has(String(cells[column])))).toEqual([]);
  });

  it("no path of the machine and nobody's name is in any file", () => {
    const places = [PROJECT, homedir(), tmpdir(), dirname(copy.notebooks), "perfil análisis", "node_modules"];
    const { username } = userInfo();
    for (const [name, text] of texts) {
      for (const place of places.filter((each) => each.length > 1))
        expect(text.includes(place), `${place} ${name}`).toBe(false);
      if (username.length > 4) expect(text.includes(username), name).toBe(false);
    }
  });

  it("the released notebooks hold what show displayed, and nothing that a cell printed", () => {
    for (const [name, { cells }] of released()) {
      const outputs = cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
      expect(outputs.length, name).toBeGreaterThan(0);
      for (const output of outputs) expect("data" in output && BLOCK_MIME in output.data, name).toBe(true);
    }
  });
});

describe("withheld estimates", () => {
  /** The names of the fields of a row that hold a number, those of the question apart. */
  function numbers(row: object): readonly string[] {
    const asked = ["confidence", "by", "where", "between"];
    return Object.entries(row)
      .filter(([name, value]) => !asked.includes(name) && /\d/.test(JSON.stringify(value)) && typeof value !== "string")
      .map(([name]) => name);
  }

  it("there are some in the sample, small groups and a sensitive variable", () => {
    const withheld = run().estimates.filter((row) => row.withheld);
    expect(withheld.some(({ id }) => id === "perpetrator")).toBe(true);
    expect(withheld.some(({ id }) => id === "displaced_again")).toBe(true);
  });

  it("have no number in run.json, in the list and in every block alike", () => {
    const shown = run().chapters.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "block" && "rows" in item.block ? item.block.rows : [])),
    );
    const withheld = [...run().estimates, ...shown].filter((row) => row.withheld);
    expect(withheld.flatMap(numbers)).toEqual([]);
  });

  it("have no number in estimates.csv: one flag, 1", () => {
    const asked = ["mark", "id", "key", "unit", "statistic", "variable", "level", "between", "by", "where", "part"];
    const withheld = csv().filter((row) => row.withheld === "1");
    expect(withheld.length).toBe(run().estimates.filter((row) => row.withheld).length);
    for (const row of withheld) {
      const filled = Object.entries(row).filter(([name, value]) => !asked.includes(name) && value !== "");
      expect(Object.fromEntries(filled), row.key).toEqual({ confidence: "0.9", withheld: "1" });
    }
  });

  it("have no number in the released notebooks' blocks and charts", () => {
    for (const [name, { cells }] of released())
      for (const output of cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []))) {
        const block = "data" in output ? (output.data[BLOCK_MIME] as { rows?: readonly { withheld: boolean }[] }) : {};
        for (const row of block.rows ?? []) if (row.withheld) expect(numbers(row), name).toEqual([]);
      }
  });

  it("of who caused the displacement nothing is known from any file: every row of it is withheld", () => {
    const rows = run().estimates.filter((row) => row.id === "perpetrator");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.withheld && row.estimate === null)).toBe(true);
    const counted = JSON.stringify(
      run().chapters.flatMap(({ items }) =>
        items.filter((item) => item.kind === "block" && item.block.kind === "counts"),
      ),
    );
    expect(counted).not.toMatch(/provocó|Who caused/);
  });
});
