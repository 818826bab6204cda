import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * The files that a page is printed from, each with what it held when it was added. A file is added before it is read:
 * were it changed in between, the page would only be printed once more, never be kept as one of the new text.
 */
export class UsedFiles {
  private readonly hashes = new Map<string, string>();

  constructor(files: Iterable<string> = []) {
    for (const file of files) this.add(file);
  }

  /** @param file relative to the working folder or absolute */
  add(file: string): void {
    if (!this.hashes.has(file)) this.hashes.set(file, hashOf(file));
  }

  get names(): string[] {
    return [...this.hashes.keys()];
  }

  /** Tells these files and these contents from all others. */
  get key(): string {
    return JSON.stringify([...this.hashes]);
  }
}

/** A file that is gone has changed, too. */
function hashOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("base64url");
  } catch {
    return "";
  }
}
