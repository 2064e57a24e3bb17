import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Copy,
  copyOfSample,
  edit,
  filesBelow,
  oneNotebook,
  opens,
  perfil,
  shows,
  withValues,
} from "./study-fixture.js";

// The command line as a process of its own, from where the notebooks run: what stops a report, and what a rerun finds.
let copy: Copy;

beforeAll(() => {
  copy = copyOfSample();
  oneNotebook(copy, [opens, shows]);
  const { status, stderr } = perfil(["report", "--study", copy.study]);
  expect(status, stderr).toBe(0);
});

afterAll(() => rmSync(dirname(copy.notebooks), { recursive: true, force: true }));

/** A report that must be refused: exit code 2, the last good outputs untouched, nothing on standard output. */
function refusedReport(): string {
  const before = filesBelow(copy.outputs);
  const { status, stdout, stderr } = perfil(["report", "--study", copy.study]);
  expect(status, stderr).toBe(2);
  expect(stdout).toBe("");
  expect(filesBelow(copy.outputs)).toEqual(before);
  expect(stderr).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
  // the first line names the study
  return stderr.split("\n").slice(1).join("\n").trim();
}

describe("perfil report, stopped in a notebook", () => {
  it.each(["en", "es"] as const)(
    "a failing cell: exit 1, notebook, cell, line and message; the last report stays (%s)",
    (language) => {
      oneNotebook(copy, [opens, "# Prosa", shows, "const a = 1;\nnull.falta;\nconst b = 2;", "show([])"]);
      const before = filesBelow(copy.outputs);
      const { status, stdout, stderr } = perfil(["report", "--study", copy.study], { language });
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toContain("01-prueba.ipynb");
      expect(stderr).toMatch(language === "en" ? /cell 4, line 2/ : /celda 4, línea 2/);
      expect(stderr).toContain("null.falta");
      expect(stderr).toContain(
        language === "en" ? "last good report was not touched" : "último informe bueno no se tocó",
      );
      expect(filesBelow(copy.outputs)).toEqual(before);
    },
  );

  it("an exploratory estimate that is shown: exit 2, notebook, cell and exhibit; outputs untouched", () => {
    const cell = 'show(table(mean(study.households, "cuartos"), { id: "rooms", title: { es: "¿Cuántos cuartos?" } }));';
    oneNotebook(copy, [opens, shows, cell]);
    const said = refusedReport();
    expect(said).toMatch(/cell 3 shows "rooms" with numbers that the plan does not declare.*→ 01-prueba\.ipynb$/m);
  });

  it("keeps what the cells printed in the confidential copy, also of the run that was refused", () => {
    oneNotebook(copy, [opens, 'console.log("voz baja");', shows]);
    const { status, stderr } = perfil(["run", "--study", copy.study]);
    expect(status, stderr).toBe(0);
    const kept = readFileSync(join(copy.study, "confidential", "notebooks", "01-prueba.ipynb"), "utf8");
    expect(kept).toContain("voz baja\\n");
    for (const [name, bytes] of filesBelow(copy.outputs)) expect(bytes.includes("voz baja\\n"), name).toBe(false);
    // the list handed to the kernels is gone
    expect(readdirSync(join(copy.study, "confidential"))).toEqual(["notebooks"]);
  });

  it("says so when a study has no notebooks", () => {
    rmSync(copy.notebooks, { recursive: true });
    expect(refusedReport()).toMatch(/no notebooks \(\.ipynb\) in .*notebooks/);
    oneNotebook(copy, [opens, shows]);
  });

  it("says so when the outputs folder is a file, before anything runs", () => {
    const out = join(dirname(copy.notebooks), "salida");
    writeFileSync(out, "mía");
    const { status, stdout, stderr } = perfil(["report", "--study", copy.study, "--out", out]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("the outputs folder is a file");
    expect(stderr).not.toContain("01-prueba.ipynb");
    expect(readFileSync(out, "utf8")).toBe("mía");
  });
});

describe("perfil verify", () => {
  it("without reviewed results: exit 2 and where they should be", () => {
    const { status, stdout, stderr } = perfil(["verify", "--study", copy.study]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("no reference results");
    expect(stderr).toContain(join("outputs", "reference", "estimates.csv"));
  });

  it("against itself: exit 0, every row the same, and the reference only read", () => {
    const reference = join(copy.outputs, "reference");
    mkdirSync(reference);
    writeFileSync(join(reference, "estimates.csv"), readFileSync(join(copy.outputs, "estimates.csv")));
    const before = filesBelow(copy.outputs);
    const { status, stdout, stderr } = perfil(["verify", "--study", copy.study]);
    expect(status, stderr).toBe(0);
    expect(stdout.trim()).toMatch(/^same [1-9]\d+ · moved 0 · new 0 · gone 0$/);
    expect(filesBelow(copy.outputs)).toEqual(before);
  });

  it("after one weight changed: exit 1, the rows that moved with their standard errors (es)", () => {
    const survey = readFileSync(join(copy.study, "survey.xlsx"));
    try {
      edit(join(copy.study, "survey.xlsx"), ({ main }) => {
        const column = main![0]!.indexOf("FACTOR");
        const weighed = main!.findIndex((row) => Number(row[column]) > 0) + 1;
        return { main: withValues(main!, "FACTOR", { [weighed]: 4000 }) };
      });
      const { status, stdout } = perfil(["verify", "--study", copy.study, "--against", copy.outputs], {
        language: "es",
      });
      expect(status).toBe(1);
      expect(stdout).toMatch(/^igual \d+ · cambió [1-9]\d* · nueva 0 · desapareció 0$/m);
      expect(stdout).toMatch(/cambió {2}household\|total\|hogar\|\|by=\|where=: [\d.]+ → [\d.]+ \(\d+\.\d\d EE\) \[/);
    } finally {
      writeFileSync(join(copy.study, "survey.xlsx"), survey);
    }
  });
});

describe("perfil in a folder", () => {
  it("finds the study above the working directory, also where nothing is named", () => {
    const inner = join(copy.study, "workshop", "más adentro");
    mkdirSync(inner, { recursive: true });
    const { stderr } = perfil(["verify", "--against", inner], { cwd: inner });
    expect(stderr).toContain(join(inner, "estimates.csv"));
  });
});
