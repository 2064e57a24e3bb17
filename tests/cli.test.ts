import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellAddress } from "../src/load/workbook.js";
import type { Rows } from "./load-fixture.js";
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

// The command line itself, as a process of its own, on copies of the sample study with one small notebook.
let copy: Copy;
let survey: Buffer;
let plan: Buffer;
const begun: string[] = [];

beforeAll(() => {
  copy = copyOfSample();
  begun.push(dirname(copy.notebooks));
  oneNotebook(copy, [opens, shows]);
  survey = readFileSync(join(copy.study, "survey.xlsx"));
  plan = readFileSync(join(copy.study, "plan.xlsx"));
  const { status, stderr } = perfil(["report", "--study", copy.study]);
  expect(status, stderr).toBe(0);
});

afterAll(() => {
  for (const folder of begun) rmSync(folder, { recursive: true, force: true });
});

/** The report with the survey changed; the survey is put back. */
function withSurvey(change: (sheets: Record<string, Rows>) => Record<string, Rows | null>, language?: "es" | "en") {
  try {
    edit(join(copy.study, "survey.xlsx"), change);
    return refusedReport(language);
  } finally {
    writeFileSync(join(copy.study, "survey.xlsx"), survey);
  }
}

/** A report that must be refused: exit code 2, the last good outputs untouched, nothing on standard output. */
function refusedReport(language: "es" | "en" = "en"): string {
  const before = filesBelow(copy.outputs);
  const { status, stdout, stderr } = perfil(["report", "--study", copy.study], { language });
  expect(status, stderr).toBe(2);
  expect(stdout).toBe("");
  expect(filesBelow(copy.outputs)).toEqual(before);
  expect(stderr).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
  // the first line names the study
  return stderr.split("\n").slice(1).join("\n").trim();
}

describe("perfil --help, and words that it does not know", () => {
  it("lists every command with an example", () => {
    const { status, stdout } = perfil(["--help"]);
    expect(status).toBe(0);
    for (const command of ["report", "run", "estimate", "new", "verify"])
      expect(stdout.replace(/\s+/g, " ")).toMatch(new RegExp(` ${command} [^\\n]*e\\.g\\. perfil ${command}`));
  });

  it("is a committed executable that starts under plain Node", () => {
    const file = join(import.meta.dirname, "..", "src", "perfil.mjs");
    expect(existsSync(file)).toBe(true);
    expect(spawnSync(process.execPath, [file, "--help"], { encoding: "utf8" }).stdout).toContain("Usage: perfil");
  });

  it.each([["reprot"], ["report", "--studdy", "x"], ["estimate"], ["new", "x"]])(
    "exits 2 with a word of what is wrong: perfil %s %s",
    (...words) => {
      const { status, stdout, stderr } = perfil(words);
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^error: /);
    },
  );
});

describe("perfil estimate", () => {
  const oracle = join(import.meta.dirname, "oracle");

  it("answers a request as one JSON document on standard output", () => {
    const { request } = JSON.parse(readFileSync(join(oracle, "scd.json"), "utf8")) as { request: object };
    const folder = mkdtempSync(join(tmpdir(), "perfil petición "));
    begun.push(folder);
    writeFileSync(join(folder, "r.json"), JSON.stringify({ ...request, data: join(oracle, "scd.csv") }));
    const { status, stdout, stderr } = perfil(["estimate", join(folder, "r.json")]);
    expect(status, stderr).toBe(0);
    expect(stderr).toBe("");
    const answer = JSON.parse(stdout) as { estimates: { id: string; rows: object[] }[] };
    expect(answer.estimates.length).toBeGreaterThan(0);
    expect(answer.estimates[0]!.rows[0]).toHaveProperty("estimate");
  });

  it("refuses a request whole: nothing on standard output, every problem on standard error, exit 2", () => {
    const folder = mkdtempSync(join(tmpdir(), "perfil petición "));
    begun.push(folder);
    writeFileSync(join(folder, "d.csv"), "w,x,g\n1,2,a\n-3,4,a\n,5,b\n");
    const request = {
      data: "d.csv",
      design: { weights: "w" },
      estimates: [{ id: "e", statistic: "mean", variable: "x" }],
    };
    writeFileSync(join(folder, "r.json"), JSON.stringify(request));
    const { status, stdout, stderr } = perfil(["estimate", join(folder, "r.json")]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/invalid weight: -3.*d\.csv/);
    expect(stderr).toMatch(/missing weight.*d\.csv/);
  });

  it("says so when the request is not there or is no JSON", () => {
    const folder = begun[0]!;
    writeFileSync(join(folder, "r.json"), "{");
    for (const name of ["nada.json", "r.json"]) {
      const { status, stdout, stderr } = perfil(["estimate", join(folder, name)]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(name);
    }
  });
});

describe("perfil report, refused for its files", () => {
  it.each([
    ["en", "no study in"],
    ["es", "no hay estudio en"],
  ] as const)("says in one line that there is no study (%s)", (language, text) => {
    const { status, stderr } = perfil(["report", "--study", join(tmpdir(), "no hay nada aquí")], { language });
    expect(status).toBe(2);
    const [head, ...lines] = stderr.trim().split("\n");
    expect(head).toContain("no hay nada aquí");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(text);
  });

  it.each([
    ["is missing", null, /missing file|not found/],
    ["is empty", "", /empty/],
    ["is not a workbook", "folio,peso\n1,2\n", /not an? .*(?:workbook|xlsx)/],
    ["is a broken workbook", "PK\u0003\u0004 roto", /not an? .*(?:workbook|xlsx)/],
  ])("names the survey file when it %s, and then the plan's problem too", (_, content, message) => {
    const file = join(copy.study, "survey.xlsx");
    try {
      if (content === null) rmSync(file);
      else writeFileSync(file, content);
      rmSync(join(copy.study, "plan.xlsx"));
      const said = refusedReport();
      expect(said).toMatch(/^2 problems\n/);
      expect(said).toMatch(new RegExp(`${message.source}.*survey\\.xlsx|survey\\.xlsx.*${message.source}`));
      expect(said).toMatch(/plan\.xlsx/);
    } finally {
      writeFileSync(file, survey);
      writeFileSync(join(copy.study, "plan.xlsx"), plan);
    }
  });

  it("names the sheet that is not there, and those that are", () => {
    const said = withSurvey(() => ({ personas: null }));
    expect(said).toMatch(/personas/);
    expect(said).toMatch(/main/);
    expect(said).toMatch(/survey\.xlsx/);
  });

  it("names the sheet that has no rows", () => {
    expect(withSurvey(({ main }) => ({ main: main!.slice(0, 1) }))).toMatch(/no rows.*survey\.xlsx.*"main"/);
    expect(withSurvey(() => ({ main: [] }))).toMatch(/survey\.xlsx/);
  });

  it("names a column of the design that the survey does not have, with the nearest names", () => {
    const said = withSurvey(({ main }) => ({
      main: main!.map((cells, row) => (row > 0 ? cells : cells.map((cell) => (cell === "FACTOR" ? "FACTORES" : cell)))),
    }));
    expect(said).toMatch(/"FACTOR".*FACTORES/);
  });
});

describe("perfil report, refused for its weights", () => {
  it.each([
    [
      "en",
      "3 problems",
      "invalid weight: -3 ",
      'invalid weight: "doce" is not a number',
      "missing weight",
      'sheet "main", cell',
    ],
    ["es", "3 problemas", "inválido: -3 ", "«doce» no es un número", "falta el factor", 'hoja "main", celda'],
  ] as const)("negative, text and missing at once, each with its cell (%s)", (language, head, ...words) => {
    const cells: string[] = [];
    const said = withSurvey(({ main }) => {
      const column = main![0]!.indexOf("FACTOR");
      // rows that have a weight, counted as a spreadsheet does
      const weighed = main!.flatMap((row, index) => (Number(row[column]) > 0 ? [index + 1] : [])).slice(0, 3);
      cells.push(...weighed.map((row) => cellAddress(row - 1, column)));
      const [first, second, third] = weighed;
      return { main: withValues(main!, "FACTOR", { [first!]: -3, [second!]: "doce", [third!]: null }) };
    }, language);
    const [negative, text, missing, place] = words;
    const lines = said.split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(head);
    for (const [index, message] of [negative, text, missing].entries()) {
      expect(lines[index + 1]).toContain(message);
      expect(lines[index + 1]!.endsWith(`survey.xlsx, ${place} ${cells[index]}`)).toBe(true);
    }
  });

  it("zero in every record", () => {
    const said = withSurvey(({ main }) => {
      const column = main![0]!.indexOf("FACTOR");
      return {
        main: main!.map((cells, row) =>
          cells.map((cell, at) => (row > 0 && at === column && cell !== null ? 0 : cell)),
        ),
      };
    });
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toMatch(/^every weight of "FACTOR" is zero → .*survey\.xlsx, sheet "main"$/);
  });

  it("one household: says that one is too few, and nothing else", () => {
    const said = withSurvey(({ main, personas, eventos }) => {
      const index = main![0]!.indexOf("_index");
      const parent = personas![0]!.indexOf("_parent_index");
      const first = main![1]![index];
      return {
        main: main!.slice(0, 2),
        personas: personas!.filter((cells, row) => row === 0 || cells[parent] === first),
        eventos: eventos!.slice(0, 1),
      };
    });
    expect(said).toMatch(/^a single household is left to analyse.*survey\.xlsx/);
  });
});

describe("perfil report, refused for its plan", () => {
  it("an unknown column: the cell, and the nearest names, all rows at once", () => {
    try {
      edit(join(copy.study, "plan.xlsx"), (sheets) => ({
        plan: withValues(withValues(sheets.plan!, "question", { 2: "hogra" }), "by", { 4: "total; sexxo" }),
      }));
      const said = refusedReport();
      expect(said).toMatch(/^2 problems$/m);
      expect(said).toMatch(/unknown column: "hogra" \(hogar.*\) → plan\.xlsx, sheet "plan", cell C2$/m);
      expect(said).toMatch(/unknown column: "sexxo" \(sexo.*\) → plan\.xlsx, sheet "plan", cell E4$/m);
    } finally {
      writeFileSync(join(copy.study, "plan.xlsx"), plan);
    }
  });
});
