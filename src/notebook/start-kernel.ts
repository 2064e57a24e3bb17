import { DataError } from "../errors.js";
import { type Kernel, KernelClient } from "./kernel.js";
import { type Launched, type LaunchOptions, launch } from "./launch.js";

/** The exit code of a kernel that could not listen because a port was taken. */
const PORT_TAKEN = 98;

/** What a kernel says whose sockets answered a message before all of them were bound: a race that a new start settles. */
const RACE = /Socket is blocked by a bind/;

/** Whether another start may go better: a port was taken in the meantime, or the kernel was asked too early. */
function mayTryAgain(launched: Launched, code: number | null): boolean {
  return code === PORT_TAKEN || RACE.test(launched.lastWords());
}

function notStarted(launched: Launched): DataError {
  const words = launched.lastWords().split("\n");
  const detail = words.find((line) => /error/i.test(line)) ?? words.at(-1) ?? "";
  return new DataError([{ code: "kernelNotStarted", holes: { detail: detail.trim() || "…" }, place: {} }]);
}

/**
 * Starts a kernel and waits until it is ready, again when a port was taken in the meantime or it
 * was asked before it listened.
 *
 * @throws {DataError} if the kernel fails before it is ready, or is not ready within a minute
 */
export async function startKernel(options: LaunchOptions): Promise<Kernel> {
  for (let attempt = 1; ; attempt++) {
    const launched = await launch(options);
    const kernel = new KernelClient(launched);
    if (await kernel.ready()) {
      // should this process be killed, no key is left behind
      launched.removeFile();
      return kernel;
    }
    kernel.kill();
    const { code } = await launched.exited;
    if (attempt === 3 || !mayTryAgain(launched, code)) throw notStarted(launched);
  }
}
