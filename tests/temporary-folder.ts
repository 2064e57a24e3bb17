import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];

// registered once for each test file, which has a copy of this module of its own
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A folder of its own for a test, outside of the project, with a space and an ñ in its name; removed with its file's last test. */
export function folder(): string {
  const at = mkdtempSync(join(realpathSync(tmpdir()), "perfil ñ "));
  made.push(at);
  return at;
}
