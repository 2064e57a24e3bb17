import { resolve } from "node:path";
import { type Problem, problemLine } from "../errors.js";
import { failureText } from "../notebook/failure.js";
import { runStudy } from "../report/run-study.js";
import { checkOutputs, writeReport } from "../report/write-report.js";
import { findStudy } from "../study/find-study.js";
import { readSettings } from "../study/read-settings.js";
import { readerLanguage } from "../study/reader-language.js";
import type { Language } from "../words/catalogue.js";
import { progress, say } from "./terminal.js";

/** How many lines of what was coped with are printed. */
const LINES = 10;
const WIDTH = 160;

/** Says what the reader had to decide about the files: nothing is guessed silently. */
function tellCoped(coped: readonly Problem[], language: Language): void {
  if (coped.length === 0) return;
  console.error(
    say(language, `\nAl leer los datos se decidió (${coped.length}):`, `\nDecided on reading (${coped.length}):`),
  );
  for (const problem of coped.slice(0, LINES)) {
    const line = problemLine(problem, language);
    console.error(`  · ${line.length > WIDTH ? `${line.slice(0, WIDTH)} …` : line}`);
  }
  if (coped.length > LINES) console.error(`  … +${coped.length - LINES}`);
}

/** Runs a study and writes its report; 1 if a notebook failed, and then the last good report is untouched. */
export async function report(options: { study?: string; out?: string }): Promise<number> {
  const language = readerLanguage();
  const begun = performance.now();
  const folder = findStudy(options.study);
  console.error(say(language, `perfil: estudio ${folder}`, `perfil: study ${folder}`));
  const settings = readSettings(folder);
  const out = resolve(options.out ?? resolve(folder, settings.folders.outputs));
  checkOutputs(out, folder, settings);
  const study = await runStudy(folder, { onProgress: progress(language) });
  const failed = study.executed.find(({ failure }) => failure !== null);
  if (failed !== undefined) {
    console.error(`\n${failureText(failed, language)}`);
    console.error(say(language, "\nEl último informe bueno no se tocó.", "\nThe last good report was not touched."));
    return 1;
  }
  const files = writeReport(study, out);
  tellCoped(study.data.loaded.coped, language);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const withheld = study.released.estimates.filter((row) => row.withheld).length;
  const count = study.released.estimates.length;
  console.error(
    say(
      language,
      `\n${count} estimaciones, ${withheld} reservadas, en ${seconds} s. Abra:`,
      `\n${count} estimates, ${withheld} withheld, in ${seconds} s. Open:`,
    ),
  );
  for (const file of files.filter((name) => name.endsWith(".html"))) console.log(resolve(out, file));
  for (const file of ["estimates.csv", "manifest.json", "notebooks"]) console.error(`  ${resolve(out, file)}`);
  return 0;
}
