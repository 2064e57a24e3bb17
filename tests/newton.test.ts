import { describe, expect, it } from "vitest";
import { families } from "../src/estimate/family.js";
import { type FitData, newton } from "../src/estimate/newton.js";
import { sum } from "../src/math/sum.js";

/** Rows with a constant and two numbers, and a response made from them; no chance in it. */
function rowsOf(count: number, family: "binomial" | "poisson"): FitData {
  const part = (row: number, times: number): number => ((row * times) % 1009) / 1009;
  const matrix = Float64Array.from({ length: 3 * count }, (_, at) =>
    at % 3 === 0 ? 1 : part(Math.floor(at / 3), at % 3 === 1 ? 37 : 211),
  );
  const response = Float64Array.from({ length: count }, (_, row) => {
    const level = part(row, 37) - 0.5 * part(row, 211) + part(row, 613);
    return family === "binomial" ? Number(level > 0.6) : Math.floor(3 * Math.max(0, level));
  });
  const weights = Float64Array.from({ length: count }, (_, row) => 1 + (row % 7));
  return { rows: new Int32Array(count), matrix, width: 3, response, weights, family: families[family] };
}

describe("newton(data)", () => {
  it.each(["binomial", "poisson"] as const)("solves the likelihood equations: %s", (name) => {
    const data = rowsOf(500, name);
    const { coefficients, isSettled } = newton(data);
    const left = Float64Array.from(data.response, (y, row) => {
      const x = data.matrix.subarray(3 * row, 3 * row + 3);
      return data.weights[row]! * (y - data.family.mean(sum(x.map((value, at) => value * coefficients[at]!))));
    });
    expect(isSettled).toBe(true);
    for (const at of [0, 1, 2])
      expect(sum(left.map((each, row) => each * data.matrix[3 * row + at]!))).toBeCloseTo(0, 9);
  });

  it("finds the same whether it starts near by, as with many rows, or from anywhere", () => {
    const data = rowsOf(60_000, "binomial");
    const near = newton(data);
    const far = newton(data, Float64Array.of(0, 0, 0));
    for (const at of [0, 1, 2]) expect(near.coefficients[at]).toBeCloseTo(far.coefficients[at]!, 12);
  });
});
