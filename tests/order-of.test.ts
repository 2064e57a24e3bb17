import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderOf } from "../src/math/order-of.js";

describe("orderOf(values)", () => {
  it("is that of sorting by comparison, equal numbers staying as they were, for any numbers", () => {
    const numbers = fc.array(
      fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(-0, 0, 1e-320, -1e308)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(numbers, (values) => {
        // a sort by comparison takes −0 and 0 for the same
        const sorted = values
          .map((_, at) => at)
          .sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : 0));
        expect([...orderOf(Float64Array.from(values))]).toEqual(sorted);
      }),
    );
  });

  it("leaves the numbers as they are", () => {
    const values = Float64Array.of(2, -1);
    orderOf(values);
    expect([...values]).toEqual([2, -1]);
  });
});
