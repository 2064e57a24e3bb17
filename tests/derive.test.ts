import { describe, expect, it } from "vitest";
import { derive } from "../src/derive/derive.js";
import { deriveAll } from "../src/derive/derive-all.js";
import { DataError } from "../src/errors.js";
import { type Column, MISSING, type Table } from "../src/load/table.js";
import type { DerivedSettings, Settings } from "../src/study/settings.js";
import { settings as base } from "./load-fixture.js";
import { tableOf, withColumn } from "./table-fixture.js";

const { answered, notAsked, noAnswer, dontKnow, refused } = MISSING;
const label = { es: "—" };

/** A question of yes and no, one letter a row: y, n; `-` not asked, `.` no answer, `?` don't know, `!` refused. */
function question(name: string, answers: string): Column {
  const kinds: Readonly<Record<string, number>> = { "-": notAsked, ".": noAnswer, "?": dontKnow, "!": refused };
  return {
    kind: "code",
    name,
    label,
    missing: Uint8Array.from(answers, (letter) => kinds[letter] ?? answered),
    codes: Int32Array.from(answers, (letter) => ["y", "n"].indexOf(letter)),
    levels: [
      { value: "si", label },
      { value: "no", label },
    ],
  };
}

/** A column in the letters of `question`, or its numbers. */
function told(table: Table, name: string): string | readonly number[] {
  const column = table.columns.get(name)!;
  if (column.kind === "number") return [...column.values];
  if (column.kind !== "code") throw new Error(column.kind);
  return Array.from(column.missing, (kind, row) =>
    kind === answered ? column.levels[column.codes[row]!]!.value[0]! : "A-.?!"[kind]!,
  ).join("");
}

const rule = (when: string, other = "1 = 1"): Pick<DerivedSettings, "label" | "levels"> => ({
  label,
  levels: [
    { value: "yes", label, when },
    { value: "no", label, when: other },
  ],
});

describe("derive(table, name, { levels })", () => {
  const table = withColumn(tableOf({ age: [3, 17, 18, null, 64] }), question("a", "yn?-!"));

  it("gives the first level whose condition holds, in the order of the rule", () => {
    const bands = {
      label,
      levels: [
        { value: "child", label, when: `\${age} < 18` },
        { value: "grown", label, when: `\${age} < 65` },
      ],
    };
    expect(told(derive(table, "band", bands), "band")).toBe("ccg.g");
  });

  it("leaves a row missing as the answer it rests on is: not asked stays not asked", () => {
    expect(told(derive(table, "x", rule(`\${a} = 'si'`, `\${a} = 'no'`)), "x")).toBe("yn?-!");
  });

  it("does not go on to a later level while an earlier one cannot be told", () => {
    expect(told(derive(table, "x", rule(`\${a} = 'si'`)), "x")).toBe("yn?-!");
  });

  it("knows no answer where no level holds and nothing is missing", () => {
    const only = { label, levels: [{ value: "yes", label, when: `\${age} > 100` }] };
    expect(told(derive(tableOf({ age: [1, 101] }), "x", only), "x")).toBe(".y");
  });

  it("has levels that nobody is in too, and its rule on record", () => {
    const made = derive(table, "x", rule(`\${age} > 1000`)).columns.get("x")!;
    expect(made).toMatchObject({ kind: "code", choices: true, rule: { es: `\${age} > 1000; 1 = 1` } });
    expect(made.kind === "code" && made.levels.map(({ value }) => value)).toEqual(["yes", "no"]);
  });

  it("leaves the table that it was given as it was", () => {
    const names = [...table.columns.keys()];
    derive(table, "x", rule(`\${age} > 1`));
    expect([...table.columns.keys()]).toEqual(names);
  });
});

describe("conditions of three values, by Kleene's tables", () => {
  // a and b run through all nine pairs of yes, no and don't know
  const table = withColumn(
    withColumn(tableOf({ n: [..."123456789"] }), question("a", "yyynnn???")),
    question("b", "yn?yn?yn?"),
  );

  it.each([
    [`\${a} = 'si' and \${b} = 'si'`, "yn?nnn?n?"],
    [`\${a} = 'si' or \${b} = 'si'`, "yyyyn?y??"],
    [`not(\${a} = 'si')`, "nnnyyy???"],
  ])("%s", (when, expected) => {
    expect(told(derive(table, "x", rule(when)), "x")).toBe(expected);
  });

  it("a comparison with a blank is always known: don't know and refused are answers", () => {
    const all = withColumn(tableOf({ n: [1, 2, 3, 4, 5, 6] }), question("a", "yn?!-."));
    expect(told(derive(all, "x", rule(`\${a} = ''`)), "x")).toBe("nnnnyy");
  });

  it("is missing as the first of its variables that is, in the order of the rule", () => {
    const mixed = withColumn(withColumn(tableOf({ n: [1, 2, 3] }), question("a", "?-y")), question("b", "-?!"));
    expect(told(derive(mixed, "x", rule(`\${a} = 'si' and \${b} = 'si'`)), "x")).toBe("?-!");
  });
});

describe("derive(table, name, { number })", () => {
  const table = withColumn(tableOf({ size: [4, 3, null, 6], rooms: [2, 0, 1, 4] }), question("a", "y?-n"));

  it("computes row by row; what cannot be computed is missing, never infinite", () => {
    const made = derive(table, "x", { label, number: `\${size} div \${rooms}` });
    expect(told(made, "x")).toEqual([2, Number.NaN, Number.NaN, 1.5]);
    expect([...made.columns.get("x")!.missing]).toEqual([answered, noAnswer, noAnswer, answered]);
  });

  it("gives the same number to everyone where the rule is a number: what a total of rows adds up", () => {
    expect(told(derive(table, "x", { label, number: "1" }), "x")).toEqual([1, 1, 1, 1]);
  });

  it("carries why it is missing", () => {
    const asked = withColumn(table, {
      kind: "number",
      name: "income",
      label,
      missing: Uint8Array.of(answered, dontKnow, notAsked, refused),
      values: Float64Array.of(10, Number.NaN, Number.NaN, Number.NaN),
    });
    const made = derive(asked, "x", { label, number: `\${income} div \${size}` });
    expect([...made.columns.get("x")!.missing]).toEqual([answered, dontKnow, notAsked, refused]);
  });
});

describe("derive(table, name, { members })", () => {
  // Six households: all yes; yes and don't know; no and don't know; all no; nobody was asked; nobody is in it.
  const households = tableOf({ id: ["a", "b", "c", "d", "e", "f"] });
  const inside = (answers: string, household: readonly number[]): Table =>
    withColumn(
      tableOf(
        { id: household.map(String) },
        { unit: "person", household: Int32Array.from(household), parent: Int32Array.from(household) },
      ),
      question("a", answers),
    );
  const persons = inside("yyy?n?nn--", [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  const made = (how: "any" | "all" | "count" | "share"): Table =>
    derive(households, "x", { label, members: { unit: "person", how, when: `\${a} = 'si'` } }, persons);

  it("any: yes as soon as one is, no only when every one is told", () => {
    expect(told(made("any"), "x")).toBe("ss?n-.");
  });

  it("all: no as soon as one is not, yes only when every one is told", () => {
    expect(told(made("all"), "x")).toBe("s?nn-.");
  });

  it("count: needs every member told; nobody is nobody", () => {
    expect(told(made("count"), "x")).toEqual([2, Number.NaN, Number.NaN, 0, Number.NaN, 0]);
    expect([...made("count").columns.get("x")!.missing]).toEqual([
      answered,
      dontKnow,
      dontKnow,
      answered,
      notAsked,
      answered,
    ]);
  });

  it("share: of nobody there is none", () => {
    expect(told(made("share"), "x")).toEqual([1, Number.NaN, Number.NaN, 0, Number.NaN, Number.NaN]);
    expect(made("share").columns.get("x")!.missing[5]).toBe(noAnswer);
  });

  it("does not depend on the order of the persons", () => {
    const mixed = inside("-?yn-ynny?", [4, 1, 0, 3, 4, 1, 2, 3, 0, 2]);
    const other = derive(
      households,
      "x",
      { label, members: { unit: "person", how: "any", when: `\${a} = 'si'` } },
      mixed,
    );
    expect(told(other, "x")).toBe(told(made("any"), "x"));
  });
});

describe("deriveAll(tables, settings)", () => {
  const household = withColumn(tableOf({ size: [2, 1] }), question("a", "y?"));
  const parent = Int32Array.of(0, 0, 1);
  const person = tableOf({ age: [30, 4, 50] }, { unit: "person", household: parent, parent });
  const tables = new Map([
    ["household", household],
    ["person", person],
  ]);
  const all = (...derived: DerivedSettings[]): ReadonlyMap<string, Table> =>
    deriveAll(tables, { ...base, derive: derived } satisfies Settings);
  const adults: DerivedSettings = {
    unit: "household",
    name: "adults",
    label,
    members: { unit: "person", how: "count", when: `\${age} >= 18` },
  };
  const ratio: DerivedSettings = { unit: "household", name: "ratio", label, number: `\${adults} div \${size}` };

  it("lets one rest on another, and hands a household's value down to its persons with why it is missing", () => {
    const made = all(adults, ratio, { unit: "household", name: "x", ...rule(`\${a} = 'si'`) });
    expect(told(made.get("household")!, "ratio")).toEqual([0.5, 1]);
    expect(told(made.get("person")!, "adults")).toEqual([1, 1, 1]);
    expect(told(made.get("person")!, "x")).toBe("yy?");
  });

  it("lets a person's rule use what was handed down", () => {
    const made = all(adults, { unit: "person", name: "lone", ...rule(`\${adults} = 1 and \${age} >= 18`) });
    expect(told(made.get("person")!, "lone")).toBe("yny");
  });

  it("names every wrong rule at once with its path, and not what only rests on one", () => {
    const wrong: readonly DerivedSettings[] = [
      { unit: "household", name: "size", label, number: "1" },
      { ...adults, members: { unit: "person", how: "any", when: `\${agee} >= 18` } },
      ratio,
      { unit: "person", name: "y", ...rule(`\${age} >`, `\${zzzzzzz} = 1`) },
    ];
    try {
      all(...wrong);
      expect.unreachable();
    } catch (error) {
      expect((error as DataError).lines("en")).toEqual([
        'there is a column "size" already; give the derived column another name → study.json, at derive.0.name',
        'unknown column: "agee" (did you mean "age"?) → study.json, at derive.1.members.when',
        expect.stringMatching(/→ study\.json, at derive\.3\.levels\.0\.when$/),
        'unknown column: "zzzzzzz" → study.json, at derive.3.levels.1.when',
      ]);
      expect(error).toBeInstanceOf(DataError);
    }
  });
});
