import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { frameWeights } from "../src/design/frame-weights.js";
import type { DataError } from "../src/errors.js";
import { mean } from "../src/estimate/mean.js";
import { tableOf } from "./table-fixture.js";

const table = tableOf({ area: ["01", "01", "02", "02", "02"], y: [2, 4, 1, 1, 4] });
const totals = [
  { area: "01", total: 30 },
  { area: "02", total: 60 },
];

describe("frameWeights(table, frame)", () => {
  it("divides the frame by the sample, on paper, codes keeping their zeros", () => {
    const weighted = frameWeights(table, { by: ["area"], totals });
    const column = weighted.columns.get("frame_weight")!;
    expect(column.kind === "number" && [...column.values]).toEqual([15, 15, 20, 20, 20]);
    expect(column.rule!.en).toBe("population of the frame over rows of the sample, by area");
    // (30 · 3 + 60 · 2) / 90
    expect(mean(toDesign(weighted, { weights: "frame_weight", strata: ["area"] }), "y")[0]!.estimate).toBeCloseTo(
      7 / 3,
      14,
    );
  });

  it("refuses a frame smaller than the sample, and a stratum that it does not know", () => {
    const codes = (given: typeof totals): string[] => {
      try {
        frameWeights(table, { by: ["area"], totals: given });
      } catch (error) {
        return (error as DataError).problems.map(({ code, holes }) => `${code} ${String(holes.cell)}`);
      }
      return [];
    };
    expect(
      codes([
        { area: "01", total: 30 },
        { area: "02", total: 2 },
      ]),
    ).toEqual(["smallFrame area=02"]);
    expect(codes(totals.slice(0, 1))).toEqual(["cellWithoutTotal area=02"]);
  });
});
