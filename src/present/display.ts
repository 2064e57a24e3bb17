import { createRequire } from "node:module";
import { BLOCK_MIME, type Block } from "./block.js";
import { blockToHtml } from "./block-html.js";
import { framedFigure } from "./figure.js";
import { blockText } from "./text.js";

/** A notebook's display: the same thing in several formats, of which the reader's program takes the richest it knows. */
export interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A block as one display: the block itself, for a figure what plotly draws, HTML without script, and plain text. */
export function bundleOf(block: Block, language: string): Bundle {
  const plotly = block.kind === "figure" ? { "application/vnd.plotly.v1+json": framedFigure(block, language) } : {};
  return {
    data: {
      [BLOCK_MIME]: block,
      ...plotly,
      "text/html": blockToHtml(block, language, { plotly: false }),
      "text/plain": blockText(block, language),
    },
    metadata: {},
  };
}

/**
 * The kernel's way to write a display, or null outside a kernel. It changes with every cell, so it is read anew each
 * time; tslab is looked for among the modules that are loaded and never loaded from here.
 */
function kernelWriter(): ((bundle: Bundle) => void) | null {
  const loaded = createRequire(import.meta.url).cache;
  const file = Object.keys(loaded).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  const exported: unknown = file === undefined ? undefined : loaded[file]?.exports;
  const writer = (exported as { lastWriteDisplayData?: unknown } | undefined)?.lastWriteDisplayData;
  return typeof writer === "function" ? (writer as (bundle: Bundle) => void) : null;
}

/**
 * Shows a block: in a notebook as one display, elsewhere as text on standard output. It is the only way to publish: a
 * report takes blocks that were shown and nothing else that a cell printed.
 */
export function show(block: Block, language = "es"): void {
  const write = kernelWriter();
  if (write === null) process.stdout.write(`${blockText(block, language)}\n`);
  else write(bundleOf(block, language));
}
