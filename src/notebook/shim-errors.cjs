// What a cell threw, as a Jupyter error: name, message, a traceback that shows the cell's line, and nothing of this machine's folders.
"use strict";
const { inspect } = require("node:util");

const cellPlace = /In\[(\d+)\]:(\d+):(\d+)/;

/** Calls of Node, tslab and the shim, which no author of a cell wrote. */
const machinery = /node:(internal|vm)|node_modules[\\/]tslab[\\/]|[\\/]notebook[\\/]shim/;

/** The line of the source with a caret under its column. */
function pointAt(code, line, column) {
  const text = code.split(/\r?\n/)[line - 1] ?? "";
  // tabs stay tabs, so that the caret stands under its column however wide they are shown
  return [`    ${text}`, `    ${text.slice(0, column - 1).replace(/[^\t]/g, " ")}^`];
}

/** The calls that lead from the cell to the error, without the kernel's own. */
function frames(stack, root, inCells) {
  const lines = inCells(stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !/In\[\d+\](?!:)/.test(line) && !machinery.test(line))
    .map((line) => line.replaceAll("file://", "").replaceAll(root, "perfil").replaceAll(process.cwd(), "."));
  const lastCell = lines.findLastIndex((line) => cellPlace.test(line));
  return lastCell < 0 ? lines : lines.slice(0, lastCell + 1);
}

function describeThrown(thrown, execution, root, inCells) {
  if (!(thrown instanceof Error) && typeof thrown?.stack !== "string") {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`], line: null, column: null, execution: null };
  }
  const ename = String(thrown.name ?? "Error");
  const evalue = String(thrown.message ?? "");
  const calls = frames(String(thrown.stack ?? ""), root, inCells);
  const places = calls.map((call) => cellPlace.exec(call)?.slice(1).map(Number)).filter((place) => place !== undefined);
  // the cell's own line, even when the error was thrown in a function of an earlier cell
  const [number, line, column] = places.find(([from]) => from === execution?.number) ?? [null, null, null];
  const cause = thrown.cause instanceof Error ? [`Caused by ${thrown.cause.name}: ${thrown.cause.message}`] : [];
  const shown = line === null ? [] : pointAt(execution.code, line, column);
  const traceback = [...`${ename}: ${evalue}`.split("\n"), ...shown, ...calls, ...cause];
  return { ename, evalue, traceback, line, column, execution: number ?? places[0]?.[0] ?? null };
}

/** TypeScript's complaints about a cell; it did not run. */
function describeDiagnostics(diagnostics, execution) {
  const own = diagnostics.filter(({ file }) => file === "");
  const traceback = diagnostics.flatMap(({ file, line, column, text }) => [
    `${file || `In[${execution.number}]`}:${line}:${column} - ${text}`,
    ...(file === "" ? pointAt(execution.code, line, column) : []),
  ]);
  return {
    ename: "TypeScriptError",
    evalue: diagnostics.map(({ text }) => text).join("\n"),
    traceback,
    line: own[0]?.line ?? null,
    column: own[0]?.column ?? null,
  };
}

module.exports = { describeDiagnostics, describeThrown };
