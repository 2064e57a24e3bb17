import type { ChildProcess } from "node:child_process";

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** How long the last words of a process that ended may take to arrive, in milliseconds. */
const LAST_WORDS = 500;

/** Sends a signal to a process that leads a group and to everybody in it, also when the leader itself is gone. */
export function signalGroup(child: ChildProcess, signal: "SIGINT" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // nobody is left in the group
  }
}

/** How the process ends, which is also the end of what its cells started. */
export function whenEnded(child: ChildProcess): Promise<Exit> {
  return new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: null, signal: null }));
    child.once("exit", (code, signal) => {
      // what a cell started may outlive the kernel and hold its standard error open: `close` alone could never come
      signalGroup(child, "SIGKILL");
      const end = (): void => {
        clearTimeout(timer);
        child.stderr?.destroy();
        resolve({ code, signal });
      };
      const timer = setTimeout(end, LAST_WORDS);
      child.once("close", end);
    });
  });
}
