/**
 * A running sum that keeps what rounding would lose, in a second number (Neumaier 1974). Its value is the exact sum rounded once
 * but for a relative 1e-30, so that the order of the rows does not show.
 */
export class Sum {
  private high = 0;
  private low = 0;

  add(value: number): void {
    const next = this.high + value;
    const taken = next - this.high;
    this.low += this.high - (next - taken) + (value - taken);
    this.high = next;
  }

  /** Back to nothing, so that one object serves many sums. */
  clear(): void {
    this.high = 0;
    this.low = 0;
  }

  get value(): number {
    // past the largest number the rest is not a number
    return Number.isFinite(this.high) ? this.high + this.low : this.high;
  }
}

/**
 * The sum of numbers in whatever order they come.
 *
 * @example
 * sum([1e16, 1, -1e16]); // => 1
 */
export function sum(values: Iterable<number>): number {
  const total = new Sum();
  for (const value of values) total.add(value);
  return total.value;
}
