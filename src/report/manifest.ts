import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { PROJECT } from "../study/find-study.js";
import type { Settings } from "../study/settings.js";
import { byCodePoint } from "../words/code-point.js";

/** A file by its name and what is in it. */
export interface HashedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a run was made from: everything that, when unchanged, gives the same outputs. */
export interface Sources {
  readonly inputs: readonly HashedFile[];
  readonly notebooks: readonly HashedFile[];
  /** the helper module, as one hash over its compiled files and what is loaded into each kernel */
  readonly module: string;
  readonly lockFile: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function hashFile(path: string): HashedFile {
  const content = readFileSync(path);
  return { file: basename(path), bytes: content.length, sha256: sha256(content) };
}

/** One hash over a folder's programs, by their relative names in code-point order. */
function hashPrograms(folder: string, ending: string): string {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort(byCodePoint);
  return sha256(files.map((file) => `${file} ${sha256(readFileSync(join(folder, file)))}`).join("\n"));
}

/** Hashes everything that the run starts from. */
export function hashSources(folder: string, settings: Settings, notebooks: readonly string[]): Sources {
  const names = ["study.json", settings.files.questionnaire, settings.files.survey, settings.files.plan];
  const lock = join(PROJECT, "package-lock.json");
  return {
    inputs: names.map((name) => hashFile(join(folder, name))),
    notebooks: notebooks.map(hashFile),
    module: sha256(hashPrograms(join(PROJECT, "dist"), ".js") + hashPrograms(join(PROJECT, "src"), ".cjs")),
    lockFile: existsSync(lock) ? sha256(readFileSync(lock)) : "",
  };
}

/** The run's fingerprint: 12 characters that stand for data, settings, plan, notebooks, helper module and lock file. */
export function fingerprint(sources: Sources): string {
  return sha256(JSON.stringify(sources)).slice(0, 12);
}

/** The packages that the numbers and the pages depend on, with the versions installed. */
export function softwareVersions(): readonly { readonly name: string; readonly version: string }[] {
  const manifest = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const installed = Object.keys(manifest.dependencies)
    .filter((name) => name !== "perfil")
    .sort(byCodePoint)
    .map((name) => {
      const path = join(PROJECT, "node_modules", ...name.split("/"), "package.json");
      return { name, version: (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version };
    });
  return [{ name: "perfil", version: manifest.version }, ...installed];
}
