// The set-up that every command needs, on Node's built-ins alone: install what the lock file names when
// node_modules is missing or stale, compile the helper module when its source has changed. It runs before
// `npm run report` and `npm test`, and at the start of `perfil`; when nothing changed it takes milliseconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function stop(lines) {
  console.error(lines.join("\n"));
  process.exit(2);
}

/** Whether this Node is one that the project is tested on: ^20.19, ^22.13 or from 24. */
export function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
}

function hash(files) {
  const sum = createHash("sha256");
  for (const file of files) sum.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return sum.digest("hex");
}

function isFresh(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function install() {
  const lock = join(root, "package-lock.json");
  const stamp = join(root, "node_modules", ".perfil-installed");
  const wanted = `${process.versions.modules} ${hash([join(root, "package.json"), lock])}`;
  if (isFresh(stamp, wanted)) return;
  console.error("perfil: installing the packages of the lock file (once) …");
  // npm tells where it is when it started this script; by hand, its name is looked up in the PATH
  const npm = process.env.npm_execpath;
  const words = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const done = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync(`npm ${words.join(" ")}`, { cwd: root, stdio: ["ignore", 2, 2], shell: true });
  if (done.status !== 0)
    stop([
      "perfil: the packages could not be installed (npm's own message stands above)",
      "  → check the connection to the npm registry, then run the same command again",
    ]);
  writeFileSync(stamp, wanted);
}

function build() {
  const dist = join(root, "dist");
  const stamp = join(dist, ".built-from");
  const configs = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"].map((name) => join(root, name));
  const wanted = hash([...sourceFiles(join(root, "src")), ...configs]);
  if (isFresh(stamp, wanted)) return;
  console.error("perfil: compiling the helper module …");
  // built beside and renamed, so that a kernel never imports half a build
  const beside = join(root, `dist.perfil-tmp-${process.pid}`);
  rmSync(beside, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const done = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", beside], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) {
    rmSync(beside, { recursive: true, force: true });
    stop(["perfil: the helper module does not compile; the last build is kept"]);
  }
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, ".built-from"), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(beside, dist);
}

/** Installs and builds what is stale. */
export function setUp() {
  if (!isSupported(process.versions.node))
    stop([`perfil: this Node is ${process.versions.node}; perfil needs ^20.19, ^22.13 or 24 and later: nodejs.org`]);
  install();
  build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) setUp();
