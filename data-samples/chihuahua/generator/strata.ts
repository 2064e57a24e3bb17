/** A municipality of the study. */
export type Municipality = "juarez" | "chihuahua" | "parral" | "guadalupe_calvo";

/** A stratum of the design: what it holds in the population, and how much of it is drawn. */
export interface Stratum {
  /** its code in the files, EST_DIS */
  readonly code: string;
  readonly municipality: Municipality;
  readonly area: "urbano" | "rural";
  /** households in the population */
  readonly households: number;
  /** primary units in the population; in the self-representing one, its blocks */
  readonly units: number;
  /** primary units drawn */
  readonly drawn: number;
  /** households without displacement taken in each of them */
  readonly take: number;
  /** share of households with displacement in the population */
  readonly displaced: number;
  /** share of the households with displacement that the sample is to hold */
  readonly fraction: number;
  /** share of indigenous reference persons among households with displacement, and among the others */
  readonly indigenous: readonly [displaced: number, others: number];
}

/**
 * The strata: municipality × urban or rural, and the town of Guadalupe y Calvo, a primary unit so large that it is always
 * in the sample: a stratum of its own, whose blocks are its primary units. Sizes are invented, about a tenth of the real.
 */
export const strata: readonly Stratum[] = (
  [
    ["001", "juarez", "urbano", 43_500, 290, 34, 12, 0.021, 1 / 24, 0.3, 0.02],
    ["002", "juarez", "rural", 1_500, 30, 8, 11, 0.04, 1 / 14, 0.45, 0.05],
    ["003", "chihuahua", "urbano", 27_000, 190, 30, 11, 0.022, 1 / 18, 0.38, 0.04],
    ["004", "chihuahua", "rural", 1_000, 22, 8, 11, 0.05, 1 / 10, 0.55, 0.12],
    ["005", "parral", "urbano", 4_000, 40, 16, 11, 0.04, 1 / 9, 0.48, 0.06],
    ["006", "parral", "rural", 700, 20, 8, 11, 0.07, 1 / 6, 0.8, 0.2],
    ["007", "guadalupe_calvo", "urbano", 350, 7, 4, 11, 0.06, 1 / 4, 0.8, 0.4],
    ["008", "guadalupe_calvo", "rural", 1_500, 50, 12, 11, 0.06, 1 / 7, 0.92, 0.65],
    ["009", "guadalupe_calvo", "urbano", 600, 25, 8, 11, 0.06, 1 / 4, 0.8, 0.35],
  ] as const
).map(
  ([code, municipality, area, households, units, drawn, take, displaced, fraction, displacedToo, others]): Stratum => ({
    code,
    municipality,
    area,
    households,
    units,
    drawn,
    take,
    displaced,
    fraction,
    indigenous: [displacedToo, others],
  }),
);
