/** Whether a number has no divisors but 1 and itself. */
function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

/** The smallest order not below `least` that Paley's first construction and doubling reach: 2ᵏ, and 2ᵏ(p + 1) for a prime p of 4m + 3. */
function orderFrom(least: number): { readonly order: number; readonly start: number } {
  for (let order = 1; ; order++) {
    if (order < least) continue;
    for (let start = order; ; start /= 2) {
      if (start <= 2 || (start % 4 === 0 && isPrime(start - 1))) return { order, start };
      if (start % 2 === 1) break;
    }
  }
}

/** The matrix of order p + 1 made from the squares modulo a prime p, its first row and column all 1 (Paley 1933). */
function paley(start: number): Int8Array[] {
  if (start === 1) return [Int8Array.of(1)];
  if (start === 2) return [Int8Array.of(1, 1), Int8Array.of(1, -1)];
  const prime = start - 1;
  const isSquare = new Uint8Array(prime);
  for (let root = 1; root < prime; root++) isSquare[(root * root) % prime] = 1;
  const sign = (row: number, column: number): number => {
    if (row === 0 || column === 0) return 1;
    return row === column || isSquare[(column - row + prime) % prime] === 0 ? -1 : 1;
  };
  return Array.from({ length: start }, (_, row) =>
    Int8Array.from({ length: start }, (__, column) => sign(row, column)),
  );
}

/**
 * A square of signs whose columns are at right angles to each other and, but for the first, hold as many 1 as −1 (Hadamard matrix):
 * half samples drawn by it are balanced.
 *
 * @param least the smallest order wanted; the order may be larger, 2ᵏ or 2ᵏ(p + 1)
 * @returns the rows; the first row and the first column are all 1
 * @example
 * hadamard(3).length; // => 4
 */
export function hadamard(least: number): readonly Int8Array[] {
  const { order, start } = orderFrom(least);
  let rows = paley(start);
  while (rows.length < order) {
    const double = (sign: number) => (row: Int8Array) => Int8Array.from([...row, ...row.map((value) => sign * value)]);
    rows = [...rows.map(double(1)), ...rows.map(double(-1))];
  }
  return rows;
}
