import { writeWhole } from "../load/write-whole.js";
import { byCodePoint } from "../words/code-point.js";
import type { Cell, Notebook } from "./notebook.js";
import type { MimeBundle, Output } from "./outputs.js";

/** Keys in order, as Jupyter writes them, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** A text as its lines, each with its line end, so that a change is a line of a difference. */
function lines(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The texts of a bundle by lines. What is JSON keeps the order that its program gave it, which may mean something. */
function bundle(data: MimeBundle): unknown {
  const isJson = (mime: string): boolean => /[/+]json$/.test(mime);
  return Object.fromEntries(
    Object.keys(data)
      .sort(byCodePoint)
      .map((mime) => {
        const value = data[mime];
        return [mime, typeof value === "string" && !isJson(mime) ? lines(value) : value];
      }),
  );
}

function outputToFile(output: Output): unknown {
  const { output_type } = output;
  if (output_type === "stream") return { name: output.name, output_type, text: lines(output.text) };
  if (output_type === "error") {
    return { ename: output.ename, evalue: output.evalue, output_type, traceback: output.traceback };
  }
  const shown = { data: bundle(output.data), metadata: sorted(output.metadata), output_type };
  if (output_type === "display_data") return shown;
  return { data: shown.data, execution_count: output.execution_count, metadata: shown.metadata, output_type };
}

function cellToFile(cell: Cell): unknown {
  const { cell_type, id } = cell;
  const metadata = sorted(cell.metadata);
  const source = lines(cell.source);
  if (cell.cell_type === "code") {
    const outputs = cell.outputs.map(outputToFile);
    return { cell_type, execution_count: cell.execution_count, id, metadata, outputs, source };
  }
  const attachments = cell.attachments === undefined ? {} : { attachments: sorted(cell.attachments) };
  return { ...attachments, cell_type, id, metadata, source };
}

/**
 * The text of a notebook's file: nbformat 4.5, one space of indentation, keys in order, a line end at the end. The same
 * notebook gives the same bytes, and Jupyter, saving it, changes nothing.
 *
 * @example
 * notebookText({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }).split("\n")[1]; // => ' "cells": [],'
 */
export function notebookText(notebook: Notebook): string {
  const { metadata, nbformat, nbformat_minor } = notebook;
  const file = { cells: notebook.cells.map(cellToFile), metadata: sorted(metadata), nbformat, nbformat_minor };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Writes a notebook's file, whole or not at all. */
export function writeNotebook(file: string, notebook: Notebook): void {
  writeWhole(file, notebookText(notebook));
}
