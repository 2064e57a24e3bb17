import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import type { Launched } from "./launch.js";
import { Outputs } from "./outputs.js";
import { pause } from "./pause.js";
import type { Exit } from "./process-group.js";
import { decode, encodeRequest, type Message } from "./wire.js";

/** How an execution ended. `aborted` means that the kernel did not run it. */
export type CellEnd =
  | { readonly state: "ok" | "error" | "aborted" }
  | { readonly state: "timeout"; readonly seconds: number }
  | { readonly state: "died"; readonly exit: Exit; readonly lastWords: string };

/** An execution: its end, and what it put out, which grows while late output arrives. */
export interface Execution {
  readonly outputs: Outputs;
  readonly end: Promise<CellEnd>;
}

/** A running kernel. */
export interface Kernel {
  readonly pid: number;
  /** Runs one cell after the one before has ended. The kernel is interrupted, then killed, after that many seconds. */
  execute(code: string, seconds: number): Execution;
  /** What Ctrl-C is to a program: ends a loop or a wait in the cell that runs. */
  interrupt(): void;
  /** Waits for what the cells left running, for two seconds at most, and ends the kernel. */
  stop(): Promise<void>;
  /** Ends the kernel now, and every process that its cells started, but for those that they detached. */
  kill(): void;
}

/** How long a kernel may take to start, in milliseconds. */
const START = 60_000;
/** How long a kernel that told of an error while it started may take to end by itself, in milliseconds. */
const STUMBLE = 1000;
/** How long an interrupted cell may take to end, in milliseconds. */
const GRACE = 2000;

interface Waiting {
  readonly outputs: Outputs;
  reply: string | null;
  idle: boolean;
  readonly finish: (end: CellEnd) => void;
}

/** A stack trace, or the words with which Node gives up; a warning that is traced begins otherwise. */
const FATAL = /^(?:Uncaught )?[\w$]*Error\b.*\n(?:.*\n)*?\s+at |FATAL ERROR/m;

/** A kernel by the sockets to its process and the executions that wait for messages. */
export class KernelClient implements Kernel {
  readonly pid: number;
  private readonly session = randomUUID();
  private readonly shell = new Dealer({ linger: 0, reconnectInterval: 20 });
  private readonly control = new Dealer({ linger: 0, reconnectInterval: 20 });
  private readonly iopub = new Subscriber({ linger: 0, reconnectInterval: 20, receiveHighWaterMark: 0 });
  private readonly executions = new Map<string, Waiting>();
  private readonly idle = new Set<string>();
  private sent: Promise<void> = Promise.resolve();
  private exit: Exit | null = null;
  private answered = false;

  constructor(private readonly launched: Launched) {
    this.pid = launched.process.pid ?? 0;
    const { ip, shell_port, iopub_port, control_port } = launched.connection;
    this.shell.connect(`tcp://${ip}:${shell_port}`);
    this.control.connect(`tcp://${ip}:${control_port}`);
    this.iopub.connect(`tcp://${ip}:${iopub_port}`);
    this.iopub.subscribe();
    void this.listen(this.shell);
    void this.listen(this.control);
    void this.listen(this.iopub);
    void launched.exited.then((exit) => this.onExit(exit));
  }

  private async listen(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      const message = decode(this.launched.connection.key, frames);
      if (message !== null) this.onMessage(message);
    }
  }

  private onMessage(message: Message): void {
    const isIdle = message.type === "status" && message.content.execution_state === "idle";
    if (isIdle) this.idle.add(message.parent);
    if (message.type === "kernel_info_reply") this.answered = true;
    const waiting = this.executions.get(message.parent);
    if (waiting === undefined) return;
    waiting.outputs.add(message);
    if (isIdle) waiting.idle = true;
    if (message.type === "execute_reply") waiting.reply = String(message.content.status);
    // the reply and the output come by different ways: a cell has ended when both have come
    if (!waiting.idle || waiting.reply === null) return;
    if (waiting.reply === "abort" || waiting.reply === "aborted") waiting.finish({ state: "aborted" });
    else waiting.finish({ state: waiting.reply === "ok" && waiting.outputs.error === null ? "ok" : "error" });
  }

  private async onExit(exit: Exit): Promise<void> {
    this.exit = exit;
    // what the kernel sent before it died may still be on its way
    await pause(200);
    for (const { finish } of this.executions.values()) {
      finish({ state: "died", exit, lastWords: this.launched.lastWords() });
    }
    this.shell.close();
    this.control.close();
    this.iopub.close();
  }

  private request(socket: Dealer, type: string, content: Readonly<Record<string, unknown>>): string {
    const { id, frames } = encodeRequest(this.launched.connection.key, this.session, type, content);
    this.sent = this.sent.then(() => (socket.closed ? undefined : socket.send(frames)));
    return id;
  }

  /**
   * Waits until the kernel answers and its output arrives here: a subscriber that joined late misses the first. Says
   * whether it does: not when the kernel ends, takes a minute, or lives on with an error that kept it from starting.
   */
  async ready(): Promise<boolean> {
    let end = performance.now() + START;
    let isFatal = false;
    let asked = [this.request(this.shell, "kernel_info_request", {})];
    while (!asked.some((id) => this.idle.has(id))) {
      if (this.exit !== null || performance.now() > end) return false;
      await pause(10);
      if (this.answered) asked = [...asked, this.request(this.shell, "kernel_info_request", {})];
      if (isFatal || !FATAL.test(this.launched.lastWords())) continue;
      isFatal = true;
      end = Math.min(end, performance.now() + STUMBLE);
    }
    return true;
  }

  execute(code: string, seconds: number): Execution {
    const outputs = new Outputs();
    let timer: NodeJS.Timeout | undefined;
    const end = new Promise<CellEnd>((resolve) => {
      let isLate = false;
      const finish = (how: CellEnd): void => {
        clearTimeout(timer);
        resolve(isLate ? { state: "timeout", seconds } : how);
      };
      if (this.exit !== null) {
        finish({ state: "died", exit: this.exit, lastWords: this.launched.lastWords() });
        return;
      }
      const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
      const id = this.request(this.shell, "execute_request", content);
      this.executions.set(id, { outputs, reply: null, idle: false, finish });
      timer = setTimeout(
        () => {
          isLate = true;
          this.interrupt();
          timer = setTimeout(() => {
            this.kill();
            finish({ state: "timeout", seconds });
          }, GRACE);
        },
        Math.min(seconds * 1000, 2_147_483_647),
      );
    });
    return { outputs, end };
  }

  interrupt(): void {
    this.launched.kill("SIGINT");
  }

  kill(): void {
    this.launched.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    if (this.exit === null) {
      const id = this.request(this.control, "shutdown_request", { restart: false });
      const end = performance.now() + GRACE + 1000;
      while (this.exit === null && !this.idle.has(id) && performance.now() < end) await pause(5);
    }
    this.kill();
    await this.launched.exited;
  }
}
