import type { StudyData } from "../plan/data.js";
import { runPlan } from "../plan/run-plan.js";
import type { Settings } from "../study/settings.js";
import { release } from "./release.js";
import type { Released } from "./released.js";
import { isSensitive } from "./sensitive.js";

/** Runs the plan once and applies policy once: the one list from which everything that is shown comes. */
export function releaseStudy(data: StudyData, settings: Settings): readonly Released[] {
  const sensitive = new Map(data.plan.map((indicator) => [indicator.id, isSensitive(indicator, settings)]));
  const planned = runPlan(data.plan, data.designs, settings.policy.confidence);
  return release(
    planned.map(({ id, estimate }) => ({ id, estimate, sensitive: sensitive.get(id)! })),
    settings,
  );
}
