import MarkdownIt from "markdown-it";
import { escapeHtml } from "../present/escape.js";
import { plainText } from "../words/plain-text.js";

/** A heading inside a chapter: 1 is a section, 2 a part of one. */
export interface Heading {
  readonly level: 1 | 2;
  readonly number: string;
  readonly text: string;
  readonly anchor: string;
}

/** Markdown of a chapter as HTML, with what the contents list needs. */
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** How headings are numbered on from one Markdown cell to the next. */
export interface Numbering {
  readonly chapter: string;
  section: number;
  part: number;
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

// A picture from elsewhere would need the network and tell it who reads: only pictures inside the document are shown.
const drawImage = markdown.renderer.rules.image!;
markdown.renderer.rules.image = (tokens, index, options, env, self) => {
  const source = tokens[index]!.attrGet("src") ?? "";
  return source.startsWith("data:image/")
    ? drawImage(tokens, index, options, env, self)
    : escapeHtml(tokens[index]!.content);
};
markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
  tokens[index]!.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** The words of a heading without its marks. */
function wordsOf(inline: Token | undefined): string {
  const children = inline?.children ?? [];
  return children
    .map((child) => (child.type === "softbreak" ? " " : child.content))
    .join("")
    .trim();
}

/** The words of the first heading of some Markdown, null if it has none. */
export function firstHeading(text: string): string | null {
  const tokens = markdown.parse(plainText(text), {});
  const place = tokens.findIndex((token) => token.type === "heading_open");
  return place < 0 ? null : wordsOf(tokens[place + 1]);
}

/**
 * Renders a Markdown cell: HTML in it is shown as text, headings become sections of the chapter, numbered and with an
 * anchor. With `skipFirst` the first heading is left out, for it is the chapter's title.
 */
export function renderMarkdown(text: string, numbering: Numbering, skipFirst: boolean): Rendered {
  const tokens = markdown.parse(plainText(text), {});
  if (skipFirst) {
    const start = tokens.findIndex((token) => token.type === "heading_open");
    if (start >= 0) tokens.splice(start, 3);
  }
  const headings: Heading[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    const level = Number(token.tag.slice(1)) <= 2 ? 1 : 2;
    token.tag = level === 1 ? "h3" : "h4";
    if (token.type === "heading_close") continue;
    if (level === 1) {
      numbering.section += 1;
      numbering.part = 0;
    } else numbering.part += 1;
    const places = level === 1 ? [numbering.section] : [numbering.section, numbering.part];
    const number = [numbering.chapter, ...places].join(".");
    const anchor = `s${number.replaceAll(".", "-")}`;
    const inline = tokens[index + 1];
    headings.push({ level, number, text: wordsOf(inline), anchor });
    token.attrSet("id", anchor);
    const sign = new (token.constructor as new (type: string, tag: string, nesting: 0) => Token)("html_inline", "", 0);
    sign.content = `<span class="number">${number}</span>`;
    inline?.children?.unshift(sign);
  }
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}
