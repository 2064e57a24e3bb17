/** How replicates differ from the sample: a unit left out (jackknife), half samples (balanced, Fay), samples of the sample (bootstrap). */
export type ReplicateType = "JK1" | "JKn" | "BRR" | "Fay" | "bootstrap";

/** Replicates to be made from the strata and primary units of the design. */
export interface MadeReplicates {
  readonly make: ReplicateType;
  /** for Fay: the share of its weight that a unit keeps in the half samples without it, at least 0 and below 1 */
  readonly rho?: number;
  /** for the bootstrap: how many; defaults to 500 */
  readonly count?: number;
  /** for the bootstrap: a whole number from which chance starts; defaults to 1 */
  readonly seed?: number;
  /** if true, squares are taken about the estimate; defaults to false, about the mean of the replicates */
  readonly mse?: boolean;
}

/** Replicates that came with the data: columns of complete weights. */
export interface GivenReplicates {
  readonly columns: readonly string[];
  readonly type: ReplicateType;
  /** for Fay, as those who made the weights chose it */
  readonly rho?: number;
  /** what all squares are multiplied with; defaults to (R − 1) / R for JK1, 1 for JKn, 1 / R for BRR, 1 / (R (1 − rho)²) for Fay, 1 / (R − 1) for the bootstrap */
  readonly scale?: number;
  /** what the square of each is multiplied with; defaults to 1, but JKn must have them or `scale` */
  readonly rscales?: readonly number[];
  /** if true, squares are taken about the estimate; defaults to false, about the mean of the replicates */
  readonly mse?: boolean;
  /** degrees of freedom as published with the weights; absent: one less than the rank of the weights */
  readonly df?: number;
}

/** The `replicates` of a design. */
export type ReplicateSpec = MadeReplicates | GivenReplicates;

/** The sample weighted in many other ways, whose spread is the error of whatever is computed from it. */
export interface Replicates {
  readonly count: number;
  /** for each row its piece of the sample, whose rows change their weight together; −1: it never changes */
  readonly pieceOf: Int32Array;
  readonly pieces: number;
  /** for each row the weight that a factor is applied to */
  readonly base: Float64Array;
  /** for each piece the factor of its rows in a replicate, counted from 0 */
  readonly factors: (replicate: number) => Float64Array;
  /** the variance is the sum of `scale` × `rscales` × square */
  readonly scale: number;
  readonly rscales: Float64Array;
  readonly mse: boolean;
  /** degrees of freedom as given; "units": primary units less strata; "rank": of the weights, less one */
  readonly df: number | "units" | "rank";
}

/** The weight of each row in a replicate, counted from 0. */
export function replicateWeights({ pieceOf, base, factors }: Replicates, replicate: number): Float64Array {
  const factor = factors(replicate);
  return base.map((weight, row) => (pieceOf[row]! < 0 ? weight : weight * factor[pieceOf[row]!]!));
}

/** Weights written out for each row: each row is its own piece. */
export function writtenOut(
  weights: readonly Float64Array[],
  rows: number,
): Pick<Replicates, "pieceOf" | "pieces" | "base" | "factors"> {
  return {
    pieceOf: Int32Array.from({ length: rows }, (_, row) => row),
    pieces: rows,
    base: new Float64Array(rows).fill(1),
    factors: (replicate) => weights[replicate]!,
  };
}

/**
 * The same replicates with all their weights changed one after the other: how calibration is repeated in each.
 *
 * @param change the weights of a replicate, a row of the table each, to the new ones
 */
export function mapWeights(replicates: Replicates, change: (weights: Float64Array) => Float64Array): Replicates {
  const weights = Array.from({ length: replicates.count }, (_, each) => change(replicateWeights(replicates, each)));
  return Object.freeze({ ...replicates, ...writtenOut(weights, replicates.base.length) });
}
