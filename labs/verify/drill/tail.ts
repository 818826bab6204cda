import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { parseLines } from "./evidence.ts";

/** Follows a JSONL file that another process writes. */
export class Tail<Line> {
  readonly lines: Line[] = [];
  private readonly file: string;
  private read = 0;
  private rest = Buffer.alloc(0);

  /** @param file need not exist yet */
  constructor(file: string) {
    this.file = file;
  }

  /** Takes in what was written since the last look. */
  look(): readonly Line[] {
    if (!existsSync(this.file)) return this.lines;
    const descriptor = openSync(this.file, "r");
    try {
      const fresh = Buffer.alloc(fstatSync(descriptor).size - this.read);
      this.read += readSync(descriptor, fresh, 0, fresh.length, this.read);
      const text = Buffer.concat([this.rest, fresh]);
      const end = text.lastIndexOf("\n") + 1;
      this.rest = text.subarray(end);
      const lines = parseLines<Line>(text.toString("utf8", 0, end), this.file, this.lines.length + 1);
      for (const line of lines) this.lines.push(line);
    } finally {
      closeSync(descriptor);
    }
    return this.lines;
  }
}
