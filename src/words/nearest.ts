/** The number of single-character edits between two words, capped where it no longer matters. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const swap = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The names most like one that is not there, at most three, the nearest first: what a message offers as the way out.
 * Names are compared without case, up to 80 characters.
 *
 * @example
 * nearest("admin_1", ["admin1", "village", "admin2"]); // => ["admin1", "admin2"]
 */
export function nearest(name: string, known: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase().slice(0, 80);
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase().slice(0, 80)) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(Math.min(wanted.length, candidate.length) / 3)))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
