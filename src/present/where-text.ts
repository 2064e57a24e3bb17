import type { Where } from "../estimate/estimate.js";
import { byCodePoint } from "../words/code-point.js";

/** An equality map as `column=value;column=value`, several values joined by `|`; an expression as it is written. */
export function whereText(where: Where | null): string {
  if (where === null || typeof where === "string") return where ?? "";
  return Object.keys(where)
    .sort(byCodePoint)
    .map((column) => `${column}=${[where[column] ?? ""].flat().join("|")}`)
    .join(";");
}
