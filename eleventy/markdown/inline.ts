import type { MarkdownIt, Token } from "markdown-it";
import { newEnvAt, type Page, pageOf } from "./page.ts";

/** Inline Markdown that stands in a data file: code and links to other sites. */
export interface InlineText {
  text: string;
  /** Path of the file, for messages. */
  file: string;
  /** 1-based line of the entry that holds the text. */
  line: number;
}

/** @returns the HTML of a text */
export function renderInline(md: MarkdownIt, text: InlineText): string {
  const { tokens, env } = parse(md, text);
  return md.renderer.render(tokens, md.options, env);
}

/** @returns what a text says, cut so that every second piece, from the second on, is code */
export function inlineParts(md: MarkdownIt, text: InlineText): string[] {
  const parts = [""];
  for (const { type, content } of parse(md, text).tokens[0]?.children ?? []) {
    const isCode = type === "code_inline";
    if (!isCode && type !== "text") continue;
    // A piece goes on with its own kind; of two codes in a row an empty text keeps them apart.
    if (isCode) parts.push(content, "");
    else parts[parts.length - 1] += content;
  }
  if (parts.at(-1) === "") parts.pop();
  return parts;
}

function parse(
  md: MarkdownIt,
  { text, file, line }: InlineText,
): { tokens: Token[]; env: ReturnType<typeof newEnvAt> } {
  const env = newEnvAt(text, file, line);
  const tokens = md.parseInline(text, env);
  refuseSiteLinks(pageOf(env));
  return { tokens, env };
}

/** The check of links follows those of pages only. */
function refuseSiteLinks(page: Page): void {
  const [link] = page.links;
  if (link)
    throw page.place(link.line).error(`link "${link.written}" in a text of data`, "https://…; `lessons` names lessons");
}
