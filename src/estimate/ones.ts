let last: Float64Array = new Float64Array(0);

/** A column that is 1 in every row: the total of it is how many there are. One array serves all, and nobody writes into it. */
export function ones(size: number): Float64Array {
  if (last.length !== size) last = new Float64Array(size).fill(1);
  return last;
}
