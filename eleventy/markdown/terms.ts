import type { MarkdownIt, Token } from "markdown-it";
import type { Found } from "../term-finder.ts";
import { pageOf } from "./page.ts";

/** Between pieces of text that do not belong together; no form holds it. */
const APART = "\uF000";

/** Blocks whose text is never linked: headings, cells, quizzes, sources, and recorded scenarios. */
const CLOSED: Readonly<Record<string, string>> = {
  heading_open: "heading_close",
  table_open: "table_close",
  quiz_open: "quiz_close",
  footnote_block_open: "footnote_block_close",
  scenarios_open: "scenarios_close",
};

/**
 * Links the first use of each term in a lesson to the glossary: in paragraphs, lists, callouts and quotes; never in
 * code, headings, links, tables, callout titles, quizzes, recorded scenarios and sources. A link to the glossary that the
 * author wrote counts as a use and looks like the others. Comes after typography, which joins the lines of a paragraph.
 * @param base path part of the site's address, begins and ends with "/"
 */
export function terms(md: MarkdownIt, base: string): void {
  const glossary = `${base}glossary/#`;
  md.core.ruler.push("terms", ({ tokens, env }) => {
    const { terms } = pageOf(env);
    if (!terms) return;
    const blocks = [...openBlocks(tokens)];
    const { text, places, written } = readBlocks(blocks, glossary);
    const found = terms.firsts(text, written);
    if (!found.length) return;
    for (const block of blocks) {
      block.children = block.children?.flatMap((token) => withLinks(token, places.get(token), found, glossary)) ?? null;
    }
  });
}

/** Running text outside of the blocks that stay without links. */
function* openBlocks(tokens: readonly Token[]): Generator<Token> {
  let until: string | undefined;
  for (const [index, token] of tokens.entries()) {
    if (until) {
      if (token.type === until) until = undefined;
    } else if (CLOSED[token.type]) until = CLOSED[token.type];
    else if (token.type === "inline" && tokens[index - 1]?.attrGet("class") !== "callout-title") yield token;
  }
}

/**
 * Joins what can be linked, so that it is searched at once, and marks the links that the author wrote.
 * @returns the text, where in it each piece begins, and where the author's links stand, by term
 */
function readBlocks(blocks: readonly Token[], glossary: string) {
  const places = new Map<Token, number>();
  const written = new Map<string, number>();
  let text = APART;
  for (const { children } of blocks) {
    let inLink = false;
    for (const token of children ?? []) {
      if (token.type === "link_close") inLink = false;
      if (token.type === "link_open") {
        inLink = true;
        const href = String(token.attrGet("href"));
        const id = href.startsWith(glossary) ? href.slice(glossary.length) : "";
        if (id) markTerm(token);
        if (id && !written.has(id)) written.set(id, text.length);
      }
      if (token.type !== "text" || inLink) continue;
      places.set(token, text.length);
      text += token.content + APART;
    }
  }
  return { text, places, written };
}

/**
 * Cuts a piece of text around its links.
 * @param at where it begins in the searched text; undefined if it was not searched
 * @param found what is not linked yet, from left to right; what is linked here is taken out
 */
function withLinks(text: Token, at: number | undefined, found: Found[], glossary: string): Token | Token[] {
  if (at === undefined || !found[0] || found[0].start >= at + text.content.length) return text;
  const TokenType = text.constructor as new (type: string, tag: string, nesting: Token["nesting"]) => Token;
  const plain = (from: number, to?: number): Token =>
    Object.assign(new TokenType("text", "", 0), { content: text.content.slice(from, to) });
  const pieces: Token[] = [];
  let from = 0;
  for (let next = found[0]; next && next.start < at + text.content.length; next = found[0] as Found) {
    const open = new TokenType("link_open", "a", 1);
    open.attrSet("href", glossary + next.id);
    markTerm(open);
    const [start, end] = [next.start - at, next.end - at];
    pieces.push(plain(from, start), open, plain(start, end), new TokenType("link_close", "a", -1));
    from = end;
    found.shift();
  }
  return [...pieces, plain(from)];
}

function markTerm(link: Token): void {
  link.attrSet("class", "term");
}
