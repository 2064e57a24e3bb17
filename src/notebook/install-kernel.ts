import { homedir } from "node:os";
import { join } from "node:path";
import { writeWhole } from "../load/write-whole.js";
import { KERNEL_NAME, kernelSpec } from "./launch.js";

/** Where Jupyter looks for a user's kernels on this system. */
function kernelsFolder(): string {
  const { APPDATA, JUPYTER_DATA_DIR, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR !== undefined) return join(JUPYTER_DATA_DIR, "kernels");
  if (process.platform === "win32") return join(APPDATA ?? homedir(), "jupyter", "kernels");
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter", "kernels");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter", "kernels");
}

/** Registers the kernel `perfil` for JupyterLab and VS Code, and gives the file it wrote. No Python is called. */
export function installKernel(): string {
  const file = join(kernelsFolder(), KERNEL_NAME, "kernel.json");
  writeWhole(file, `${JSON.stringify(kernelSpec(), null, 1)}\n`);
  return file;
}
