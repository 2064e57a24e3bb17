import type { PlanLine } from "../plan/draft.js";
import type { Cell, Notebook } from "./notebook.js";

const quote = (text: string): string => JSON.stringify(text);

/** The title of an exhibit as code; in both languages if the form has both. */
function titleOf({ title, title_en }: PlanLine): string {
  return title_en === "" ? `{ es: ${quote(title)} }` : `{ es: ${quote(title)}, en: ${quote(title_en)} }`;
}

/** How a line of the plan is shown: several answers as a ranking, one answer as bars, by group where there is one. */
function exhibit(line: PlanLine): string {
  const figure = line.kind === "multiple" ? "causes" : "bars";
  const frame = (id: string): string => `{\n  id: ${quote(id)},\n  title: ${titleOf(line)},\n}`;
  const total = `show(${figure}(study.estimates.of(${quote(line.id)}), ${frame(line.id)}));`;
  const group = /^total; (.+)$/.exec(line.by)?.[1];
  if (group === undefined || line.kind === "multiple") return total;
  return `show(bars(study.estimates.of(${quote(line.id)}, { by: [${quote(group)}] }), ${frame(line.id)}));`;
}

/** The cells of a starter notebook, numbered as they come. */
class Cells {
  readonly all: Cell[] = [];

  #id(): string {
    return `cell-${this.all.length + 1}`;
  }

  prose(es: string, en: string): void {
    for (const [tag, source] of [
      ["es", es],
      ["en", en],
    ] as const)
      this.all.push({ cell_type: "markdown", id: this.#id(), metadata: { tags: [tag] }, source });
  }

  code(source: string, tags?: readonly string[]): void {
    const metadata = tags === undefined ? {} : { tags };
    this.all.push({ cell_type: "code", id: this.#id(), metadata, source, execution_count: null, outputs: [] });
  }
}

/** The first notebook of a new study: the shape of the data, who answered, and the first distributions of the plan. */
export function starterNotebook(lines: readonly PlanLine[]): Notebook {
  const cells = new Cells();
  const means = lines.filter(({ kind }) => kind === "mean");
  const shares = lines.filter(({ kind }) => kind !== "mean");
  const has = (kind: string): boolean => shares.some((line) => line.kind === kind);
  const names = [
    ...(has("share") ? ["bars"] : []),
    ...(has("multiple") ? ["causes"] : []),
    "openStudy",
    "show",
    ...(means.length > 0 ? ["table"] : []),
  ];
  cells.prose(
    "# ¿Qué dicen los datos a primera vista?\n\nPrimer recorrido por la encuesta: qué datos hay, cuántas personas respondieron y cómo se distribuyen las respuestas. Es un punto de partida: el plan y este capítulo se cambian con el grupo.",
    "# What do the data say at first sight?\n\nA first walk through the survey: what data there are, how many people answered, and how the answers are distributed. It is a starting point: the plan and this chapter are changed with the group.",
  );
  cells.code(`import { ${names.join(", ")} } from "perfil";`, ["remove-cell"]);
  cells.code("const study = await openStudy();");
  cells.prose("## ¿Qué datos hay?", "## What data are there?");
  cells.code("show(study.counts.response);");
  cells.code("show(study.counts.shape);");
  cells.prose(
    "## ¿Quién respondió a cada pregunta?\n\nQuien no recibió la pregunta no está en su denominador. «No sabe», «prefiere no responder» y la falta de respuesta se cuentan por separado.",
    '## Who answered each question?\n\nWhoever was not asked a question is not in its denominator. "Don\'t know", "prefers not to answer" and no answer are counted apart.',
  );
  cells.code("show(study.counts.answers);");
  for (const unit of new Set(lines.map((line) => line.unit))) {
    const isHousehold = unit === "household";
    cells.prose(
      isHousehold ? "## Los hogares" : "## Las personas",
      isHousehold ? "## The households" : "## The persons",
    );
    const own = means.filter((line) => line.unit === unit);
    if (own.length > 0) {
      const rows = own.map(({ id }) => `  ...study.estimates.of(${quote(id)}),`).join("\n");
      const frame = `{ id: ${quote(`means_${unit}`)}, title: { es: "Promedios", en: "Means" } }`;
      cells.code(`const means_${unit} = [\n${rows}\n];\nshow(table(means_${unit}, ${frame}));`);
    }
    for (const line of shares.filter((each) => each.unit === unit)) cells.code(exhibit(line));
  }
  const metadata = {
    kernelspec: { display_name: "perfil (TypeScript)", language: "typescript", name: "perfil" },
    language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
  };
  return { nbformat: 4, nbformat_minor: 5, metadata, cells: cells.all };
}
