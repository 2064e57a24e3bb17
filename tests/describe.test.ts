import { expect, describe as group, it } from "vitest";
import { describe } from "../src/check/describe.js";
import { loadStudy } from "../src/load/answers.js";
import { settings, study } from "./load-fixture.js";

group("describe(table, column)", () => {
  const person = loadStudy(settings, study()).tables.get("person")!;

  // R: quantile(c(7, 30, 40, 98)), mean(c(7, 30, 40, 98))
  it("gives quartiles and mean of numbers: of 7, 30, 40, 98 as R gives them", () => {
    expect(describe(person, "age")).toMatchObject({
      rows: { answered: 4, notAsked: 0, noAnswer: 0, dontKnow: 0, refused: 0 },
      numbers: { min: 7, lower: 24.25, median: 35, upper: 54.5, max: 98, mean: 43.75 },
      levels: null,
    });
  });

  it("counts levels and each kind of missing", () => {
    const { rows, levels, numbers } = describe(person, "works");
    expect(rows).toEqual({ answered: 1, notAsked: 1, noAnswer: 1, dontKnow: 1, refused: 0 });
    expect(levels!.map(({ value, count }) => [value, count])).toEqual([
      ["si", 1],
      ["no", 0],
    ]);
    expect(numbers).toBeNull();
  });

  it("counts the choices of a question of several", () => {
    expect(describe(person, "causes").levels!.map(({ count }) => count)).toEqual([2, 2]);
  });

  it("refuses a column that is not there", () => {
    expect(() => describe(person, "agge")).toThrow('unknown column: "agge"');
  });
});
