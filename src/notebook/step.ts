import { type Failure, toFailure } from "./failure.js";
import type { CellEnd, Execution, Kernel } from "./kernel.js";
import { type CodeCell, hasTag, type Notebook } from "./notebook.js";
import { pause } from "./pause.js";

/** How long the kernel answers `abort` after an error, in milliseconds, with room. */
export const AFTER_ERROR: number = 300;

/** One cell's execution in its notebook. */
export interface Step {
  readonly index: number;
  readonly execution: Execution;
  readonly end: CellEnd;
  /** the message's code should it have taken too long: the cell's own limit or the notebook's */
  readonly limit: string;
}

/** Runs one cell, again when the kernel put it off. */
export async function runCell(
  kernel: Kernel,
  source: string,
  seconds: number,
): Promise<Pick<Step, "execution" | "end">> {
  for (let attempt = 1; ; attempt++) {
    const execution = kernel.execute(source, seconds);
    const end = await execution.end;
    if (end.state !== "aborted" || attempt === 3) return { execution, end };
    await pause(AFTER_ERROR);
  }
}

/** The first cell that failed; an earlier cell may have failed later, in a timer or a promise. */
export function firstFailure(notebook: Notebook, steps: readonly Step[]): Failure | null {
  for (const { index, execution, end, limit } of steps) {
    const cell = notebook.cells[index]!;
    const where = { cell: index + 1, source: cell.source, limit };
    const failure = toFailure(end, execution.outputs.error, hasTag(cell, "raises-exception"), where);
    if (failure !== null) return failure;
  }
  return null;
}

/** The notebook with what its cells put out, in place of what it held; executions counted from 1. */
export function withOutputs(notebook: Notebook, steps: readonly Step[]): Notebook {
  const byIndex = new Map(steps.map((step, order) => [step.index, { step, order }]));
  const cells = notebook.cells.map((cell, index) => {
    if (cell.cell_type !== "code") return cell;
    const ran = byIndex.get(index);
    const outputs = ran === undefined ? [] : ran.step.execution.outputs.all();
    return { ...cell, execution_count: ran === undefined ? null : ran.order + 1, outputs } satisfies CodeCell;
  });
  return { ...notebook, cells };
}
