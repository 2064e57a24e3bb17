import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { condition, numeric, variablesOf, wasAsked } from "../src/load/expression.js";
import { type Column, MISSING, type Table } from "../src/load/table.js";

const label = { es: "—" };
const { answered, notAsked, noAnswer, dontKnow } = MISSING;
const missing = Uint8Array.of(answered, answered, noAnswer, dontKnow);
const columns: Column[] = [
  { kind: "number", name: "age", label, missing, values: Float64Array.of(17, 18, Number.NaN, Number.NaN) },
  {
    kind: "code",
    name: "sex",
    label,
    missing: Uint8Array.of(answered, answered, answered, notAsked),
    codes: Int32Array.of(0, 1, 0, -1),
    levels: [
      { value: "woman", label },
      { value: "man", label },
    ],
  },
  {
    kind: "code",
    name: "code",
    label,
    missing: new Uint8Array(4),
    codes: Int32Array.of(0, 1, 0, 1),
    levels: [
      { value: "01", label },
      { value: "1", label },
    ],
  },
  {
    kind: "multiple",
    name: "causes",
    label,
    missing,
    chosen: [Uint8Array.of(1, 0, 0, 0), Uint8Array.of(1, 1, 0, 0)],
    levels: [
      { value: "fear", label },
      { value: "fear_crime", label },
    ],
  },
  {
    kind: "number",
    name: "day",
    label,
    missing: new Uint8Array(4),
    values: Float64Array.of(0, 18_992, 18_993, -1),
    isDate: true,
  },
];
const table: Table = {
  unit: "household",
  size: 4,
  columns: new Map(columns.map((column) => [column.name, column])),
  source: { file: "data.xlsx", rows: Int32Array.of(2, 3, 4, 5) },
};

/** Each worked out by hand: 17 woman, 18 man, blank woman, don't know and not asked. */
const cases: readonly (readonly [string, string, readonly number[]])[] = [
  ["a comparison with a missing answer is unknown", "$age >= 18", [0, 1, -1, -1]],
  ["false and unknown is false", "$age >= 18 and $sex = 'man'", [0, 1, 0, -1]],
  ["true or unknown is true", "$age >= 18 or $sex = 'woman'", [1, 1, 1, -1]],
  ["not of unknown is unknown", "not($age >= 18)", [1, 0, -1, -1]],
  ["a blank is asked for with '', and don't know is no blank", "$age = ''", [0, 0, 1, 0]],
  ["what is not blank is asked for likewise", "'' != $age", [1, 1, 0, 1]],
  ["a choice is told from one that begins alike", "selected($causes, 'fear')", [1, 0, -1, -1]],
  ["choices are counted", "count-selected($causes) = 2", [1, 0, -1, -1]],
  ["texts compare as texts", "$code = '1'", [0, 1, 0, 1]],
  ["a text that looks like a number compares with numbers", "$code = 1", [1, 1, 1, 1]],
  ["days compare by their ISO text", "$day >= '2021-12-31' and $day < '2022-01-01'", [0, 1, 0, 0]],
  ["and binds closer than or", "true() or false() and false()", [1, 1, 1, 1]],
  [
    "times binds closer than plus, and operators of a kind go from left to right",
    "2 + 3 * 4 - 1 - 1 = 12",
    [1, 1, 1, 1],
  ],
  ["division and remainder are words", "7 div 2 = 3.5 and 7 mod 4 = 3 and -7 mod 4 = -3", [1, 1, 1, 1]],
  ["a division by zero is unknown", "$age div 0 > 1", [-1, -1, -1, -1]],
  ["if chooses", "if($age >= 18, $sex = 'man', $sex = 'woman')", [1, 1, -1, -1]],
  ["coalesce gives the first answer", "coalesce($age, 18) = 18", [0, 1, 1, 1]],
];
const written = (text: string): string => text.replace(/\$(\w+)/g, "$${$1}");

describe("condition(expression, table)", () => {
  it.each(cases)("%s: %s", (_, text, expected) => {
    expect([...condition(written(text), table)]).toEqual(expected);
  });

  it("names every unknown column, with the nearest", () => {
    expect(() => condition(written("$agge > 1 and $sexo = 'x'"), table)).toThrow(
      'unknown column: "agge" (did you mean "age"?) → data.xlsx\nunknown column: "sexo" (did you mean "sex"?) → data.xlsx',
    );
  });

  it.each([
    ["1 +", "invalid expression: 1 + (character 4: ∅)"],
    ["(1", "invalid expression: (1 (character 3: ∅)"],
    ["1 = = 2", "invalid expression: 1 = = 2 (character 5: =)"],
    ["a", "unknown function: a (character 1; known: selected"],
    ["not(1, 2)", "invalid expression: not(1, 2) (character 1: not(2))"],
    ["1 # 2", "invalid expression: 1 # 2 (character 3: #)"],
    ["'open", "invalid expression: 'open (character 1: ')"],
  ])("names the position where it cannot read %s", (text, message) => {
    expect(() => condition(text, table)).toThrow(message);
  });

  it("is bounded in depth and length", () => {
    expect(() => condition(`${"(".repeat(5000)}1${")".repeat(5000)}`, table)).toThrow(DataError);
    expect(() => condition(`${"-".repeat(3000)}1`, table)).toThrow(DataError);
    expect(() => condition("1 + ".repeat(10_000), table)).toThrow(DataError);
    expect(condition(`${"1 + ".repeat(1500)}1 = 1501`, table)[0]).toBe(1);
  });

  it("throws nothing but a DataError, whatever it is given", () => {
    const word = fc.constantFrom(
      "(",
      ")",
      "and",
      "or",
      "not(",
      "1",
      "'a'",
      "=",
      "<",
      "-",
      "*",
      "div",
      ",",
      written("$age"),
      "selected(",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        try {
          condition(words.join(" "), table);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("numeric(expression, table)", () => {
  it("computes, and is NaN where an answer is missing or no number", () => {
    expect([...numeric(written("$age * 2 - 1"), table)]).toEqual([33, 35, Number.NaN, Number.NaN]);
    expect([...numeric(written("if($sex = 'woman', 1, 0)"), table)]).toEqual([1, 0, 1, Number.NaN]);
    expect([...numeric("1 div 0", table)]).toEqual(Array(4).fill(Number.NaN));
  });
});

describe("variablesOf(expression)", () => {
  it("names each variable once, in the order of the text", () => {
    expect(variablesOf(written("selected($b, 'x') and $a > 1 or $b = ''"))).toEqual(["b", "a"]);
  });
});

describe("wasAsked(relevant, size, values)", () => {
  // XPath: an empty text equals only an empty text, and is no number
  it.each([
    ["$a = 'x'", 0],
    ["$a != 'x'", 1],
    ["not(selected($a, 'x'))", 1],
    ["$a > 3", 0],
    ["$a < 3", 0],
    ["$b > 3 and $b = '5'", 1],
  ])("takes blanks as the form does: %s", (text, expected) => {
    const values = (name: string) => (): string => (name === "b" ? "5" : "");
    expect(wasAsked(written(text), 1, values)[0]).toBe(expected);
  });
});
