import { describe, expect, it } from "vitest";
import { withMultiple } from "../src/estimate/select-multiple.js";
import type { Column } from "../src/load/table.js";
import { tableOf } from "./table-fixture.js";

/** A question that a column a choice holds: two choices, none chosen, not asked, one blank beside a 0, "none". */
const table = tableOf({
  "q/a": [1, 0, null, 0, 0],
  "q/b": [1, 0, null, null, 0],
  "q/none": [0, 0, null, 0, 1],
});
const column = (name: string): Column => withMultiple(table, name).columns.get(name)!;

describe("withMultiple(table, question)", () => {
  it("has in the base who chose something, as a study has: 0 in every column is no answer (2), blank not asked (1)", () => {
    expect([...column("q").missing]).toEqual([0, 2, 1, 2, 0]);
  });

  it("has none as a choice like any other, which is a 0 for all the others", () => {
    const q = column("q");
    expect(q.kind === "multiple" && q.levels.map(({ value }) => value)).toEqual(["a", "b", "none"]);
    expect(q.kind === "multiple" && q.chosen.map((flags) => flags[4])).toEqual([0, 0, 1]);
  });
});
