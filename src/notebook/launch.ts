import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Exit, signalGroup, whenEnded } from "./process-group.js";
import { endWithUs } from "./reaper.js";

/** The kernel's name in Jupyter. */
export const KERNEL_NAME = "perfil";

/** What Jupyter's `kernel.json` holds. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: "typescript";
  readonly interrupt_mode: "signal";
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Where a kernel listens and the key that signs its messages: Jupyter's connection file. */
export interface Connection {
  readonly transport: "tcp";
  readonly ip: string;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

/** Where a kernel is started and what its environment holds besides this process's own. */
export interface LaunchOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** five ports to listen on, asked for at each attempt; free ones by default */
  readonly ports?: () => Promise<readonly number[]>;
}

/** A kernel's process that was started; it is not yet ready. */
export interface Launched {
  readonly process: ChildProcess;
  readonly connection: Connection;
  readonly exited: Promise<Exit>;
  /** the end of what the process itself wrote to standard error */
  lastWords(): string;
  /** removes the connection file, which nobody needs once the kernel has read it */
  removeFile(): void;
  /** kills the kernel and every process that its cells started, but for those that they detached */
  kill(signal?: "SIGINT" | "SIGKILL"): void;
}

// the same from src/ and from dist/, both of which lie in the project's folder
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shim = join(root, "src", "notebook", "shim.cjs");

/**
 * How the kernel is started, as Jupyter's `kernel.json` says it. The runner starts its kernels by the same words, so a
 * notebook meets one kernel everywhere.
 */
export function kernelSpec(): KernelSpec {
  const tslab = dirname(createRequire(import.meta.url).resolve("tslab/package.json"));
  return {
    argv: [
      process.execPath,
      // Node 20 warns in the first cell when it loads this package, an ES module, by require
      "--disable-warning=ExperimentalWarning",
      "-r",
      shim,
      join(tslab, "bin", "tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name: "perfil (TypeScript)",
    language: "typescript",
    interrupt_mode: "signal",
    metadata: {},
  };
}

/** Five ports of this machine that nobody listened on a moment ago. */
export async function freePorts(): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject).listen(0, "127.0.0.1", resolve);
      });
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
      return address.port;
    }),
  );
}

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...own } = process.env;
  // a printed object must not hold colours on one machine and none on another
  return { ...own, NO_COLOR: "1", ...more, PERFIL_KERNEL_PARENT: String(process.pid) };
}

/**
 * Starts a kernel's process in a group of its own, listening on this machine only. Its connection file lies in a folder
 * that only this user can read, and is removed when the process has ended at the latest.
 *
 * @throws {Error} if the process cannot be started or a file cannot be written
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const [shell, iopub, stdin, control, hb] = await (options.ports ?? freePorts)();
  const connection: Connection = {
    transport: "tcp",
    ip: "127.0.0.1",
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: KERNEL_NAME,
    shell_port: shell!,
    iopub_port: iopub!,
    stdin_port: stdin!,
    control_port: control!,
    hb_port: hb!,
  };
  const folder = mkdtempSync(join(tmpdir(), "perfil-kernel-"));
  const file = join(folder, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const [program, ...words] = kernelSpec().argv.map((word) => word.replace("{connection_file}", file));
  const child = spawn(program!, words, {
    cwd: options.cwd,
    env: environment(options.env ?? {}),
    detached: process.platform !== "win32",
    windowsHide: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let written = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    written = (written + text).slice(-4096);
  });
  const removeFile = (): void => rmSync(folder, { recursive: true, force: true });
  const release = endWithUs(() => {
    signalGroup(child, "SIGKILL");
    removeFile();
  });
  child.once("error", (error) => {
    written += error.message;
  });
  const exited = whenEnded(child);
  void exited.then(() => {
    release();
    removeFile();
  });
  return {
    process: child,
    connection,
    exited,
    lastWords: () => written.trim(),
    removeFile,
    // once it has ended, its number may be another's
    kill: (signal = "SIGKILL") => {
      if (child.exitCode === null && child.signalCode === null) signalGroup(child, signal);
    },
  };
}
