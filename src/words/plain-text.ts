/** Signs that reorder the text around them: a label could make the words beside it say something else. */
const reordering = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** Control characters other than line ends and tabs, which no document may hold. */
const control = /(?![\t\n\r])\p{Cc}/gu;

/** A text as it may be shown anywhere: without control characters or signs that reorder what stands beside it. */
export function plainText(text: string): string {
  return text.replace(reordering, "").replace(control, "");
}
