import type { Design } from "../design/design.js";
import type { StudyData } from "../plan/data.js";
import type { Settings } from "../study/settings.js";
import type { DesignFacts } from "./run.js";

/** The range and sum of the positive weights, and Kish's design effect of weighting, 1 + CV². */
function weightFacts(design: Design): DesignFacts["weights"] {
  const weights = [...design.weights].filter((weight) => weight > 0);
  let [sum, squares, min, max] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
    min = Math.min(min, weight);
    max = Math.max(max, weight);
  }
  return { min, max, sum, deff: (weights.length * squares) / (sum * sum) };
}
