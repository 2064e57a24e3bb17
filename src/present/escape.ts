import { plainText } from "../words/plain-text.js";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text as it may stand in HTML, between tags or in a quoted attribute.
 *
 * @example
 * escapeHtml('<b title="x">'); // => "&lt;b title=&quot;x&quot;&gt;"
 */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/**
 * JSON as it may stand in a script element: nothing in it can end the element or begin a comment.
 *
 * @example
 * scriptJson(["</script>"]); // => '["\\u003c/script>"]'
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
