// No kernel outlives its parent. A thread of its own looks, because a cell in an endless loop would never let the main
// thread look; it kills the whole group, because cells start processes too.
"use strict";
const { Worker } = require("node:worker_threads");

const code = `
const parent = require("node:worker_threads").workerData;
function isOrphan() {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    // on Windows a dead parent's number stays
    return error.code === "ESRCH";
  }
}
setInterval(() => {
  if (!isOrphan()) return;
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}, 250);
`;

/** Watches the process that started this one, or the one that the launcher named, should it have died already. */
function watchParent() {
  const named = Number(process.env.PERFIL_KERNEL_PARENT);
  const options = { eval: true, execArgv: [], workerData: named || process.ppid, stdout: false, stderr: false };
  new Worker(code, options).unref();
}

module.exports = { watchParent };
