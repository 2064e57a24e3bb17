import { describe, expect, it } from "vitest";
import { merge, toDataFrame } from "../src/dataframe.js";
import { toDesign } from "../src/design/design.js";
import { mean } from "../src/estimate/mean.js";
import type { MultipleColumn } from "../src/load/table.js";
import { tableOf, withColumn } from "./table-fixture.js";

const several: MultipleColumn = {
  kind: "multiple",
  name: "causes",
  label: { es: "Causas" },
  missing: Uint8Array.of(0, 0, 1),
  chosen: [Uint8Array.of(1, 0, 0)],
  levels: [{ value: "fear", label: { es: "Miedo" } }],
};
const table = withColumn(tableOf({ size: [0.1234567890123, null, 5], town: ["01", "1", null] }), several);

describe("toDataFrame(table)", () => {
  it("has a column for each, numbers with all their digits, codes as text, a choice as 1 and 0", () => {
    const frame = toDataFrame(table);
    expect(frame.columns).toEqual(["size", "town", "causes/fear"]);
    expect(frame.dtypes).toEqual(["float32", "string", "float32"]);
    expect(frame.values).toEqual([
      [0.1234567890123, "01", 1],
      [Number.NaN, "1", 0],
      [5, null, Number.NaN],
    ]);
  });

  it("is what danfojs takes for missing: its mean is of those who answered", () => {
    // (0.1234567890123 + 5) / 2
    expect(toDataFrame(table).column("size").mean()).toBeCloseTo(2.56172839450615, 12);
  });

  it("refuses an empty list", () => {
    expect(() => toDataFrame([])).toThrow("at least one row");
  });
});

describe("toDataFrame(estimates)", () => {
  it("has groups and limits in columns of their own, and null where there is no number", () => {
    const cells = { y: [1, 3, 9], g: ["a", "a", "b"], psu: ["p", "q", "q"] };
    const frame = toDataFrame(mean(toDesign(tableOf(cells), { clusters: ["psu"] }), "y", { by: ["g"] }));
    const columns = ["g", "n", "estimate", "se", "low", "reason"];
    expect(frame.loc({ columns }).values).toEqual([
      // p −½, q ½: twice a half; t(1) at 0.975 is 12.706204736174694
      ["a", 2, 2, 1, 2 - 12.706204736174694, "weights sum to no more than n"],
      ["b", 1, 9, null, null, "no degrees of freedom"],
    ]);
  });
});

describe("merge({ left, right, on, how })", () => {
  it("has a row for each pair that agrees, and for those of the left alone only when asked", () => {
    const left = toDataFrame(tableOf({ town: ["a", "b", "c"], size: [1, 2, 3] }));
    const right = toDataFrame(tableOf({ town: ["a", "b"], rooms: [5, 6] }));
    expect(merge({ left, right, on: ["town"] }).values).toEqual([
      ["a", 1, 5],
      ["b", 2, 6],
    ]);
    expect(merge({ left, right, on: ["town"], how: "left" }).shape).toEqual([3, 3]);
  });
});
