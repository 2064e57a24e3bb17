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
  // an iterator takes several times as long as an index
  if (values instanceof Float64Array) for (let at = 0; at < values.length; at++) total.add(values[at]!);
  else for (const value of values) total.add(value);
  return total.value;
}

/**
 * Adds a number to one of many running sums, kept as `Sum` keeps it but in two lists of numbers: an object a sum would take most of
 * the time of a large table. The sum is `high` and `low` together.
 */
export function addInto(high: Float64Array, low: Float64Array, at: number, value: number): void {
  const before = high[at]!;
  const next = before + value;
  const taken = next - before;
  low[at]! += before - (next - taken) + (value - taken);
  high[at] = next;
}

/** What many running sums come to. */
export function valuesOf(high: Float64Array, low: Float64Array): Float64Array {
  const values = new Float64Array(high.length);
  for (let at = 0; at < values.length; at++) values[at] = Number.isFinite(high[at]) ? high[at]! + low[at]! : high[at]!;
  return values;
}
