const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Signs that reorder the text around them: a label could make the words beside it say something else. */
const reordering = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** Control characters other than line ends and tabs, which no document may hold. */
const control = /(?![\t\n\r])\p{Cc}/gu;

/** A text as it may be shown anywhere: without control characters or signs that reorder what stands beside it. */
export function plainText(text: string): string {
  return text.replace(reordering, "").replace(control, "");
}

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
