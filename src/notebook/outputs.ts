import type { Message } from "./wire.js";

/** Alternatives of one display by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** What a cell put out, as nbformat 4 has it, texts joined. */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly output_type: "display_data"; readonly data: MimeBundle; readonly metadata: MimeBundle }
  | {
      readonly output_type: "execute_result";
      readonly data: MimeBundle;
      readonly metadata: MimeBundle;
      readonly execution_count: number | null;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** An error that a cell threw, with its place in the cell, from 1; null where the kernel could not tell. */
export interface CellError {
  readonly name: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

type Piece = Output | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly pieces: string[] };

function bundle(value: unknown): MimeBundle {
  return typeof value === "object" && value !== null ? (value as MimeBundle) : {};
}

function place(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** Gathers the messages of one execution; nothing a message holds can make it throw. */
export class Outputs {
  private readonly pieces: Piece[] = [];
  /** display id → where it stands, for updates */
  private readonly displays = new Map<string, number>();
  /** the first error */
  error: CellError | null = null;

  add({ type, content, metadata }: Message): void {
    if (type === "stream") this.addText(content.name === "stderr" ? "stderr" : "stdout", String(content.text ?? ""));
    else if (type === "display_data" || type === "update_display_data") this.addDisplay(type, content);
    else if (type === "error") this.addError(content, bundle(metadata.perfil));
  }

  private addText(name: "stdout" | "stderr", text: string): void {
    const last = this.pieces.at(-1);
    // pieces are joined once at the end: adding to one text again and again would take the square of its length
    if (last !== undefined && "pieces" in last && last.name === name) last.pieces.push(text);
    else this.pieces.push({ output_type: "stream", name, pieces: [text] });
  }

  private addDisplay(type: string, content: Readonly<Record<string, unknown>>): void {
    const output: Output = {
      output_type: "display_data",
      data: bundle(content.data),
      metadata: bundle(content.metadata),
    };
    const id = bundle(content.transient).display_id;
    const shown = typeof id === "string" ? this.displays.get(id) : undefined;
    if (type === "update_display_data") {
      if (shown !== undefined) this.pieces[shown] = output;
      return;
    }
    if (typeof id === "string") this.displays.set(id, this.pieces.length);
    this.pieces.push(output);
  }

  private addError(content: Readonly<Record<string, unknown>>, where: MimeBundle): void {
    const ename = String(content.ename ?? "Error");
    const evalue = String(content.evalue ?? "");
    const traceback = Array.isArray(content.traceback) ? content.traceback.map(String) : [];
    this.pieces.push({ output_type: "error", ename, evalue, traceback });
    this.error ??= { name: ename, message: evalue, line: place(where.line), column: place(where.column) };
  }

  /** The outputs so far, streams joined. */
  all(): readonly Output[] {
    return this.pieces.map((piece) =>
      "pieces" in piece ? { output_type: "stream", name: piece.name, text: piece.pieces.join("") } : piece,
    );
  }
}
