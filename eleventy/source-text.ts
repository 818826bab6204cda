import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

interface KeptText {
  /** Tells this state of the file from others. */
  state: string;
  text: string;
}

const kept = new Map<string, KeptText>();

/** A file may change twice within one tick of its file system's clock: only when it has rested is its text kept; ms. */
const REST = 100;

/**
 * The text of a file as it is now. Many steps of a build ask for the text of a lesson: it is read again only when it was
 * edited, and all get the same string.
 * @param file relative to the working folder or absolute
 * @throws Error of Node if it cannot be read
 */
export function sourceText(file: string): string {
  const path = resolve(file);
  const { mtimeMs, size, ino } = statSync(path);
  const state = `${mtimeMs} ${size} ${ino}`;
  const known = kept.get(path);
  if (known?.state === state) return known.text;
  const text = readFileSync(path, "utf8");
  if (Date.now() - mtimeMs > REST) kept.set(path, { state, text });
  else kept.delete(path);
  return text;
}
