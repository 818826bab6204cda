import type { MarkdownIt, Token } from "markdown-it";
import { eachInline, type Page, pageOf } from "./page.ts";

/** A comment and nothing else: notes of authors and of tools, dropped from the page. */
const COMMENTS = /^\s*(?:<!--[\s\S]*?-->\s*)+$/;

/** Refuses raw HTML: lessons are Markdown, and what they print is decided by the plug-ins alone. */
export function rawHtml(md: MarkdownIt): void {
  md.set({ html: true });
  md.renderer.rules.html_block = () => "";
  md.renderer.rules.html_inline = () => "";
  md.core.ruler.push("raw_html", ({ tokens, env }) => {
    const page = pageOf(env);
    for (const token of tokens) if (token.type === "html_block") check(token, token.map?.[0] ?? 0, page);
    eachInline(tokens, (inline, line) => {
      for (const token of inline.children) if (token.type === "html_inline") check(token, line, page);
    });
  });
}

function check(token: Token, line: number, page: Page): void {
  if (COMMENTS.test(token.content)) return;
  const [tag] = token.content.trim().split("\n");
  throw page.place(line).error(`raw HTML ${tag}`, "Markdown; `<name>` in backticks where brackets are meant");
}
