import { join } from "node:path";
import type { Env, MarkdownIt, Token } from "markdown-it";
import { type FenceInfo, type FileInfo, parseFenceInfo } from "./fence-info.ts";
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
  if (isOfFile(info)) {
    if (body.trim())
      throw place.error(`a body under file="${info.file}"`, "an empty fence: the text comes from the file");
    // Its text is refused or not when the lesson is parsed; that of other files only decides what is shown.
    if (info.check) page.uses.add(join(root, info.file));
    return readFileBlock(info, root, place);
  }
  if (!body.trim()) throw place.error("an empty fence", "text in it, or file=labs/…");
  if (info.kind !== "diagram") checkMarks(info.mark, body, place);
  return { info, body, place };
}

/** Whether a fence shows a file of the labs. */
export function isOfFile(info: FenceInfo): info is FileInfo {
  return info.kind === "code" && info.file !== undefined;
}

/**
 * The block of a fence that shows a file, as the file is now.
 * @param root project folder that holds labs/
 * @throws ContentError at `place` for a file or region that cannot be shown, and for a marked line that it does not have
 */
export function readFileBlock(info: FileInfo, root: string, place: SourcePlace): CodeBlock {
  const body = readSnippet(root, info.file, info.region, place);
  checkMarks(info.mark, body, place);
  return { info, body, place };
}

function checkMarks(marks: readonly number[], body: string, place: SourcePlace): void {
  const length = body.split("\n").length;
  const beyond = marks.find((line) => line > length);
  if (beyond) throw place.error(`marked line ${beyond} of a block of ${length}`, `1 to ${length}`);
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
