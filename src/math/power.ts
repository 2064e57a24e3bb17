/**
 * A number times itself. A product is rounded the same way everywhere, `**` is not: between versions of Node its last bit moves.
 *
 * @example
 * square(-3); // => 9
 */
export function square(value: number): number {
  return value * value;
}

/**
 * A number to a whole power of at least 0, by repeated squaring.
 *
 * @example
 * power(2, 10); // => 1024
 */
export function power(base: number, exponent: number): number {
  let result = 1;
  let factor = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
