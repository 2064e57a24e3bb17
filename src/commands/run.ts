import { resolve } from "node:path";
import { failureText } from "../notebook/failure.js";
import { runStudy } from "../report/run-study.js";
import { findStudy } from "../study/find-study.js";
import { readerLanguage } from "../study/reader-language.js";
import { progress, say } from "./terminal.js";

/** Runs notebooks of a study; their full copies stay in its confidential folder. 1 if one failed. */
export async function run(notebooks: readonly string[], options: { study?: string }): Promise<number> {
  const language = readerLanguage();
  const folder = findStudy(options.study);
  const chosen = notebooks.map((file) => resolve(file));
  const study = await runStudy(folder, {
    onProgress: progress(language),
    ...(chosen.length === 0 ? {} : { notebooks: chosen }),
  });
  const place = resolve(folder, study.settings.folders.confidential, "notebooks");
  console.error(
    say(language, `\nCopias completas (confidenciales): ${place}`, `\nFull copies (confidential): ${place}`),
  );
  const failed = study.executed.find(({ failure }) => failure !== null);
  if (failed === undefined) return 0;
  console.error(`\n${failureText(failed, language)}`);
  return 1;
}
