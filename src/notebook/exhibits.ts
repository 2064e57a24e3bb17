import type { Estimate } from "../estimate/estimate.js";
import { type FindingSpec, toFinding } from "../narrate/finding.js";
import { inegi } from "../policy/precision.js";
import type { Released } from "../policy/released.js";
import type { Block, FigureBlock, FigureKind, FindingBlock, Frame, TableBlock } from "../present/block.js";
import { show as showBlock } from "../present/display.js";
import { labelsFor } from "../present/study-labels.js";
import { figureBlock, tableBlock } from "../present/table.js";
import { currentStudy } from "./open-study.js";

/** Estimates as a notebook has them: released rows of the plan, or rows that an analyst just computed. */
export type Rows = readonly (Estimate | Released)[];

/** Rows that the plan did not ask for are marked; the released ones stay as they are. */
function toReleased(rows: Rows): readonly Released[] {
  return rows.map((row) =>
    "withheld" in row ? row : { ...row, id: row.variable, precision: inegi(row), withheld: false, exploratory: true },
  );
}

function figure(kind: FigureKind): (rows: Rows, frame: Frame) => FigureBlock {
  return (rows, frame) => {
    const released = toReleased(rows);
    return figureBlock(kind, released, frame, labelsFor(released, currentStudy().labels));
  };
}

/**
 * A table of estimates: estimate, standard error, CV, interval, n.
 *
 * @throws {Error} if no study is open
 */
export function table(rows: Rows, frame: Frame): TableBlock {
  const released = toReleased(rows);
  return tableBlock(released, frame, labelsFor(released, currentStudy().labels));
}

/** Bars with intervals, the groups side by side. */
export const bars: (rows: Rows, frame: Frame) => FigureBlock = figure("bars");

/** An age–sex pyramid for each group. */
export const pyramid: (rows: Rows, frame: Frame) => FigureBlock = figure("pyramid");

/** Periods in their order, with intervals. */
export const periods: (rows: Rows, frame: Frame) => FigureBlock = figure("periods");

/** The answers of a multiple-response question, the most frequent first. */
export const causes: (rows: Rows, frame: Frame) => FigureBlock = figure("causes");

/**
 * A sentence that rests on its estimates and is tested on every run, with what the group makes of it where that is on
 * record.
 *
 * @throws {DataError} if a name of the evidence is not exactly one row, a cited row is withheld, or a hole has no value
 */
export function finding(spec: FindingSpec): FindingBlock {
  const study = currentStudy();
  const rows = Object.values(spec.evidence).flatMap((value) => value as Released | readonly Released[]);
  return toFinding(spec, labelsFor(rows, study.labels), study.readings[spec.id]);
}

/**
 * Displays a block, or estimates as a plain table: the only way into the report. Everything else that a cell prints
 * stays in the confidential copy of the notebook.
 */
export function show(what: Block | Rows): void {
  const isBlock = "kind" in what;
  const block: Block = isBlock
    ? what
    : table(what, { id: "estimates", title: { es: "Estimaciones", en: "Estimates" } });
  showBlock(block, currentStudy().settings.languages[0]!);
}
