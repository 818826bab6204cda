import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { headingOpen } from "./heading.ts";
import { eachInline, type Page, pageOf } from "./page.ts";

const TITLE = "Источники";
const ID = "источники";
const TITLE_HTML = `${headingOpen("h2", ID)}${TITLE}</a></h2>\n`;

/** What markdown-it-footnote keeps about a reference. */
interface Note {
  id: number;
  subId?: number;
}

/**
 * Footnotes, printed as the page's sources. Their heading is printed too, unless the author closes the text with one.
 * A reference without its note, and a note without a reference, are refused.
 */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.push("footnotes", ({ tokens, env }) => {
    const page = pageOf(env);
    refuseLost(tokens, page);
    refuseUnused((env.footnotes as { refs?: Record<string, number> } | undefined)?.refs ?? {}, page);
    const block = tokens.find((token) => token.type === "footnote_block_open");
    if (block) block.meta = { titled: isTitled(page) };
  });

  const { rules } = md.renderer;
  rules.footnote_block_open = (tokens, index) => {
    const title = tokens[index]?.meta?.titled ? "" : TITLE_HTML;
    return `<section class="footnotes" aria-label="Сноски">\n${title}<ol>\n`;
  };
  rules.footnote_ref = (tokens, index) => {
    const { number, suffix } = names(tokens[index]);
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${suffix}" aria-label="Сноска ${number}">${number}</a></sup>`;
  };
  rules.footnote_open = (tokens, index) => `<li id="fn${names(tokens[index]).number}">`;
  rules.footnote_anchor = backLink;
}

const backLink: RendererRule = (tokens, index) => {
  const { number, suffix, place } = names(tokens[index]);
  const label = `Назад к сноске ${number}${place > 1 ? `, место ${place}` : ""}`;
  // The selector after the arrow keeps iOS from drawing it as an emoji.
  return ` <a href="#fnref${suffix}" class="footnote-backref" aria-label="${label}">↩\uFE0E</a>`;
};

/** Number of a note, which of its references this is (from 1), and the ending of that reference's id. */
function names(token: Token | undefined): { number: number; place: number; suffix: string } {
  const { id, subId = 0 } = (token as Token).meta as unknown as Note;
  const number = id + 1;
  return { number, place: subId + 1, suffix: subId > 0 ? `${number}-${subId + 1}` : `${number}` };
}

/** Whether the text ends with the heading of its sources. */
function isTitled(page: Page): boolean {
  const line = page.ids.get(ID);
  if (line === undefined) return false;
  if ([...page.ids.keys()].at(-1) === ID) return true;
  throw page.place(line).error(`heading "${TITLE}" before others`, "the last heading: footnotes follow it");
}

/** A reference whose note is missing stays in the text as it was written. */
function refuseLost(tokens: Token[], page: Page): void {
  eachInline(tokens, (inline, line) => {
    let at = line;
    for (const { type, content } of inline.children) {
      if (type === "softbreak" || type === "hardbreak") at++;
      const lost = type === "text" ? /\[\^[^\]\s]+\]/.exec(content)?.[0] : undefined;
      if (lost) throw page.place(at).error(`footnote ${lost} has no text`, `a line ${lost}: … below`);
    }
  });
}

function refuseUnused(refs: Record<string, number>, page: Page): void {
  for (const [key, id] of Object.entries(refs)) {
    const label = key.slice(1);
    if (id >= 0) continue;
    const line = page.lineOf(new RegExp(`^\\s*\\[\\^${label.replace(/[^\w-]/g, "\\$&")}\\]:`));
    throw page.place(line).error(`footnote [^${label}] is never referred to`, `[^${label}] in the text`);
  }
}
