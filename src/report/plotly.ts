import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * A script as it may stand in a script element: what would end the element is written otherwise, which means the same
 * inside the strings and patterns where it can occur.
 */
export function inlineScript(source: string): string {
  return source.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

/** The hash by which a document's security policy lets one script run and no other. */
export function scriptHash(source: string): string {
  return `'sha256-${createHash("sha256").update(source, "utf8").digest("base64")}'`;
}

/** The installed plotly.js, ready to stand in a document once. */
export function plotlySource(): string {
  const file = createRequire(import.meta.url).resolve("plotly.js-dist-min");
  return inlineScript(readFileSync(file, "utf8"));
}
