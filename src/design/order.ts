/**
 * Rows in the order of a whole number that each has, those with the same number staying as they were (counting sort). Applied
 * from the last key to the first it sorts by several.
 *
 * @param rows the rows to sort
 * @param key for each row of the table its number, from 0 to `keys` − 1
 */
export function orderBy(rows: Int32Array, key: Int32Array, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  // numbered loops, for these run over every row of the largest tables
  for (let at = 0; at < rows.length; at++) start[key[rows[at]!]! + 1]!++;
  for (let each = 0; each < keys; each++) start[each + 1]! += start[each]!;
  const ordered = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    ordered[start[key[row]!]!++] = row;
  }
  return ordered;
}
