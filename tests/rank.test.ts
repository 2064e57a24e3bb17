import { describe, expect, it } from "vitest";
import { rank } from "../src/math/rank.js";

const rows = (...list: readonly number[][]): Float64Array[] => list.map((row) => Float64Array.from(row));

describe("rank(rows)", () => {
  it("counts the rows that are not made of others", () => {
    expect(rank(rows([1, 2, 3], [2, 4, 6], [1, 0, 0], [0, 2, 3]))).toBe(2);
    expect(rank(rows([1, 0, 0], [0, 0, 0], [0, 5, 0], [1, 1, 1]))).toBe(3);
    expect(rank([])).toBe(0);
  });

  it("takes what rounding leaves for nothing, whatever the scale", () => {
    const third = rows([1 / 3, 0.1, 0.7], [1, 2, 3]);
    const sum = third[0]!.map((value, at) => 1e9 * (value + third[1]![at]!));
    expect(rank([...third, sum])).toBe(2);
  });

  it("does not look at more rows than can be independent", () => {
    function* endless(): Generator<Float64Array> {
      for (let at = 0; ; at++) yield Float64Array.of(1, at);
    }
    expect(rank(endless())).toBe(2);
  });
});
