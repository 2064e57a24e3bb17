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
    const pid = /^(?:\.perfil-tmp|released)-(\d+)[-.]/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
