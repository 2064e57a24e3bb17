import type { StudyData } from "../plan/data.js";
import { runPlan } from "../plan/run-plan.js";
import type { Settings } from "../study/settings.js";
import { release } from "./release.js";
import type { Released } from "./released.js";
import { isSensitive } from "./sensitive.js";

/** For each row of a unit the household it is in; a row of the sampled unit is one itself. */
function householdsOf({ tables }: StudyData, unit: string): Int32Array {
  const { household, size } = tables.get(unit)!;
  return household ?? Int32Array.from({ length: size }, (_, row) => row);
}

/** Runs the plan once and applies policy once: the one list from which everything that is shown comes. */
export function releaseStudy(data: StudyData, settings: Settings): readonly Released[] {
  const sensitive = new Map(data.plan.map((indicator) => [indicator.id, isSensitive(indicator, settings)]));
  const planned = runPlan(data.plan, data.designs, settings.policy.confidence);
  return release(
    planned.map(({ indicator, estimate, domain }) => ({
      id: indicator.id,
      estimate,
      sensitive: sensitive.get(indicator.id)!,
      households: householdsOf(data, indicator.unit),
      rows: domain.rows,
      ...(domain.sides === undefined ? {} : { sides: domain.sides }),
    })),
    settings,
  );
}
