import { type NewOptions, newStudy } from "../notebook/new.js";
import { readerLanguage } from "../study/reader-language.js";
import { say } from "./terminal.js";

/** The options of `perfil new` as the command line gives them. */
export interface NewWords {
  readonly data: string;
  readonly questionnaire: string;
  readonly title?: string;
  readonly weights?: string;
  readonly strata?: string;
  readonly clusters?: string;
  readonly consent?: string;
  readonly groups?: string;
}

function list(words: string | undefined): readonly string[] | undefined {
  return words
    ?.split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Makes a study from a survey and says what is still open. */
export async function create(dir: string, words: NewWords): Promise<number> {
  const language = readerLanguage();
  const [strata, clusters] = [list(words.strata), list(words.clusters)];
  const { strata: _strata, clusters: _clusters, ...rest } = words;
  const options: NewOptions = {
    dir,
    ...rest,
    ...(strata === undefined ? {} : { strata }),
    ...(clusters === undefined ? {} : { clusters }),
  };
  const { files, leftOpen } = await newStudy(options);
  console.error(say(language, `Estudio nuevo en ${dir}:`, `New study in ${dir}:`));
  for (const file of files) console.error(`  ${file}`);
  if (leftOpen.length > 0) console.error(say(language, "\nPor resolver en study.json:", "\nTo settle in study.json:"));
  for (const line of leftOpen) console.error(`  · ${line}`);
  console.error(say(language, "\nSiga con:", "\nGo on with:"));
  console.log(`npx perfil report --study "${dir}"`);
  return 0;
}
