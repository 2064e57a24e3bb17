/** Values with their relative frequencies. */
export type Frequencies<Value extends string = string> = Readonly<Record<Value, number>>;

/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Rng {
  /** a number from 0 up to, not including, 1 */
  next(): number;
  /** true with probability `p` */
  chance(p: number): boolean;
  /** a whole number from `low` to `high`, both included */
  integer(low: number, high: number): number;
  /** a value with its relative frequency */
  pick<Value extends string>(frequencies: Frequencies<Value>): Value;
  /** a place in a list, by the relative frequencies that stand there */
  place(frequencies: readonly number[]): number;
  /** about standard normal, between −6 and 6 */
  normal(): number;
  /** puts `count` different items of a list, in random order, into a new list */
  some<Item>(items: readonly Item[], count: number): Item[];
}

/** Scrambles a 32-bit number: near seeds must not give near sequences. */
function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/**
 * A source of chance from a seed: the generator sfc32 (Chris Doty-Humphrey, PractRand), which needs whole-number
 * arithmetic only. The normal is a sum of twelve uniforms, so that no function of the mathematics library, whose last
 * digit may differ from machine to machine, decides anything.
 */
export function rng(seed: number): Rng {
  let a = scramble(seed);
  let b = scramble(seed + 0x9e3779b9);
  let c = scramble(seed ^ 0x5bf03635);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const place = (frequencies: readonly number[]): number => {
    let left = next() * frequencies.reduce((total, weight) => total + weight, 0);
    for (const [index, weight] of frequencies.entries()) {
      left -= weight;
      if (left < 0) return index;
    }
    return frequencies.length - 1;
  };
  return {
    next,
    chance: (p) => next() < p,
    integer,
    pick: <Value extends string>(frequencies: Frequencies<Value>) =>
      (Object.keys(frequencies) as Value[])[place(Object.values<number>(frequencies))]!,
    place,
    normal: () => {
      let total = -6;
      for (let term = 0; term < 12; term++) total += next();
      return total;
    },
    some: (items, count) => {
      const pool = [...items];
      for (let index = 0; index < count; index++) {
        const other = integer(index, pool.length - 1);
        [pool[index], pool[other]] = [pool[other]!, pool[index]!];
      }
      return pool.slice(0, count);
    },
  };
}
