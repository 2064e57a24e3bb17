import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // another user's process may not be asked, but it is there
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Removes from a folder what a run that was killed could not: files and folders named `.perfil-tmp-` or `released-` with
 * the number of a process that runs no more. Those of a run that goes on stay.
 */
export function sweep(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const found = /^(?:\.perfil-tmp-(\d+)-.*|released-(\d+)\.json)$/.exec(name);
    const pid = found?.[1] ?? found?.[2];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
