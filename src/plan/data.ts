import { join } from "node:path";
import { deriveAll } from "../derive/derive-all.js";
import type { Design } from "../design/design.js";
import { DataError, type Problem, refuse } from "../errors.js";
import { type Loaded, loadStudy } from "../load/answers.js";
import { attempt } from "../load/stages.js";
import type { Table } from "../load/table.js";
import type { Settings } from "../study/settings.js";
import { planProblems } from "./check-plan.js";
import { toDesigns } from "./designs.js";
import type { Indicator } from "./indicator.js";
import { readPlan } from "./read-plan.js";

/** A study's data, ready to be asked: tables with their derived columns, designs, and the plan. */
export interface StudyData {
  readonly loaded: Loaded;
  readonly tables: ReadonlyMap<string, Table>;
  /** of the whole sample, every part in it */
  readonly designs: ReadonlyMap<string, Design>;
  readonly plan: readonly Indicator[];
}

/**
 * Loads a study whole: answers, derived columns, designs, plan; everything is checked before anything is computed.
 *
 * @throws {DataError} with all problems of the stage that found some
 */
export function openData(settings: Settings, folder: string): StudyData {
  const problems: Problem[] = [];
  const loaded = attempt(problems, () => loadStudy(settings, folder));
  const plan = attempt(problems, () => readPlan(join(folder, settings.files.plan)));
  if (loaded === null || plan === null) throw new DataError(problems);
  const tables = deriveAll(loaded.tables, settings);
  refuse(planProblems(plan, tables, settings));
  return { loaded, tables, designs: toDesigns(settings, tables), plan };
}
