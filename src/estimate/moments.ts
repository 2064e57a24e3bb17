import { square } from "../math/power.js";
import type { Estimator } from "./estimator.js";
import { ones } from "./ones.js";

/** A spread this small against the distance from the centre, squared, is one that rounding has made. */
const ZERO = 1e-14;

/** A column less the middle of its range, so that squares of large numbers do not cancel; the same whatever the order of the rows. */
export function centred(column: Float64Array, usable: Uint8Array): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.length; row++) {
    if (usable[row] !== 1) continue;
    low = Math.min(low, column[row]!);
    high = Math.max(high, column[row]!);
  }
  const middle = low <= high ? low + (high - low) / 2 : 0;
  return column.map((value, row) => (usable[row] === 1 ? value - middle : 0));
}

/** The products of two columns, row by row. */
function products(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, row) => value * b[row]!);
}

/** The mean of squares less the square of the mean; 0 where nothing but rounding is left. */
function spreadOf(squares: number, total: number, count: number): number {
  const found = squares / count - square(total / count);
  return found <= (ZERO * squares) / count ? 0 : found;
}

/**
 * The variance of a column in the population, n / (n − 1) (T2 / N − (T1 / N)²), with gradient n / (n − 1) (−2 ȳ, 1, 2ȳ² − T2 / N) / N.
 *
 * @param centredColumn the column about any centre
 * @param n how many rows it will be asked of
 */
export function varianceOf(centredColumn: Float64Array, n: number): Estimator {
  const times = n / (n - 1);
  return {
    columns: [centredColumn, products(centredColumn, centredColumn), ones(centredColumn.length)],
    value: ([total, squares, count]) => (n < 2 ? "no degrees of freedom" : times * spreadOf(squares!, total!, count!)),
    gradient: ([total, squares, count]) => {
      const mean = total! / count!;
      const isOne = spreadOf(squares!, total!, count!) === 0;
      const slopes = [-2 * mean, 1, 2 * square(mean) - squares! / count!];
      return Float64Array.from(slopes, (slope) => (isOne ? 0 : (times * slope) / count!));
    },
  };
}

/**
 * The correlation of two columns in the population, S(xy) / √(S(xx) S(yy)) with S(xy) = T(xy) / N − x̄ ȳ. Its gradient is that of the
 * three S by the chain rule.
 *
 * @param x one column about any centre
 * @param y the other about any centre
 */
export function correlationOf(x: Float64Array, y: Float64Array): Estimator {
  const parts = ([tx, ty, txx, tyy, txy, count]: Float64Array): Record<"mx" | "my" | "xx" | "yy" | "xy", number> => {
    const [mx, my] = [tx! / count!, ty! / count!];
    return { mx, my, xx: spreadOf(txx!, tx!, count!), yy: spreadOf(tyy!, ty!, count!), xy: txy! / count! - mx * my };
  };
  return {
    columns: [x, y, products(x, x), products(y, y), products(x, y), ones(x.length)],
    value: (totals) => {
      const { xx, yy, xy } = parts(totals);
      return xx === 0 || yy === 0 ? "no variation" : Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
    },
    gradient: (totals) => {
      const { mx, my, xx, yy, xy } = parts(totals);
      const count = totals[5]!;
      const both = 1 / Math.sqrt(xx) / Math.sqrt(yy);
      const [byXx, byYy] = [(-xy * both) / 2 / xx, (-xy * both) / 2 / yy];
      const slopes = [-2 * mx * byXx - my * both, -2 * my * byYy - mx * both, byXx, byYy, both];
      const byCount =
        byXx * (2 * square(mx) - totals[2]! / count) +
        byYy * (2 * square(my) - totals[3]! / count) +
        both * (2 * mx * my - totals[4]! / count);
      return Float64Array.from([...slopes, byCount], (slope) => slope / count);
    },
  };
}
