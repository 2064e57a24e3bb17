// The sample's whole report against `jupyter nbconvert --execute` on its notebooks with the same kernel, in turn, in the
// same minute. Prints seconds and the ratio; it never fails on time. Needs jupyter-nbconvert (Debian: apt-get install
// jupyter-nbconvert); without it, only the report is timed.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { kernelSpec } from "../../dist/notebook/launch.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const place = mkdtempSync(join(tmpdir(), "perfil-bench-"));
const kernels = join(place, "kernels", "perfil");
mkdirSync(kernels, { recursive: true });
writeFileSync(join(kernels, "kernel.json"), JSON.stringify(kernelSpec()));
const notebooks = readdirSync(join(root, "notebooks"))
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => join(root, "notebooks", name));

function seconds(command, words) {
  const begun = performance.now();
  const env = { ...process.env, JUPYTER_PATH: place, PERFIL_STUDY: join(root, "data-samples", "chihuahua") };
  const done = spawnSync(command, words, { env, stdio: "ignore" });
  return done.status === 0 ? (performance.now() - begun) / 1000 : null;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const ours = [];
const theirs = [];
for (let turn = 0; turn < 3; turn++) {
  ours.push(seconds(process.execPath, [join(root, "src", "perfil.mjs"), "report", "--out", join(place, "out")]));
  theirs.push(seconds("jupyter-nbconvert", ["--to", "notebook", "--execute", "--output-dir", place, ...notebooks]));
}
rmSync(place, { recursive: true, force: true });
console.log(`perfil report: ${median(ours).toFixed(1)} s (median of 3)`);
if (theirs.includes(null)) console.log("jupyter nbconvert: not there, so no ratio");
else {
  console.log(`jupyter nbconvert --execute: ${median(theirs).toFixed(1)} s (median of 3)`);
  console.log(`ratio: ${(median(ours) / median(theirs)).toFixed(2)}`);
}
