import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** A message of the Jupyter protocol, without what the transport adds. */
export interface Message {
  readonly type: string;
  /** the id of the request that it belongs to; empty for none */
  readonly parent: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = Buffer.from("<IDS|MSG>");

function sign(key: string, parts: readonly (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** A request as the frames to send, signed, and its id. */
export function encodeRequest(
  key: string,
  session: string,
  type: string,
  content: Readonly<Record<string, unknown>>,
): { readonly id: string; readonly frames: (string | Buffer)[] } {
  const id = randomUUID();
  const header = {
    msg_id: id,
    session,
    username: "perfil",
    date: new Date().toISOString(),
    msg_type: type,
    version: "5.3",
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id, frames: [DELIMITER, sign(key, parts), ...parts] };
}

/**
 * The message in received frames; null when they are no message or not signed with the key, for anyone on this machine
 * can send to a port.
 */
export function decode(key: string, frames: readonly Buffer[]): Message | null {
  const start = frames.findIndex((frame) => frame.equals(DELIMITER));
  const [signature, header, parent, metadata, content] = start < 0 ? [] : frames.slice(start + 1);
  if (signature === undefined || header === undefined || parent === undefined || !metadata || !content) return null;
  const wanted = Buffer.from(sign(key, frames.slice(start + 2)));
  if (wanted.length !== signature.length || !timingSafeEqual(wanted, signature)) return null;
  const read = (frame: Buffer): Record<string, unknown> => JSON.parse(frame.toString("utf8"));
  return {
    type: String(read(header).msg_type),
    parent: String(read(parent).msg_id ?? ""),
    metadata: read(metadata),
    content: read(content),
  };
}
