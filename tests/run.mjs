// The test command: format and lint, types, tests; each is run whatever the one before said, and the worst counts.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = [
  ["format and lint", ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]],
  ["types", ["typescript/bin/tsc", "--noEmit"]],
  ["tests", ["vitest/vitest.mjs", "run", ...process.argv.slice(2)]],
];
let failed = 0;
for (const [name, [file, ...words]] of steps) {
  console.log(`\n— ${name}`);
  const done = spawnSync(process.execPath, [join(root, "node_modules", file), ...words], {
    cwd: root,
    stdio: "inherit",
  });
  if (done.status !== 0) failed = 1;
}
process.exit(failed);
