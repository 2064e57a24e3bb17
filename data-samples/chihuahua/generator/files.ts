import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { survey } from "./export.js";
import { plan } from "./plan.js";
import { population } from "./population.js";
import { questionnaire } from "./questionnaire.js";
import { submissions } from "./records.js";
import { drawSample } from "./sample.js";
import { seeds } from "./seeds.js";
import { shelterInterviews } from "./shelter.js";

/** The workbooks of the sample study, made from its seeds, by file name. */
function files(): ReadonlyMap<string, Uint8Array> {
  const people = population(seeds.population);
  const sample = drawSample(people, seeds.sample);
  const all = submissions(people, sample, shelterInterviews(seeds.shelter), seeds.fieldwork);
  return new Map([
    ["questionnaire.xlsx", questionnaire()],
    ["survey.xlsx", survey(all)],
    ["plan.xlsx", plan()],
  ]);
}

/** Makes the workbooks of the sample study and writes them into a folder. */
export function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files()) writeFileSync(join(folder, name), bytes);
}
