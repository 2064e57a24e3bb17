import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Kernel } from "../src/notebook/kernel.js";
import { freePorts, kernelSpec, launch } from "../src/notebook/launch.js";
import { startKernel } from "../src/notebook/start-kernel.js";
import { comesTrue, folder, isAlive, notebookFile } from "./notebook-fixture.js";

async function printed(kernel: Kernel, code: string): Promise<string> {
  const { outputs, end } = kernel.execute(code, 30);
  await end;
  return outputs
    .all()
    .map((output) => (output.output_type === "stream" ? output.text : JSON.stringify(output)))
    .join("");
}

/** A runner in a process of its own, and the kernel that it started. */
async function startRunner(
  source: string,
): Promise<{ kill: (signal: NodeJS.Signals) => void; runner: number; kernel: number }> {
  const at = folder();
  const file = notebookFile(
    [`import { writeFileSync } from "fs";\nwriteFileSync("pid", String(process.pid));\n${source}`],
    {
      folder: at,
    },
  );
  const script = join(at, "corre.ts");
  const run = pathToFileURL(join(import.meta.dirname, "../src/notebook/run.ts")).href;
  writeFileSync(
    script,
    `import(${JSON.stringify(run)}).then((m) => m.runNotebook(${JSON.stringify(file)}, { timeout: 60 }));\n`,
  );
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script], { stdio: "ignore" });
  const pid = (): number => {
    try {
      return Number(readFileSync(join(at, "pid"), "utf8"));
    } catch {
      return 0;
    }
  };
  expect(await comesTrue(() => pid() > 0)).toBe(true);
  return { kill: (signal) => child.kill(signal), runner: child.pid ?? 0, kernel: pid() };
}

describe("no kernel outlives its runner", () => {
  // kill -9 cannot be caught: only the kernel itself can notice, and here its one thread never rests
  it.each([
    ["SIGKILL", "while (true) {}"],
    ["SIGTERM", "await new Promise(() => {})"],
    ["SIGINT", "while (true) {}"],
  ] as const)("after %s", async (signal, source) => {
    const { kill, runner, kernel } = await startRunner(source);
    expect([isAlive(runner), isAlive(kernel)]).toEqual([true, true]);
    kill(signal);
    expect(await comesTrue(() => !isAlive(runner) && !isAlive(kernel))).toBe(true);
  });

  it("nor does a process that a cell started", async () => {
    const kernel = await startKernel({ cwd: folder() });
    const code = `import { spawn } from "child_process"; console.log(spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]).pid)`;
    const sleeper = Number(await printed(kernel, code));
    expect(isAlive(sleeper)).toBe(true);
    kernel.kill();
    expect(await comesTrue(() => !isAlive(sleeper) && !isAlive(kernel.pid))).toBe(true);
  });
});

describe("startKernel(options)", () => {
  it("takes other ports when one is taken, and says why when that does not help", async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    let asked = 0;
    const taken = async (): Promise<readonly number[]> => {
      asked++;
      return (await freePorts()).with(asked % 5, port);
    };
    const second = await startKernel({ cwd: folder(), ports: () => (asked === 0 ? taken() : freePorts()) });
    expect(await printed(second, "6 * 7")).toBe("42\n");
    await second.stop();
    const never = startKernel({ cwd: folder(), ports: taken });
    await expect(never).rejects.toThrow("the notebook kernel did not start: Error: Address already in use");
    // once before, and three times here
    expect(asked).toBe(4);
    server.close();
  });

  it("does not wait for a kernel that failed but lives on, and says why it did", async () => {
    // what tslab loads first is broken, and somebody keeps the process from ending
    const broken = join(folder(), "roto.cjs");
    const load = "const Module = require('node:module'); const { _load } = Module;";
    const refuse =
      "if (name === 'commander') throw new TypeError('commander está roto'); return _load.call(this, name, ...rest);";
    const stay = "process.on('uncaughtException', (error) => console.error(error)); setInterval(() => {}, 1000);";
    writeFileSync(broken, `${load}\nModule._load = function (name, ...rest) { ${refuse} };\n${stay}\n`);
    const begun = performance.now();
    const started = startKernel({ cwd: folder(), env: { NODE_OPTIONS: `--require ${JSON.stringify(broken)}` } });
    await expect(started).rejects.toThrow("the notebook kernel did not start: TypeError: commander está roto");
    // it would be a minute
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it("interrupts what runs and goes on", async () => {
    const kernel = await startKernel({ cwd: folder() });
    const loop = kernel.execute("console.log('en marcha');\nawait new Promise(() => {})", 30);
    expect(await comesTrue(() => loop.outputs.all().length > 0)).toBe(true);
    kernel.interrupt();
    expect((await loop.end).state).toBe("error");
    // tslab puts off what comes within 200 ms of an error
    let after = kernel.execute("6 * 7", 30);
    while ((await after.end).state === "aborted") after = kernel.execute("6 * 7", 30);
    expect(after.outputs.all()).toEqual([{ output_type: "stream", name: "stdout", text: "42\n" }]);
    await kernel.stop();
    expect(isAlive(kernel.pid)).toBe(false);
  });

  it("runs nothing that is not signed with its key", async () => {
    const { Dealer } = await import("zeromq");
    const { encodeRequest } = await import("../src/notebook/wire.js");
    const launched = await launch({ cwd: folder() });
    const { shell_port, key } = launched.connection;
    const shell = new Dealer({ linger: 0 });
    shell.connect(`tcp://127.0.0.1:${shell_port}`);
    const content = { code: "require('fs').writeFileSync('falso', '')", silent: false };
    await shell.send(encodeRequest("otra clave", "s", "execute_request", content).frames);
    const request = encodeRequest(key, "s", "execute_request", { ...content, code: "1" });
    await shell.send(request.frames);
    const reply = (await shell.receive()).map((frame) => frame.toString());
    // the first answer is to the second request
    expect(reply.some((frame) => frame.includes(request.id))).toBe(true);
    shell.close();
    launched.kill();
    await launched.exited;
  });
});

describe("launch(options)", () => {
  it("keeps the key from other users, and removes it when the kernel ends", async () => {
    const launched = await launch({ cwd: folder() });
    const file = launched.process.spawnargs.at(-1)!;
    expect(file.startsWith(tmpdir())).toBe(true);
    if (process.platform !== "win32") {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(join(file, "..")).mode & 0o777).toBe(0o700);
    }
    launched.kill();
    await launched.exited;
    expect(await comesTrue(() => !existsSync(dirname(file)))).toBe(true);
  });

  it("starts by the words of the kernel spec, which Jupyter takes", () => {
    const { argv, language } = kernelSpec();
    expect(language).toBe("typescript");
    expect(argv.slice(-3)).toEqual(["kernel", "--config-path", "{connection_file}"]);
    expect(argv.filter((word) => word.endsWith("shim.cjs")).every((shim) => statSync(shim).isFile())).toBe(true);
  });
});
