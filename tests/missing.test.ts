import { describe, expect, it } from "vitest";
import { missingChoices, missingNumbers } from "../src/load/missing.js";
import type { Level } from "../src/load/table.js";

const none = { dontKnow: [], refused: [] };
const choices = (list: Readonly<Record<string, string>>): readonly Level[] =>
  Object.entries(list).map(([value, label]) => ({ value, label: { en: label } }));
const codes = (list: readonly Level[], declared = none as Parameters<typeof missingChoices>[1]) =>
  Object.fromEntries(missingChoices(list, declared).codes);
const notes = (list: readonly Level[], declared = none as Parameters<typeof missingChoices>[1]) =>
  missingChoices(list, declared).notes.map(({ code, value }) => `${code} ${value}`);

describe("missingChoices(choices, declared), guessing", () => {
  it("takes don't know (3) and refused (4) where code and label both say so, and notes each", () => {
    const list = choices({ yes: "Yes", dnk: "Don’t know", "99": "Prefer not to answer", no_sabe: "No sabe" });
    expect(codes(list)).toEqual({ dnk: 3, "99": 4, no_sabe: 3 });
    expect(notes(list)).toEqual(["guessedRefused 99", "guessedDontKnow dnk", "guessedDontKnow no_sabe"]);
  });

  it("leaves choices whose code only looks like one", () => {
    const list = choices({ ns: "North south", nr: "No refugiado", dk: "Denmark", "98": "Hidalgo", "-1": "Below" });
    expect(codes(list)).toEqual({});
    expect(notes(list)).toEqual([]);
  });

  it("leaves the fate of an application among the answers, and asks", () => {
    const list = choices({ granted: "Granted", refused: "Refused", pending: "Pending" });
    expect(codes(list)).toEqual({});
    expect(notes(list)).toEqual(["perhapsMissing refused"]);
  });

  it("leaves an answer that says no about knowing: can you read, no sabe", () => {
    const list: readonly Level[] = [
      { value: "si", label: { es: "Sabe" } },
      { value: "no", label: { es: "No sabe" } },
    ];
    expect(codes(list)).toEqual({});
    expect(notes(list)).toEqual(["perhapsMissing no"]);
    expect(codes(choices({ "98": "No sabe leer" }))).toEqual({});
  });

  it("asks one language only, and takes don't know where translations disagree", () => {
    const french = { en: "Don´t know", fr: "Préfère ne pas répondre" };
    expect(codes([{ value: "dnk", label: french }])).toEqual({ dnk: 3 });
    expect(codes([{ value: "pnta", label: { en: "Prefer no to answer", es: "?" } }])).toEqual({ pnta: 4 });
  });
});

describe("missingChoices(choices, declared), declared", () => {
  const declared = { dontKnow: ["98"], refused: ["99", "refused"] };

  it("takes a declared code by the kind declared, whatever words say that there is no answer", () => {
    const list = choices({ "98": "NS/NR", "99": "Sin respuesta", refused: "Refused" });
    expect(codes(list, declared)).toEqual({ "98": 3, "99": 4, refused: 4 });
    expect(notes(list, declared)).toEqual([]);
  });

  it("takes a declared code whose choice has no label, or the code for one", () => {
    expect(codes(choices({ "98": "98", "99": " " }), declared)).toEqual({ "98": 3, "99": 4 });
  });

  it("leaves a municipality that has the number of a declared code, and notes it", () => {
    const list = choices({ "97": "Guerrero", "98": "Hidalgo", "99": "Jalisco" });
    expect(codes(list, declared)).toEqual({});
    expect(notes(list, declared)).toEqual(["declaredKept 98", "declaredKept 99"]);
  });
});

describe("missingNumbers(constraint, declared)", () => {
  const declared = { dontKnow: ["-999", "98"], refused: ["99"] };
  const found = (constraint: string) => [...missingNumbers(constraint, declared)];

  it.each([
    ["", "a negative code without a constraint", [[-999, 3]]],
    [". >= 0", "a negative code that the constraint forbids", [[-999, 3]]],
    [
      ". > 0 or . = 99",
      "a code that the constraint names",
      [
        [-999, 3],
        [99, 4],
      ],
    ],
    [
      ". >= 0 and . <= 95",
      "codes above the largest answer",
      [
        [-999, 3],
        [98, 3],
        [99, 4],
      ],
    ],
    [".>=0 and .<120", "no age", [[-999, 3]]],
    [`. <= ${"$"}{hh_size}`, "nothing that hangs on another answer", [[-999, 3]]],
    ["regex(., '^[0-9]+$')", "nothing that cannot be read", [[-999, 3]]],
  ] as const)("%s: %s", (constraint, _, codesFound) => {
    expect(found(constraint)).toEqual(codesFound);
  });
});
