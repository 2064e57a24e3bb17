/**
 * The order of two texts by code point, the same on every machine: what a list is sorted by.
 *
 * @example
 * ["b", "ñ", "a", "B"].sort(byCodePoint); // => ["B", "a", "b", "ñ"]
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a.charCodeAt(at) === b.charCodeAt(at)) continue;
    // both indexes stand at the start of a character or inside the same one, so whole code points may be compared
    const [x, y] = [a.codePointAt(at)!, b.codePointAt(at)!];
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
