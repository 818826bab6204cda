import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { TextCache } from "./typography.ts";

/** Texts by a hash of what was written, kept in one file from build to build. A file that cannot be read is forgotten. */
export class StoredTexts implements TextCache {
  private readonly file: string;
  private readonly version: string;
  private readonly stored: Map<string, string>;
  private readonly used = new Map<string, string>();
  private added = false;

  /**
   * @param file where to keep the texts
   * @param version of the rules; texts of another version are not found
   */
  constructor(file: string, version: string) {
    this.file = file;
    this.version = version;
    this.stored = readStored(file);
  }

  get(source: string): string | undefined {
    const key = this.key(source);
    const result = this.used.get(key) ?? this.stored.get(key);
    if (result !== undefined) this.used.set(key, result);
    return result;
  }

  set(source: string, result: string): void {
    this.used.set(this.key(source), result);
    this.added = true;
  }

  /** Writes the texts that were asked for since the start, if that changes the file. */
  save(): void {
    if (!this.added) return;
    mkdirSync(dirname(this.file), { recursive: true });
    // Another build may be reading: the file is replaced in one step.
    const whole = `${this.file}.${process.pid}`;
    writeFileSync(whole, JSON.stringify(Object.fromEntries(this.used)));
    renameSync(whole, this.file);
    this.added = false;
  }

  private key(source: string): string {
    return createHash("sha1").update(this.version).update("\0").update(source).digest("base64url");
  }
}

function readStored(file: string): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
  } catch {
    return new Map();
  }
}
