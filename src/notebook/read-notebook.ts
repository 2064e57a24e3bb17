import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { DataError, type Place, refuse } from "../errors.js";
import type { Cell, Notebook } from "./notebook.js";
import type { Output } from "./outputs.js";

const text = z.union([z.string(), z.array(z.string()).transform((lines) => lines.join(""))]);
const anything = z.record(z.string(), z.unknown());

/** Texts by MIME type may be lists of lines; JSON stays as it is. */
const data = anything.transform((bundle) =>
  Object.fromEntries(
    Object.entries(bundle).map(([mime, value]) => {
      const isLines =
        Array.isArray(value) && !/[/+]json$/.test(mime) && value.every((line) => typeof line === "string");
      return [mime, isLines ? value.join("") : value];
    }),
  ),
);
const count = z.number().int().nullable().default(null);
const output = z.discriminatedUnion("output_type", [
  z.object({ output_type: z.literal("stream"), name: z.enum(["stdout", "stderr"]), text }),
  z.object({ output_type: z.literal("display_data"), data, metadata: anything }),
  z.object({ output_type: z.literal("execute_result"), data, metadata: anything, execution_count: count }),
  z.object({ output_type: z.literal("error"), ename: z.string(), evalue: z.string(), traceback: z.array(z.string()) }),
]) satisfies z.ZodType<Output>;

const metadata = z.looseObject({ tags: z.array(z.string()).exactOptional() });
const source = text.transform((whole) => whole.replaceAll("\r\n", "\n"));
const id = z.string().default("");
const cell = z.discriminatedUnion("cell_type", [
  z.object({ cell_type: z.literal("code"), id, metadata, source, execution_count: count, outputs: z.array(output) }),
  z.object({ cell_type: z.literal("markdown"), id, metadata, source, attachments: anything.exactOptional() }),
  z.object({ cell_type: z.literal("raw"), id, metadata, source, attachments: anything.exactOptional() }),
]) satisfies z.ZodType<Cell>;

const notebook = z.object({ nbformat: z.number(), metadata: anything, cells: z.array(cell) });

const language = z.object({
  kernelspec: z.object({ name: z.string().optional(), language: z.string().optional() }).optional(),
  language_info: z.object({ name: z.string().optional() }).optional(),
});

/** The language that a notebook says it is written in; TypeScript when it says none. */
function languageOf(settings: Notebook["metadata"]): string {
  const said = language.safeParse(settings).data;
  return (said?.kernelspec?.language ?? said?.language_info?.name ?? "typescript").toLowerCase();
}

/** Ids for cells that have none, or one that another cell has: from the source, so that they stay when cells move. */
function withIds(cells: readonly Cell[]): readonly Cell[] {
  const taken = new Set<string>();
  return cells.map((each) => {
    const hash = createHash("sha256").update(`${each.cell_type}\0${each.source}`).digest("hex").slice(0, 8);
    let own = /^[a-zA-Z0-9_-]{1,64}$/.test(each.id) ? each.id : hash;
    for (let copy = 2; taken.has(own); copy++) own = `${hash}-${copy}`;
    taken.add(own);
    return { ...each, id: own };
  });
}

/** The issue that says most: of alternatives, the place where the last of them broke. */
function problemAt(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const holes = { detail: error instanceof Error ? error.message : String(error) };
    throw new DataError([{ code: isMissing ? "missingNotebook" : "unreadableNotebook", holes, place: { file } }]);
  }
}

function parse(content: string, place: Place): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new DataError([{ code: "notebookNotJson", holes: {}, place }]);
  }
}

/**
 * The notebook in a text, checked: nbformat 4 in TypeScript. What the file lacks of 4.5, the cells' ids, is filled in
 * from their sources. `name` is the file's, for messages.
 *
 * @throws {DataError} naming the file, and the path in it, of all that is wrong
 */
export function toNotebook(content: string, name: string): Notebook {
  const place = { file: name };
  const written = parse(content, place);
  const version = z.object({ nbformat: z.number(), cells: z.unknown().optional() }).safeParse(written).data;
  if (version === undefined) throw new DataError([{ code: "notANotebook", holes: {}, place }]);
  if (version.nbformat !== 4)
    throw new DataError([{ code: "notebookVersion", holes: { version: version.nbformat }, place }]);
  const read = notebook.safeParse(written);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const path = problemAt(issue.path);
      return { code: "invalidNotebook", holes: { detail: issue.message.toLowerCase() }, place: { ...place, path } };
    });
    throw new DataError(problems);
  }
  const found = languageOf(read.data.metadata);
  if (found !== "typescript") refuse([{ code: "notebookLanguage", holes: { language: found }, place }]);
  return { nbformat: 4, nbformat_minor: 5, metadata: read.data.metadata, cells: withIds(read.data.cells) };
}

/**
 * Reads a notebook from its `.ipynb` file.
 *
 * @throws {DataError} if the file is missing or is not a notebook in TypeScript
 */
export function readNotebook(file: string): Notebook {
  return toNotebook(readText(file), basename(file));
}
