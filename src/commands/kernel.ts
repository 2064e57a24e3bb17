import { installKernel } from "../notebook/install-kernel.js";
import { readerLanguage } from "../study/reader-language.js";
import { say } from "./terminal.js";

/** Registers the notebook kernel where Jupyter looks for it. */
export async function kernel(): Promise<number> {
  console.log(installKernel());
  console.error(
    say(
      readerLanguage(),
      "Núcleo «perfil» registrado. JupyterLab se instala con: pip install jupyterlab plotly",
      'Kernel "perfil" registered. JupyterLab is installed with: pip install jupyterlab plotly',
    ),
  );
  return 0;
}
