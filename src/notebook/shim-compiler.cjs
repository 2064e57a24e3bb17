// What the kernel's TypeScript must know besides: where `perfil` lies, and which line of a cell became which line of
// JavaScript, so that an error names the line that its author wrote.
"use strict";
const { SourceMap } = require("node:module");
const { dirname } = require("node:path");
const vm = require("node:vm");

const inlineMap = /\n?\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([A-Za-z0-9+/=]+)\s*$/;
const mapComment = /\n?\/\/# sourceMappingURL=\S+\s*$/;

/** The last module that was compiled in memory, a cell or what it imports. */
let last = null;
/** The compiled cells by the number of their execution. */
const cells = new Map();

/** Where a line and column (from 1) of the compiled cell stand in its source, from 1; null outside of it. */
function originalPosition(execution, line, column) {
  const cell = cells.get(execution);
  if (cell === undefined || line > cell.lines) return null;
  const middle = cell.second.findEntry(line - 1, column - 1);
  if (middle.originalLine === undefined) return null;
  const entry = cell.first.findEntry(middle.originalLine, middle.originalColumn);
  // tslab puts a line before the cell's first
  if (entry.originalLine === undefined || entry.originalLine < 1) return null;
  return { line: entry.originalLine, column: entry.originalColumn + 1 };
}

const compiledPlace = /perfil-cell-(\d+)\.js:(\d+):(\d+)/g;

/** A text whose places in compiled cells are said as places in the cells: `In[3]:2:5`. */
function inCells(text) {
  return text.replace(compiledPlace, (_, execution, line, column) => {
    const place = originalPosition(Number(execution), Number(line), Number(column));
    return place === null ? `In[${execution}]` : `In[${execution}]:${place.line}:${place.column}`;
  });
}

function transpileWithMap(ts, input, options) {
  const first = inlineMap.exec(input);
  if (first === null) return ts.transpileModule(input, options);
  const compilerOptions = { ...options.compilerOptions, sourceMap: true };
  const output = ts.transpileModule(input.slice(0, first.index), { ...options, compilerOptions });
  const outputText = output.outputText.replace(mapComment, "");
  last = {
    text: outputText,
    lines: outputText.split("\n").length,
    first: new SourceMap(JSON.parse(Buffer.from(first[1], "base64").toString("utf8"))),
    second: new SourceMap(JSON.parse(output.sourceMapText)),
  };
  return { ...output, outputText };
}

/** Gives each compiled cell a name with its execution's number, so that it can be told from others in a stack. */
function nameCells(currentExecution) {
  const run = vm.runInThisContext;
  vm.runInThisContext = (code, options) => {
    const start = last !== null && options?.breakOnSigint ? code.indexOf(last.text) : -1;
    if (start < 0) return run(code, options);
    const execution = currentExecution();
    cells.set(execution, last);
    // what tslab writes before the cell stands on the cell's first line
    return run(code, { ...options, filename: `perfil-cell-${execution}.js`, columnOffset: -start });
  };
}

function typeRoot(tslab) {
  for (const paths of [[__dirname], [tslab]]) {
    try {
      return dirname(dirname(require.resolve("@types/node/package.json", { paths })));
    } catch {
      // the next place
    }
  }
  return null;
}

/** Puts a TypeScript in the place of tslab's that knows this package and keeps source maps. */
function prepareCompiler(tslab, imports) {
  const file = require.resolve("@tslab/typescript-for-tslab", { paths: [tslab] });
  const ts = require(file);
  const root = typeRoot(tslab);
  const more = {
    paths: Object.fromEntries([...imports].map(([name, { types }]) => [name, [types.replaceAll("\\", "/")]])),
    inlineSourceMap: true,
    // a cell needs Node's types; reading every other package of @types costs each kernel time
    ...(root === null ? {} : { typeRoots: [root], types: ["node"] }),
  };
  const createWatchCompilerHost = (files, options, ...others) =>
    ts.createWatchCompilerHost(files, { ...options, ...more }, ...others);
  const transpileModule = (input, options) => transpileWithMap(ts, input, options);
  // TypeScript's own properties cannot be set, so tslab is given a copy
  const copy = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ts),
      createWatchCompilerHost: { value: createWatchCompilerHost, enumerable: true },
      transpileModule: { value: transpileModule, enumerable: true },
    },
  );
  require.cache[file].exports = copy;
}

module.exports = { prepareCompiler, positions: { inCells, nameCells } };
