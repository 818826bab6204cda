import { readFileSync } from "node:fs";
import type { Env, Token } from "markdown-it";
import type { TermFinder } from "../term-finder.ts";
import type { FileInfo } from "./fence-info.ts";
import { frontMatterLines, SourcePlace } from "./source-place.ts";
import { UsedFiles } from "./used-files.ts";

/** A link as the author wrote it: where it leads, and the 0-based line of the text on which it stands. */
export interface WrittenLink {
  /** Site path without the base path; null for the same page. */
  path: string | null;
  /** Id that it names on that page, decoded; null without one. */
  anchor: string | null;
  /** The written address, for messages. */
  written: string;
  line: number;
}

/** A block that shows a file of the labs, and the 0-based line of the text on which it begins. */
export interface WrittenFileBlock {
  info: FileInfo;
  line: number;
}

/** A link and its place in the file. */
export interface PageLink extends Omit<WrittenLink, "line"> {
  place: SourcePlace;
}

/** What the plugins tell each other during one rendering of one file. */
export class Page {
  /** Path of the source file; "(text)" for Markdown that comes from nowhere. */
  readonly file: string;
  /** Heading ids in order, with their lines. */
  readonly ids = new Map<string, number>();
  readonly links: WrittenLink[] = [];
  /** Files besides its own that the page is printed from. */
  readonly uses = new UsedFiles();
  /** Blocks that show files of the labs, in the order in which they are printed. */
  readonly fileBlocks: WrittenFileBlock[] = [];
  diagrams = 0;
  tables = 0;
  /** Finds the terms that this page links to the glossary; undefined on a page that links none. */
  terms: TermFinder | undefined;
  private readonly lines: string[];
  private readonly offset: number | undefined;

  /** @param offset lines of the file above the text; read from the file's front matter if not given */
  constructor(source: string, file: string, offset?: number) {
    this.lines = source.split("\n");
    this.file = file;
    this.offset = offset;
  }

  /** @param line 0-based line of the text, as markdown-it counts */
  place(line: number): SourcePlace {
    // A place outlives the page, so it must not hold its text.
    const { file, offset } = this;
    return new SourcePlace(file, () => (offset ?? linesAbove(file)) + line + 1);
  }

  /** The text of a 0-based line; empty below the last one. */
  lineText(line: number): string {
    return this.lines[line] ?? "";
  }

  /** 0-based line of the first text that matches; 0 if there is none. */
  lineOf(pattern: RegExp): number {
    return Math.max(
      0,
      this.lines.findIndex((line) => pattern.test(line)),
    );
  }
}

/** Lines of a file above its text; read only when a mistake is told, for most pages have none. */
function linesAbove(file: string): number {
  try {
    return frontMatterLines(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

const PAGE = "coursePage";

/**
 * A fresh environment for one rendering; the page's data stays untouched by it.
 * @param data what Eleventy hands over: its `page.inputPath` names the file, lessons link the terms of its `glossary`
 */
export function newEnv(source: string, data: Env = {}): Env {
  const { inputPath } = (data.page ?? {}) as { inputPath?: string };
  const page = new Page(source, inputPath ?? "(text)");
  if (data.lesson) page.terms = (data.glossary as { finder: TermFinder } | undefined)?.finder;
  return { [PAGE]: page };
}

/**
 * An environment for a text that stands in a data file.
 * @param line 1-based line that messages name for its first line
 */
export function newEnvAt(source: string, file: string, line: number): Env {
  return { [PAGE]: new Page(source, file, line - 1) };
}

/** The page that is being rendered. */
export function pageOf(env: Env | undefined): Page {
  return env?.[PAGE] as Page;
}

/** Visits each piece of running text with the 0-based line on which it begins. */
export function eachInline(
  tokens: Token[],
  visit: (inline: Token & { children: Token[] }, line: number) => void,
): void {
  let line = 0;
  for (const token of tokens) {
    if (token.map) line = token.map[0];
    if (token.type === "inline" && token.children) visit(token as Token & { children: Token[] }, line);
  }
}
