import type { Token } from "markdown-it";
import { createMarkdown } from "../../eleventy/markdown/index.ts";
import { newEnv, newEnvAt } from "../../eleventy/markdown/page.ts";
import { frontMatterLines } from "../../eleventy/markdown/source-place.ts";
import { versionsOf } from "../../eleventy/versions.ts";

/** Stands for what is no running text: code, a footnote's number, an image. No word holds it. */
export const APART = "\uFFFC";

/** A piece of a file that belongs together: a paragraph, a heading, a cell; or a line of code. */
export interface Prose {
  /** Path for messages, relative to the project's root. */
  file: string;
  /** Of code, and of labels of diagrams, only single words are judged. */
  kind: "text" | "code";
  /** Line ends stand where the author put them. */
  text: string;
  /** As long as the text; what may be English (links to English titles) is APART. */
  russian: string;
  /** 1-based line of the file on which the text begins. */
  line: number;
}

/** Reads files as the site does, so that what is prose here is prose there. */
export class ProseReader {
  private readonly md;

  /** @param root project folder */
  constructor(root: string) {
    this.md = createMarkdown({ base: "/", root, versions: versionsOf(root), diagram: () => "" });
    // Both would join the lines of a paragraph.
    this.md.core.ruler.disable(["typography", "terms"]);
  }

  /** The pieces of a Markdown file, its title and description first. */
  markdown(file: string, source: string): Prose[] {
    const above = frontMatterLines(source);
    const lines = source.split("\n");
    const front = lines.slice(0, above).flatMap((text, index): Prose[] => {
      const value = /^(?:title|description): *(.*)$/.exec(text)?.[1];
      return value ? [{ file, kind: "text", text: value, russian: value, line: index + 1 }] : [];
    });
    const body = lines.slice(above).join("\n");
    const tokens = this.md.parse(body, newEnv(body, { page: { inputPath: file } }));
    return [...front, ...piecesOf(tokens, file, above + 1)];
  }

  /**
   * The pieces of a text that stands in a data file.
   * @param line 1-based line of the file on which it stands
   */
  inline(file: string, text: string, line: number): Prose[] {
    const pieces = piecesOf(this.md.parseInline(text, newEnvAt(text, file, line)), file, line);
    return pieces.map((piece) => ({ ...piece, line }));
  }
}

/** @param first 1-based line of the file at which the tokens count 0 */
function piecesOf(tokens: readonly Token[], file: string, first: number): Prose[] {
  const pieces: Prose[] = [];
  let line = first;
  for (const token of tokens) {
    if (token.map) line = first + token.map[0];
    if (token.type === "fence") pieces.push(...fencePieces(token, file, line));
    if (token.type === "inline") pieces.push(...inlinePieces(token, file, line));
  }
  return pieces;
}

function fencePieces(fence: Token, file: string, line: number): Prose[] {
  const code = (text: string, at: number): Prose => ({ file, kind: "code", text, russian: text, line: at });
  return [code(fence.info, line), ...fence.content.split("\n").map((text, index) => code(text, line + 1 + index))];
}

function inlinePieces(inline: Token, file: string, line: number): Prose[] {
  const codes: Prose[] = [];
  let text = "";
  let russian = "";
  let at = line;
  let linkFrom = 0;
  for (const token of inline.children ?? []) {
    if (token.type === "text") {
      text += token.content;
      russian += token.content;
    } else if (token.type === "softbreak" || token.type === "hardbreak") {
      text += "\n";
      russian += "\n";
      at++;
    } else if (token.type === "link_open") linkFrom = text.length;
    else if (token.type === "link_close") {
      const title = russian.slice(linkFrom);
      if (!/[а-яё]/i.test(title)) russian = russian.slice(0, linkFrom) + apart(title);
    } else if (token.nesting === 0) {
      if (token.type === "code_inline") {
        codes.push({ file, kind: "code", text: token.content, russian: token.content, line: at });
      }
      text += APART;
      russian += APART;
    }
  }
  return [{ file, kind: "text", text, russian, line }, ...codes];
}

/** As long as the text, its line ends kept. */
export function apart(text: string): string {
  return text.replace(/[^\n]/g, APART);
}

/** 1-based line of the file at a place of a piece's text. */
export function lineAt({ text, line }: Prose, index: number): number {
  return line + text.slice(0, index).split("\n").length - 1;
}
