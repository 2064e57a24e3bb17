/** A set of rows, one object for each content, so that equal sets are the same object. */
export interface RowSet {
  /** in the order in which sets were first met */
  readonly number: number;
  /** a bit a row */
  readonly bits: Uint32Array;
  /** how many different households the rows are in */
  readonly households: number;
}

/** The sets of rows of one table that are compared with one another. */
export class RowSets {
  private readonly byContent = new Map<string, RowSet>();

  /** @param households for each row of the table the household it is in */
  constructor(private readonly households: Int32Array) {}

  private named(bits: Uint32Array): RowSet {
    const content = bits.join(" ");
    const found = this.byContent.get(content);
    if (found !== undefined) return found;
    const seen = new Set<number>();
    for (const [row, household] of this.households.entries())
      if ((bits[row >>> 5]! >>> (row & 31)) & 1) seen.add(household);
    const set: RowSet = { number: this.byContent.size, bits, households: seen.size };
    this.byContent.set(content, set);
    return set;
  }

  /** The set of the rows that are flagged with 1. */
  of(flags: Uint8Array): RowSet {
    const bits = new Uint32Array(Math.ceil(flags.length / 32));
    for (const [row, flag] of flags.entries()) if (flag === 1) bits[row >>> 5]! |= 1 << (row & 31);
    return this.named(bits);
  }

  /** Every set met so far. */
  all(): readonly RowSet[] {
    return [...this.byContent.values()];
  }

  /** The rows that are in any of some sets. */
  union(sets: readonly RowSet[]): RowSet {
    const bits = new Uint32Array(Math.ceil(this.households.length / 32));
    for (const set of sets) for (const [at, word] of set.bits.entries()) bits[at]! |= word;
    return this.named(bits);
  }

  /** The rows of a set that are in none of the others. */
  minus(whole: RowSet, others: readonly RowSet[]): RowSet {
    const bits = Uint32Array.from(whole.bits);
    for (const set of others) for (const [at, word] of set.bits.entries()) bits[at]! &= ~word;
    return this.named(bits);
  }

  /** Whether every row of a set is in another. */
  isInside(inner: RowSet, outer: RowSet): boolean {
    return inner.bits.every((word, at) => (word & ~outer.bits[at]!) === 0);
  }
}
