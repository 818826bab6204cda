import type { MarkdownIt, Token } from "markdown-it";
import { type Page, pageOf } from "./page.ts";
import type { SourcePlace } from "./source-place.ts";

/**
 * Gives headings ids and links to themselves. The page's title is its only h1, so bodies begin with ##; ids must differ
 * within a page, and levels go down one by one.
 */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", ({ tokens, env }) => {
    const page = pageOf(env);
    let above = 1;
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const text = plainText(tokens[index + 1]);
      const level = Number(token.tag.slice(1));
      checkLevel(token, text, level, above, page);
      above = level;
      token.attrSet("id", takeId(token, text, page));
      token.meta = { text };
      refuseLinks(tokens[index + 1], text, page.place(token.map?.[0] ?? 0));
    }
  });
  md.renderer.rules.heading_open = (tokens, index) => {
    const token = tokens[index] as Token;
    return headingOpen(token.tag, String(token.attrGet("id")));
  };
  md.renderer.rules.heading_close = (tokens, index) => `</a></${(tokens[index] as Token).tag}>\n`;
}

/**
 * Makes an id of a heading: `Слот и wal_level` → `слот-и-wal_level`.
 * @returns letters, digits, `_` and `-` only; empty if the text has none
 */
export function slug(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The beginning of a heading, which is a link to itself. */
export function headingOpen(tag: string, id: string): string {
  return `<${tag} id="${id}"><a href="#${id}">`;
}

function checkLevel(token: Token, text: string, level: number, above: number, page: Page): void {
  const place = page.place(token.map?.[0] ?? 0);
  if (level === 1) throw place.error(`heading "# ${text}"`, "## at most: the page's title is its first heading");
  if (level > above + 1) {
    throw place.error(`heading "${token.markup} ${text}" skips a level`, `${"#".repeat(above + 1)} or higher`);
  }
}

/** A heading is a link itself. */
function refuseLinks(inline: Token | undefined, text: string, place: SourcePlace): void {
  if (inline?.children?.some(({ type }) => type === "link_open" || type === "footnote_ref")) {
    throw place.error(`a link in the heading "${text}"`, "it in the text below: a heading is a link to itself");
  }
}

function takeId(token: Token, text: string, page: Page): string {
  const line = token.map?.[0] ?? 0;
  const place = page.place(line);
  const id = slug(text);
  if (!id) throw place.error(`heading "${text}" has no letters`, "words to make its address of");
  const first = page.ids.get(id);
  if (first !== undefined) {
    throw place.error(`heading "${text}" has the id "${id}" of line ${page.place(first).line}`, "another wording");
  }
  page.ids.set(id, line);
  return id;
}

function plainText(inline: Token | undefined): string {
  const text = inline?.children?.map((token) => (token.type === "softbreak" ? " " : token.content)).join("") ?? "";
  return text.trim();
}
