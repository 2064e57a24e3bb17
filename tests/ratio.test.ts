import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { ratio } from "../src/estimate/ratio.js";
import { total } from "../src/estimate/total.js";
import { tableOf } from "./table-fixture.js";

const cells = { size: [2, 4, 9, 5], rooms: [1, 2, 3, null], none: [0, 0, 0, 0], weight: [1, 2, 1, 1] };
const design = toDesign(tableOf(cells), { weights: "weight" });

describe("ratio(design, numerator, denominator)", () => {
  it("is one total over another among rows with both answers, with the error worked out by hand", () => {
    const [row] = ratio(design, "size", "rooms");
    // 19 / 8 = 2.375; residuals −0.375, 2·(−0.75), 1.875 and 0 for the row without rooms, over 8: 4/3 times the squares
    expect(row).toMatchObject({ variable: "size/rooms", estimate: 2.375, n: 3, nMissing: 1, weightMissing: 0.2 });
    expect(row!.se).toBeCloseTo(Math.sqrt((4 / 3) * (0.140625 + 2.25 + 3.515625)) / 8, 14);
  });

  it("on the log scale has the interval of its logarithm, taken back", () => {
    const [plain, log] = [ratio(design, "size", "rooms")[0]!, ratio(design, "size", "rooms", { scale: "log" })[0]!];
    expect([log.estimate, log.se, log.key]).toEqual([plain.estimate, plain.se, plain.key]);
    // 2.375 · e^±(t(2) · se / 2.375), t at 0.975 of two degrees of freedom
    const factor = Math.exp((4.302652729749462 * plain.se!) / 2.375);
    expect(log.ci![0]).toBeCloseTo(2.375 / factor, 12);
    expect(log.ci![1]).toBeCloseTo(2.375 * factor, 12);
  });

  it("has no value where the denominator adds up to nothing, and says so", () => {
    expect(ratio(design, "size", "none")[0]).toMatchObject({ estimate: null, se: null, reason: "denominator is zero" });
  });

  it("names both columns that are wrong", () => {
    expect(() => ratio(design, "sise", "romms")).toThrow(/"sise".*\n.*"romms"/);
  });
});

describe("total(design, column)", () => {
  it("is each answer times its weight, low by who did not answer, with the error worked out by hand", () => {
    const [row] = total(design, "rooms");
    // 1, 4, 3, 0 about 2: 4/3 · 10
    expect(row).toMatchObject({ estimate: 8, n: 3, nMissing: 1, weightMissing: 0.2 });
    expect(row!.se).toBeCloseTo(Math.sqrt(40 / 3), 14);
  });

  it("there is none of people who stand for nobody else", () => {
    const parts = [{ name: "big", where: { size: "9" }, kind: "nonprobability" }] as const;
    const [row] = total(toDesign(tableOf(cells), { weights: "weight", parts }), "rooms", { where: { size: "9" } });
    expect(row).toMatchObject({ estimate: null, n: 1, part: "big", reason: "not a probability sample" });
  });
});
