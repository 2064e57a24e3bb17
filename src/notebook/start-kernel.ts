import { DataError } from "../errors.js";
import { type Kernel, KernelClient } from "./kernel.js";
import { type Launched, type LaunchOptions, launch } from "./launch.js";

/** The exit code of a kernel that could not listen because a port was taken. */
const PORT_TAKEN = 98;

function notStarted(launched: Launched): DataError {
  const words = launched.lastWords().split("\n");
  const detail = words.find((line) => /error/i.test(line)) ?? words.at(-1) ?? "";
  return new DataError([{ code: "kernelNotStarted", holes: { detail: detail.trim() || "…" }, place: {} }]);
}

/**
 * Starts a kernel and waits until it is ready, with other ports when one was taken in the meantime.
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
    if (code !== PORT_TAKEN || attempt === 3) throw notStarted(launched);
  }
}
