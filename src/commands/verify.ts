import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DataError } from "../errors.js";
import { failureText } from "../notebook/failure.js";
import { type Change, type Compared, compareEstimates } from "../report/compare.js";
import { runStudy } from "../report/run-study.js";
import { writeReport } from "../report/write-report.js";
import { findStudy } from "../study/find-study.js";
import { readSettings } from "../study/read-settings.js";
import { readerLanguage } from "../study/reader-language.js";
import type { Language } from "../words/catalogue.js";
import { progress, say } from "./terminal.js";

const WORDS: Readonly<Record<Language, Readonly<Record<Change, string>>>> = {
  es: { same: "igual", moved: "cambió", new: "nueva", gone: "desapareció" },
  en: { same: "same", moved: "moved", new: "new", gone: "gone" },
};

/** How many lines of what moved fit a screen. */
const LINES = 40;

function line(row: Compared, language: Language): string {
  const far =
    row.standardErrors === undefined ? "" : ` (${row.standardErrors.toFixed(2)} ${say(language, "EE", "SE")})`;
  const what = row.change === "moved" ? `: ${row.old} → ${row.new}${far} [${row.columns.join(", ")}]` : "";
  const alarm = row.opened ? say(language, "  ¡CELDA RESERVADA QUE SE ABRE!", "  WITHHELD CELL OPENED!") : "";
  return `  ${WORDS[language][row.change]}  ${row.key}${what}${alarm}`;
}

/** Prints what became of every estimate, the worst first. */
function print(compared: readonly Compared[], language: Language): void {
  const count = (change: Change): number => compared.filter((row) => row.change === change).length;
  const changes = ["same", "moved", "new", "gone"] as const;
  console.log(changes.map((change) => `${WORDS[language][change]} ${count(change)}`).join(" · "));
  const worst = compared
    .filter(({ change }) => change !== "same")
    .sort(
      (a, b) =>
        Number(b.opened) - Number(a.opened) || Math.abs(b.standardErrors ?? 0) - Math.abs(a.standardErrors ?? 0),
    );
  for (const row of worst.slice(0, LINES)) console.log(line(row, language));
  if (worst.length > LINES)
    console.log(say(language, `  … y ${worst.length - LINES} más`, `  … and ${worst.length - LINES} more`));
}

/**
 * Runs everything again in a folder of its own and compares the estimates with the reviewed ones. 0 the same, 1 something
 * moved, 2 it could not run. The reference is only read.
 */
export async function verify(options: { study?: string; against?: string }): Promise<number> {
  const language = readerLanguage();
  const folder = findStudy(options.study);
  const settings = readSettings(folder);
  const against = resolve(options.against ?? resolve(folder, settings.folders.outputs, "reference"));
  const file = join(against, "estimates.csv");
  if (!existsSync(file)) throw new DataError([{ code: "noReference", holes: { file }, place: {} }]);
  const reference = readFileSync(file, "utf8");
  const study = await runStudy(folder, { onProgress: progress(language) });
  const failed = study.executed.find(({ failure }) => failure !== null);
  if (failed !== undefined) {
    console.error(`\n${failureText(failed, language)}`);
    return 2;
  }
  const beside = mkdtempSync(join(tmpdir(), "perfil-verify-"));
  try {
    writeReport(study, beside);
    const compared = compareEstimates(reference, readFileSync(join(beside, "estimates.csv"), "utf8"));
    print(compared, language);
    return compared.every(({ change }) => change === "same") ? 0 : 1;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
