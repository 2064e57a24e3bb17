import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { survey } from "./export.js";
import { plan } from "./plan.js";
import { population } from "./population.js";
import { questionnaire } from "./questionnaire.js";
import { submissions } from "./records.js";
import { drawSample } from "./sample.js";
import { seeds } from "./seeds.js";
import { shelterInterviews } from "./shelter.js";

/** Makes the files of the sample study from its seeds, by name. */
export function makeFiles(): ReadonlyMap<string, Uint8Array> {
  const people = population(seeds.population);
  const sample = drawSample(people, seeds.sample);
  const all = submissions(people, sample, shelterInterviews(seeds.shelter), seeds.fieldwork);
  return new Map([
    ["questionnaire.xlsx", questionnaire()],
    ["survey.xlsx", survey(all)],
    ["plan.xlsx", plan()],
  ]);
}

/** Writes the files of the sample study into a folder. */
export function make(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of makeFiles()) writeFileSync(join(folder, name), bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) make(fileURLToPath(new URL("..", import.meta.url)));
