import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder: that of package.json, from the compiled module and from the source alike. */
export const PROJECT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The sample study, which is there to try everything on. */
export const SAMPLE: string = join(PROJECT, "data-samples", "chihuahua");

/**
 * The folder of the study that is meant: the one given, else the environment's `PERFIL_STUDY`, else the nearest folder
 * upwards from the working directory that has a study.json, else the sample study.
 */
export function findStudy(given?: string): string {
  const named = given ?? process.env.PERFIL_STUDY;
  if (named !== undefined && named !== "") return resolve(named);
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "study.json"))) return folder;
    if (dirname(folder) === folder) return SAMPLE;
  }
}
