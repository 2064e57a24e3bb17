import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: beside it first, then renamed, so that a run that is broken off leaves the last
 * good file. Missing folders are made. It does not yield in between, so no signal handler sees it half done.
 *
 * @throws {Error} what the file system says, with nothing left behind
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = join(dirname(file), `.perfil-tmp-${process.pid}-${basename(file)}`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
