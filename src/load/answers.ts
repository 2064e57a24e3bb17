import { join } from "node:path";
import { DataError, type Problem, refuse } from "../errors.js";
import type { Settings } from "../study/settings.js";
import { formFit } from "./form-fit.js";
import { inherit } from "./inherit.js";
import { type Questionnaire, readQuestionnaire } from "./questionnaire.js";
import { brokenOff, type PartResponse, type Response, responseByPart, responseOf } from "./response.js";
import { attempt, toStages } from "./stages.js";
import type { Table } from "./table.js";
import { readAnswers, type UnitAnswers } from "./unit-answers.js";
import { weigh } from "./weights.js";
import { withoutHouseholds } from "./without-households.js";
import { readWorkbook } from "./workbook.js";

/** A study's data as tables, one for each unit of analysis, with what had to be coped with on the way. */
export interface Loaded {
  readonly tables: ReadonlyMap<string, Table>;
  readonly questionnaire: Questionnaire;
  readonly response: Response;
  /** the same for each part of the sample; empty if it is not in several parts, or which rows are in which cannot be told before consent */
  readonly parts: readonly PartResponse[];
  readonly coped: readonly Problem[];
}

/**
 * Loads a study's questionnaire and answers as tables, one for each unit of analysis of its settings. Rows without consent and interviews
 * that were broken off are dropped and counted; every unit has the columns of the units that it is inside; a study with weights has them in
 * the column `_weight`.
 *
 * @param folder the study's folder, which the files are relative to
 * @throws {DataError} with every problem of the stage that found some: files and sheets, links, answers, weights, fewer than two households left
 */
export function loadStudy(settings: Settings, folder: string): Loaded {
  const problems: Problem[] = [];
  const file = join(folder, settings.files.survey);
  const form = attempt(problems, () => readQuestionnaire(join(folder, settings.files.questionnaire)));
  const sheets = attempt(problems, () => readWorkbook(file));
  if (form === null || sheets === null) throw new DataError(problems);
  const { stages, root, agreed } = toStages(settings, form, file, sheets);

  const answers = new Map<string, UnitAnswers>();
  for (const [unit, { sheet, of, rows }] of stages) {
    const parent = of === null ? null : { answers: answers.get(of)!, rows };
    answers.set(unit, readAnswers(sheet, settings.missing, parent));
  }
  const [rootName] = [...stages].find(([, { of }]) => of === null)!;
  const inside = [...stages.values()].filter(({ of }) => of === rootName);
  const broken = brokenOff(answers.get(rootName)!, inside);

  const weighed = new Map<string, Table>();
  for (const [unit, { sheet, of }] of stages) {
    const { table, problems: wrong } = weigh(
      sheet,
      answers.get(unit)!.table,
      of === null ? null : weighed.get(of)!,
      broken,
    );
    weighed.set(unit, table);
    problems.push(...answers.get(unit)!.problems, ...wrong);
  }
  refuse(problems);

  const tables = new Map<string, Table>();
  for (const [unit, { of }] of stages) {
    const table = withoutHouseholds(weighed.get(unit)!, of === null ? null : weighed.get(of)!, broken);
    tables.set(unit, of === null ? table : inherit(table, tables.get(of)!));
  }
  const response = responseOf(agreed, broken);
  if (response.interviewed < 2) {
    const code = response.interviewed === 0 ? "nobodyInterviewed" : "singleHousehold";
    throw new DataError([{ code, holes: { ...response }, place: { file } }]);
  }
  const coped = [...stages.values()].flatMap(({ sheet }) => formFit(sheet).coped);
  return {
    tables,
    questionnaire: form,
    response,
    parts: responseByPart(root, root.settings.design?.parts ?? [], agreed, broken),
    coped: [...form.coped, ...coped, ...[...answers.values()].flatMap((unit) => unit.coped)],
  };
}
