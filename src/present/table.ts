import type { Released } from "../policy/released.js";
import type { FigureBlock, FigureKind, Frame, Labels, TableBlock } from "./block.js";

/** The parts of a frame that are there, and nothing else that the caller's object may hold. */
function framed({ id, title, message, note }: Frame): Frame {
  return { id, title, ...(message === undefined ? {} : { message }), ...(note === undefined ? {} : { note }) };
}

/**
 * A table of released estimates with its title, message and note: estimate, standard error, CV, interval and n, a row
 * an estimate.
 */
export function tableBlock(rows: readonly Released[], frame: Frame, labels: Labels): TableBlock {
  return Object.freeze({ kind: "table", ...framed(frame), rows, labels } as const);
}

/** A chart of released estimates: `bars`, `pyramid`, `periods` or `causes`. */
export function figureBlock(kind: FigureKind, rows: readonly Released[], frame: Frame, labels: Labels): FigureBlock {
  return Object.freeze({ kind: "figure", figure: kind, ...framed(frame), rows, labels } as const);
}
