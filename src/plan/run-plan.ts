import type { Design } from "../design/design.js";
import { inPart } from "../design/parts.js";
import { difference } from "../estimate/difference.js";
import type { Estimates, Options } from "../estimate/estimate.js";
import { mean } from "../estimate/mean.js";
import { proportion } from "../estimate/proportion.js";
import { ratio } from "../estimate/ratio.js";
import { total } from "../estimate/total.js";
import { type DomainRows, domainRows } from "./domain-rows.js";
import type { Indicator } from "./indicator.js";

/** The estimates that one indicator asks for, by one of its disaggregations. */
function estimatesOf(indicator: Indicator, design: Design, options: Options): Estimates {
  const { question, level } = indicator;
  switch (indicator.kind) {
    case "share":
    case "multiple":
      return proportion(design, question, { ...options, ...(level === null ? {} : { level }) });
    case "mean":
      return mean(design, question, options);
    case "total":
      return total(design, question, options);
    case "ratio":
      return ratio(design, question, indicator.denominator!, options);
    case "difference": {
      const { column, a, b } = indicator.compare!;
      return difference(design, question, { ...options, between: column, a, b, ...(level === null ? {} : { level }) });
    }
  }
}

/** An estimate with the row of the plan that asked for it, and the rows of its unit that it rests on. */
export interface PlannedEstimate {
  readonly indicator: Indicator;
  readonly estimate: Estimates[number];
  readonly domain: DomainRows;
}

/**
 * Runs the plan: every indicator, by each of its disaggregations, into one list in the order of the plan. The designs
 * are those of the whole sample; a row speaks for the probability sample unless it names another part.
 */
export function runPlan(
  plan: readonly Indicator[],
  designs: ReadonlyMap<string, Design>,
  confidence: number,
): readonly PlannedEstimate[] {
  return plan.flatMap((indicator) => {
    const design = inPart(designs.get(indicator.unit)!, indicator.part);
    const where = indicator.population === null ? {} : { where: indicator.population };
    return indicator.by.flatMap((by) => {
      const domains = new Map(domainRows(indicator, design, by).map((domain) => [JSON.stringify(domain.by), domain]));
      return estimatesOf(indicator, design, { by, confidence, ...where }).map((estimate) => ({
        indicator,
        estimate,
        domain: domains.get(JSON.stringify(estimate.by))!,
      }));
    });
  });
}
