// Loaded into the kernel before tslab (`node -r shim.cjs …/tslab kernel`). It makes three things true that tslab alone
// does not: `perfil` can be imported wherever the notebook lies, nothing that a cell prints or throws is lost, and no
// kernel outlives the program that started it. Plain CommonJS, because it runs before anything else is loaded.
"use strict";
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { isMainThread } = require("node:worker_threads");

const root = dirname(dirname(__dirname));
const { name, exports: entries } = require(join(root, "package.json"));

/** What an import of this package stands for: `perfil` and `perfil/dataframe` → code and types. */
const imports = new Map();
for (const [path, entry] of Object.entries(entries)) {
  if (typeof entry === "object")
    imports.set(join(name, path).replaceAll("\\", "/"), {
      code: join(root, entry.default),
      types: join(root, entry.types),
    });
}

const tslab = dirname(require.resolve("tslab/package.json"));
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...others) {
  // tslab prefers a tslab that lies beside the notebook; that one would run without what follows here
  if (request.endsWith("node_modules/tslab/dist/main.js")) return join(tslab, "dist", "main.js");
  return resolveFilename.call(this, imports.get(request)?.code ?? request, ...others);
};

const program = process.argv[1] ?? "";
if (isMainThread && process.argv[2] === "kernel" && /[\\/]tslab([\\/]bin[\\/]tslab)?$/.test(program)) {
  require("./shim-parent.cjs").watchParent();
  // the compiler first: tslab takes what it finds of it when it is loaded
  const { prepareCompiler, positions } = require("./shim-compiler.cjs");
  prepareCompiler(tslab, imports);
  require("./shim-messages.cjs").prepareMessages(tslab, root, positions);
}
