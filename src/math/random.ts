/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** a whole number from 0 up to, not including, `below` */
  readonly below: (below: number) => number;
}

/** Scrambles a 32-bit number: near seeds must not give near sequences. */
function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/**
 * A source of chance from a seed: the generator sfc32 (Chris Doty-Humphrey, PractRand), which needs whole-number arithmetic only,
 * so that no last digit of a mathematics library decides anything.
 *
 * @param seed a whole number
 * @example
 * random(1).below(6) === random(1).below(6); // => true
 */
export function random(seed: number): Random {
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
    return sum >>> 0;
  };
  // the first rounds carry the seed into all of the state
  for (let round = 0; round < 12; round++) next();
  return Object.freeze({ below: (below: number) => Math.floor((next() / 4294967296) * below) });
}
