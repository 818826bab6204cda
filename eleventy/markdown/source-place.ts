import { ContentError } from "../content-error.ts";

/** A line of a file at which a mistake can be reported. */
export class SourcePlace {
  readonly file: string;
  private readonly find: () => number;

  /**
   * @param file path relative to the project root
   * @param line 1-based line of the real file, front matter included; may be found only when a mistake is told
   */
  constructor(file: string, line: number | (() => number)) {
    this.file = file;
    this.find = typeof line === "number" ? () => line : line;
  }

  get line(): number {
    return this.find();
  }

  /** A mistake at this line, to be thrown. */
  error(reason: string, expected?: string): ContentError {
    return new ContentError(this.file, this.line, reason, expected);
  }
}

/**
 * Lines that the front matter of a file takes, its two `---` included. Eleventy hands on only the text below it.
 * @param source the whole text of the file
 */
export function frontMatterLines(source: string): number {
  const block = /^---[^\S\n]*\n(?:[\s\S]*?\n)??---[^\S\n]*(?:\n|$)/.exec(source)?.[0] ?? "";
  return block.split("\n").length - 1;
}
