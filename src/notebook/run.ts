import { availableParallelism } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { DataError } from "../errors.js";
import type { Failure } from "./failure.js";
import type { Kernel } from "./kernel.js";
import type { Notebook } from "./notebook.js";
import { pause } from "./pause.js";
import { readNotebook } from "./read-notebook.js";
import { startKernel } from "./start-kernel.js";
import { AFTER_ERROR, firstFailure, runCell, type Step, withOutputs } from "./step.js";

/** What happens in a run, for whoever watches. */
export interface Progress {
  /** the notebook's file name */
  readonly notebook: string;
  /** the number of the cell that runs, from 1 among all cells; 0 while the kernel starts */
  readonly cell: number;
  /** the number of cells */
  readonly cells: number;
  /** since this notebook was begun */
  readonly seconds: number;
  readonly state: "starting" | "running" | "done" | "failed";
}

/** How notebooks are run. */
export interface RunOptions {
  /** the folder in which the cells run; the notebook's own by default */
  readonly cwd?: string;
  /** what the kernel's environment holds besides this process's own */
  readonly env?: Readonly<Record<string, string>>;
  /** how many notebooks run at a time; by default a kernel a core, four at most */
  readonly jobs?: number;
  /** how long a cell may take, in seconds; 600 by default */
  readonly cellTimeout?: number;
  /** how long a notebook may take, in seconds; an hour by default */
  readonly timeout?: number;
  readonly onProgress?: (event: Progress) => void;
  /** stops the run: its kernels are killed and it throws the signal's reason */
  readonly signal?: AbortSignal;
}

/** A notebook that was run, as far as it came. */
export interface Executed {
  /** the file it was read from, as it was given */
  readonly file: string;
  /** with outputs and with execution counts from 1; nothing was written */
  readonly notebook: Notebook;
  readonly seconds: number;
  /** null when every cell ran well */
  readonly failure: Failure | null;
}

async function startFor(file: string, options: RunOptions): Promise<Kernel> {
  try {
    return await startKernel({ cwd: options.cwd ?? dirname(resolve(file)), env: options.env ?? {} });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(error.problems.map((problem) => ({ ...problem, place: { file: basename(file) } })));
  }
}

/**
 * Runs a notebook in a kernel of its own, from its first cell until one fails. What a cell throws later, in a timer or a
 * promise, counts as its failure. A cell tagged `raises-exception` may fail. Nothing is written.
 *
 * @throws {DataError} if the file is no notebook in TypeScript, or the kernel does not start
 */
export async function runNotebook(file: string, options: RunOptions = {}): Promise<Executed> {
  const { cellTimeout = 600, timeout = 3600, onProgress, signal } = options;
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const notebook = readNotebook(file);
  const tell = (state: Progress["state"], cell: number): void => {
    onProgress?.({ notebook: basename(file), cell, cells: notebook.cells.length, seconds: seconds(), state });
  };
  signal?.throwIfAborted();
  tell("starting", 0);
  const kernel = await startFor(file, options);
  const kill = (): void => kernel.kill();
  signal?.addEventListener("abort", kill);
  const steps: Step[] = [];
  let failure: Failure | null = null;
  try {
    for (const [index, cell] of notebook.cells.entries()) {
      if (cell.cell_type !== "code" || cell.source.trim() === "") continue;
      signal?.throwIfAborted();
      tell("running", index + 1);
      const left = Math.max(0.001, timeout - seconds());
      const limit = left < cellTimeout ? "notebookTimeout" : "cellTimeout";
      const ran = await runCell(kernel, cell.source, Math.min(left, cellTimeout));
      signal?.throwIfAborted();
      const end =
        ran.end.state === "timeout"
          ? { ...ran.end, seconds: limit === "cellTimeout" ? cellTimeout : timeout }
          : ran.end;
      steps.push({ index, execution: ran.execution, end, limit });
      failure = firstFailure(notebook, steps);
      if (failure !== null) break;
      if (end.state === "error") await pause(AFTER_ERROR);
    }
    // a kernel that stops waits for what its cells left running, so that late errors are seen
    if (failure === null) await kernel.stop();
    signal?.throwIfAborted();
    failure = firstFailure(notebook, steps);
  } finally {
    signal?.removeEventListener("abort", kill);
    kernel.kill();
  }
  tell(failure === null ? "done" : "failed", failure?.cell ?? notebook.cells.length);
  return { file, notebook: withOutputs(notebook, steps), seconds: seconds(), failure };
}

/**
 * Runs notebooks, several at a time, each in a kernel of its own. When one fails, those that run are stopped and those
 * that wait are not begun. Returns the notebooks that came to an end, good or bad, in the order of `files`.
 *
 * @throws {DataError} if a file is no notebook in TypeScript, before any runs, or a kernel does not start
 */
export async function runNotebooks(files: readonly string[], options: RunOptions = {}): Promise<readonly Executed[]> {
  const problems = files.flatMap((file) => notebookProblems(file));
  if (problems.length > 0) throw new DataError(problems);
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const ended: (Executed | undefined)[] = [];
  const waiting = [...files.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      const [index, file] = next;
      const executed = await runNotebook(file, { ...options, signal });
      ended[index] = executed;
      if (executed.failure !== null) stop.abort();
    }
  };
  const jobs = Math.max(1, Math.min(options.jobs ?? Math.min(availableParallelism(), 4), files.length));
  const works = Array.from({ length: jobs }, work);
  const settled = await Promise.allSettled(
    works.map((each) =>
      each.catch((error: unknown) => {
        stop.abort(error);
        throw error;
      }),
    ),
  );
  options.signal?.throwIfAborted();
  for (const each of settled) {
    // those that were stopped because another failed have nothing to tell
    if (each.status === "rejected" && !ended.some((executed) => executed?.failure))
      throw stop.signal.reason ?? each.reason;
  }
  return ended.filter((executed) => executed !== undefined);
}

function notebookProblems(file: string): DataError["problems"] {
  try {
    readNotebook(file);
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
}
