import { Command, CommanderError } from "commander";
import { estimate } from "./commands/estimate.js";
import { kernel } from "./commands/kernel.js";
import { create } from "./commands/new.js";
import { report } from "./commands/report.js";
import { run } from "./commands/run.js";
import { verify } from "./commands/verify.js";
import { DataError } from "./errors.js";
import { readerLanguage } from "./study/reader-language.js";
import type { Language } from "./words/catalogue.js";

/** The command line: each command is a few lines over the module that does the work. */
function commandLine(exit: (code: number) => void): Command {
  const program = new Command("perfil")
    .description("Reproducible notebooks for the joint analysis of displacement surveys")
    .showHelpAfterError("(perfil --help lists the commands)")
    .exitOverride();
  const study = ["--study <dir>", "the study's folder; defaults to the nearest study.json, else the sample"] as const;
  program
    .command("report")
    .description("run everything and write the report   e.g. perfil report --study ./chihuahua")
    .option(...study)
    .option("--out <dir>", "where the report goes; defaults to the study's outputs folder")
    .action(async (options) => exit(await report(options)));
  program
    .command("run")
    .description("run notebooks; full copies stay in the study   e.g. perfil run notebooks/02-who-is-displaced.ipynb")
    .argument("[notebooks...]", "the notebooks; defaults to all of the study's")
    .option(...study)
    .action(async (notebooks, options) => exit(await run(notebooks, options)));
  program
    .command("estimate")
    .description("answer an estimation request (confidential)   e.g. perfil estimate request.json")
    .argument("<request>", "the request, a JSON file")
    .action(async (request) => exit(await estimate(request)));
  program
    .command("new")
    .description("make a study from a survey   e.g. perfil new mystudy --data data.xlsx --questionnaire form.xlsx")
    .argument("<dir>", "the folder to make; it must not exist or be empty")
    .requiredOption("--data <file>", "the answers, a KoboToolbox or ODK export")
    .requiredOption("--questionnaire <file>", "the XLSForm")
    .option("--title <text>", "the title of the report")
    .option("--weights <column>", "the column of sampling weights; none: go on without")
    .option("--strata <columns>", "the columns of strata, separated by commas")
    .option("--clusters <columns>", "the columns of sampling units, separated by commas")
    .option("--consent <question>", "the question that asks for consent")
    .option("--groups <question>", "the question whose answers are the groups to compare")
    .action(async (dir, options) => exit(await create(dir, options)));
  program
    .command("verify")
    .description("run again and compare with the reviewed results   e.g. perfil verify --against outputs")
    .option(...study)
    .option("--against <dir>", "the folder with estimates.csv to compare with; defaults to outputs/reference")
    .action(async (options) => exit(await verify(options)));
  program
    .command("kernel")
    .description("register the notebook kernel for JupyterLab and VS Code   e.g. perfil kernel")
    .action(async () => exit(await kernel()));
  return program;
}

/** What went wrong, for a person: one line a problem, or the error itself when it is the program's own. */
function explain(error: unknown, language: Language): string {
  if (!(error instanceof DataError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = error.lines(language);
  if (lines.length === 1) return lines[0]!;
  const head = language === "es" ? `${lines.length} problemas` : `${lines.length} problems`;
  return [head, ...lines.map((line) => `  × ${line}`)].join("\n");
}

/**
 * Runs one command line. Gives the exit code: 0 done, 1 a notebook failed or a number moved, 2 the input is not right.
 */
export async function main(words: readonly string[]): Promise<number> {
  let code = 0;
  try {
    await commandLine((value) => {
      code = value;
    }).parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(explain(error, readerLanguage()));
    return error instanceof DataError ? 2 : 1;
  }
}
