import { join } from "node:path";
import type { Env, MarkdownIt, Token } from "markdown-it";
import { type FenceInfo, parseFenceInfo } from "./fence-info.ts";
import { type Page, pageOf } from "./page.ts";
import { readSnippet } from "./snippet.ts";
import type { SourcePlace } from "./source-place.ts";

/** A fence of a lesson, understood: what it is, the text it shows, and where it stands. */
export interface CodeBlock {
  info: FenceInfo;
  /** The text to show, without a line break at its end; of a file where the fence names one. */
  body: string;
  place: SourcePlace;
  /** The block whose output it is. */
  of?: CodeBlock;
}

/**
 * Understands each fence once, right after parsing, so that printing a lesson and running it see the same blocks.
 * @param root project folder that holds labs/
 */
export function codeBlocks(md: MarkdownIt, root: string): void {
  md.core.ruler.push("code_blocks", ({ tokens, env }) => {
    let above: CodeBlock | undefined;
    for (const token of tokens) {
      const block = token.type === "fence" ? readBlock(token, env, root) : undefined;
      if (block?.info.kind === "output" && !(above?.info.kind === "code" && above.info.run)) {
        throw block.place.error("an output without the block that printed it", "a fence with run= right above");
      }
      if (block) token.meta = { block: block.info.kind === "output" && above ? { ...block, of: above } : block };
      above = block;
    }
  });
}

/** The block that `codeBlocks` left on a fence. */
export function blockOf(token: Token | undefined): CodeBlock {
  return token?.meta?.block as CodeBlock;
}

function readBlock(token: Token, env: Env, root: string): CodeBlock {
  const page = pageOf(env);
  const place = page.place(token.map?.[0] ?? 0);
  if (!isClosed(token, page)) throw place.error("a fence that is never closed", `a line of ${token.markup}`);
  const info = parseFenceInfo(token.info, place);
  const body = token.content.replace(/\n$/, "");
  const file = info.kind === "code" ? info.file : undefined;
  if (file && body.trim())
    throw place.error(`a body under file="${file}"`, "an empty fence: the text comes from the file");
  if (!file && !body.trim()) throw place.error("an empty fence", "text in it, or file=labs/…");
  if (file) page.uses.add(join(root, file));
  const shown = file && info.kind === "code" ? readSnippet(root, file, info.region, place) : body;
  if (info.kind !== "diagram") {
    const length = shown.split("\n").length;
    const beyond = info.mark.find((line) => line > length);
    if (beyond) throw place.error(`marked line ${beyond} of a block of ${length}`, `1 to ${length}`);
  }
  return { info, body: shown, place };
}

function isClosed(token: Token, page: Page): boolean {
  const [first, end] = token.map ?? [0, 0];
  return (
    end - first > 1 &&
    page
      .lineText(end - 1)
      .trimEnd()
      .endsWith(token.markup)
  );
}
