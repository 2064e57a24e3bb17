// The set-up that every command needs, on Node's built-ins alone: install what the lock file names when
// node_modules is missing or stale, compile the helper module when its source has changed. It runs before
// `npm run report` and `npm test`, and at the start of `perfil`; when nothing changed it takes milliseconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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

const LOCK = join(root, ".perfil-tmp-lock");
/** After how many milliseconds a lock is nobody's: its process may be dead and its number another's. */
const STALE = 15 * 60_000;

/** The process that holds the lock; null if nobody does, or whoever did is gone. */
function holder() {
  try {
    const pid = Number(readFileSync(join(LOCK, "pid"), "utf8"));
    if (Date.now() - statSync(LOCK).mtimeMs > STALE) return null;
    // signal 0 only asks; another user's process may not be asked, but it is there
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? "?" : null;
  }
}

/** Makes the folder that is the lock, and no other process's at the same time; says whether it could. */
function take() {
  const beside = `${LOCK}-${process.pid}`;
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, "pid"), String(process.pid));
  try {
    // renamed with its holder's number in it: a folder that is not empty cannot be renamed over
    renameSync(beside, LOCK);
    return true;
  } catch {
    rmSync(beside, { recursive: true, force: true });
    return false;
  }
}

/** Does something while no other set-up of this project does: two at once would tear up each other's node_modules. */
function alone(work) {
  for (let told = false; !take(); ) {
    const pid = holder();
    if (pid === null) rmSync(LOCK, { recursive: true, force: true });
    else if (!told) console.error(`perfil: another set-up is at work (process ${pid}); waiting …`);
    told ||= pid !== null;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once("exit", release);
  work();
  process.off("exit", release);
  release();
}

/** The installed packages' stamp, and what it holds when they are those of the lock file. */
function installation() {
  const files = ["package.json", "package-lock.json"].map((name) => join(root, name));
  return [join(root, "node_modules", ".perfil-installed"), hash(files)];
}

function install() {
  const [stamp, wanted] = installation();
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

/** The build's stamp, and what it holds when it is one of this source. */
function compilation() {
  const configs = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"].map((name) => join(root, name));
  return [join(root, "dist", ".built-from"), hash([...sourceFiles(join(root, "src")), ...configs])];
}

function build() {
  const [stamp, wanted] = compilation();
  if (isFresh(stamp, wanted)) return;
  console.error("perfil: compiling the helper module …");
  // what a set-up that was killed left behind
  for (const name of readdirSync(root).filter((entry) => entry.startsWith("dist.perfil-tmp-")))
    rmSync(join(root, name), { recursive: true, force: true });
  const beside = join(root, `dist.perfil-tmp-${process.pid}`);
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
  // the old build moves out whole and the new one in: a kernel that starts now finds one, the other, or for an instant
  // none, and never a part
  const dist = join(root, "dist");
  const old = `${beside}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(beside, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Installs and builds what is stale. */
export function setUp() {
  if (!isSupported(process.versions.node))
    stop([`perfil: this Node is ${process.versions.node}; perfil needs ^20.19, ^22.13 or 24 and later: nodejs.org`]);
  const isReady = () => [installation, compilation].every((stage) => isFresh(...stage()));
  if (isReady()) return;
  alone(() => {
    install();
    build();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) setUp();
