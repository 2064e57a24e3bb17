/** The rows of a table of so many that are as asked, in the order of the table. */
export function rowsWhere(size: number, is: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (is(row)) rows[count++] = row;
  return rows.slice(0, count);
}

/** One list of rows after another. */
export function concatenated(first: Int32Array, second: Int32Array): Int32Array {
  const all = new Int32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
