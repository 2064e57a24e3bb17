import { describe, expect, it } from "vitest";
import { covariances } from "../src/estimate/covariance.js";
import { inverse, product, quadratic, times } from "../src/math/solve.js";

describe("inverse(matrix, size)", () => {
  it("of [[4, 2], [2, 3]] is [[3, −2], [−2, 4]] / 8, on paper", () => {
    const { values, dependent } = inverse(Float64Array.of(4, 2, 2, 3), 2);
    for (const [at, value] of [3 / 8, -2 / 8, -2 / 8, 4 / 8].entries()) expect(values[at]).toBeCloseTo(value, 15);
    expect(dependent).toEqual([false, false]);
  });

  it("times the matrix gives 1 on the diagonal, whatever the scales", () => {
    const matrix = Float64Array.of(1, 2020, 1e-4, 2020, 4_080_403, 0.2021, 1e-4, 0.2021, 3e-8);
    const one = product(matrix, inverse(matrix, 3).values, 3);
    for (const [at, value] of one.entries()) expect(value).toBeCloseTo(at % 4 === 0 ? 1 : 0, 4);
  });

  it("leaves out a row that those before it explain, and is the inverse of the rest", () => {
    // the third column is the first plus the second
    const { values, dependent } = inverse(Float64Array.of(1, 0, 1, 0, 4, 4, 1, 4, 5), 3);
    expect(dependent).toEqual([false, false, true]);
    expect(Array.from(values, (value) => value + 0)).toEqual([1, 0, 0, 0, 0.25, 0, 0, 0, 0]);
  });
});

describe("times and quadratic", () => {
  it("multiply as on paper", () => {
    expect([...times(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 10))]).toEqual([21, 43, 65]);
    expect(quadratic(Float64Array.of(2, 1, 1, 3), Float64Array.of(2, -1))).toBe(7);
  });
});

describe("covariances(size, varianceOf)", () => {
  it("finds the matrix whose quadratic form it is given, on scales far apart", () => {
    const matrix = Float64Array.of(4, 3e-6, 0, 3e-6, 9e-12, -1e-6, 0, -1e-6, 25);
    const found = covariances(3, (each) => quadratic(matrix, each));
    for (const [at, value] of matrix.entries()) expect(found[at]).toBeCloseTo(value, 15);
  });

  it("has no covariance with what does not vary", () => {
    expect([...covariances(2, ([, second]) => 4 * second! * second!)]).toEqual([0, 0, 0, 4]);
  });
});
