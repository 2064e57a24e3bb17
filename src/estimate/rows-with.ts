/**
 * The rows of a list for which a column says 1.
 *
 * @param is for each row of the table 1 or 0
 * @returns the list itself where all of them do, so that nothing is held twice where everybody answered
 */
export function rowsWith(rows: Int32Array, is: Uint8Array | Float64Array): Int32Array {
  if (!is.includes(0)) return rows;
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (is[rows[at]!] === 1) found[count++] = rows[at]!;
  return count === rows.length ? rows : found.slice(0, count);
}
