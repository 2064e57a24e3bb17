import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toLanguage } from "../src/load/language.js";
import { toType } from "../src/load/question-type.js";
import { readQuestionnaire } from "../src/load/questionnaire.js";
import { folder, form, workbook } from "./load-fixture.js";

describe("readQuestionnaire(file)", () => {
  const read = (sheets: typeof form) => readQuestionnaire(workbook(join(folder(), "form.xlsx"), sheets));

  it("gives every question its kind, its repeat, and the conditions of all its groups", () => {
    const { questions, repeats, languages } = read(form);
    expect(questions.map(({ name, kind, repeat }) => `${name} ${kind} ${repeat}`)).toEqual([
      "consent one null",
      "water one null",
      "causes multiple null",
      "rooms number null",
      "comment text null",
      "age number members",
      "works one members",
    ]);
    expect(questions[6]!.conditions).toHaveLength(2);
    expect(repeats.map(({ name, of }) => [name, of])).toEqual([["members", null]]);
    expect(languages).toEqual(["es", "en"]);
  });

  it("copes with junk and lists it: a sheet, a choice and a question twice, a missing list, ends that do not match", () => {
    const survey = [
      ["notes", "type", "name", "label", "relevant"],
      [null, "begin group", "a", null, null],
      ["x", "select_one lost", "q", `**Bold** \${x} <b>tag</b>`, null],
      [null, "select_multiple twice or_other", "m", "M", null],
      [null, "text", "q", null, null],
      [null, "telepathy", "t", null, null],
      [null, "end group", "b", null, null],
      [null, "end group", null, null, null],
    ];
    const choices = [
      ["list name", "name", "label"],
      ["twice", "1", "One"],
      ["twice", "1", "Uno"],
      ["twice", null, null],
    ];
    const read2 = read({ survey, choices, junk: [["x"]] });
    expect(read2.coped.map(({ code, place }) => `${code} ${place.sheet} ${place.row ?? ""}`)).toEqual([
      "sheetIgnored junk ",
      "choiceTwice choices 3",
      "choiceIncomplete choices 4",
      "listMissing survey 3",
      "questionTwice survey 5",
      "typeUnknown survey 6",
      "closedOther survey 7",
      "closedTwice survey 8",
    ]);
    expect(read2.questions.map(({ name }) => name)).toEqual(["q", "m", "m_other"]);
    expect(read2.questions[0]!.label).toEqual({ es: "Bold … tag" });
    expect(read2.questions[1]!.choices!.map(({ value }) => value)).toEqual(["1", "other"]);
  });
});

describe("toLanguage(text)", () => {
  it.each([
    ["Español (es)", "es"],
    ["English (en)", "en"],
    ["english", "en"],
    ["Français", "fr"],
    ["Rarámuri (tar)", "tar"],
    ["pt", "pt"],
  ])("%s", (text, code) => {
    expect(toLanguage(text)).toBe(code);
  });
});

describe("toType(text)", () => {
  it.each([
    ["select_one list", { kind: "one", list: "list", orOther: false }],
    ["select one from list", { kind: "one", list: "list", orOther: false }],
    ["select_multiple list or_other", { kind: "multiple", list: "list", orOther: true }],
    ["rank list", { kind: "rank", list: "list", orOther: false }],
    ["gps", { kind: "place", orOther: false }],
    ["Decimal", { kind: "number", orOther: false }],
    ["nonsense", null],
  ])("%s", (text, type) => {
    expect(toType(text)).toEqual(type);
  });
});
