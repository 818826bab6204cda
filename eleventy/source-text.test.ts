import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sourceText } from "./source-text.ts";

const folder = mkdtempSync(join(tmpdir(), "source-text-"));
after(() => rmSync(folder, { recursive: true }));

/** Writes a file as if it was last edited at a time, in seconds. */
function write(name: string, text: string, edited?: number): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  if (edited) utimesSync(path, edited, edited);
  return path;
}

test("an edited file is read again", () => {
  const path = write("edited.md", "было", 1000);
  assert.equal(sourceText(path), "было");
  write("edited.md", "стало", 2000);
  assert.equal(sourceText(path), "стало");
});

test("two edits of one length at one time of the clock are told apart", () => {
  const now = Date.now() / 1000;
  const path = write("twice.md", "раз", now);
  assert.equal(sourceText(path), "раз");
  write("twice.md", "два", now);
  assert.equal(sourceText(path), "два");
});

test("a file that has rested is not read again", () => {
  const path = write("rested.md", "как прочли", 1000);
  assert.equal(sourceText(path), "как прочли");
  // What no editor does: another text behind the same size and time.
  write("rested.md", "подмена её", 1000);
  assert.equal(sourceText(path), "как прочли");
});

test("a file that is gone is an error, whatever was read before", () => {
  const path = write("gone.md", "текст", 1000);
  sourceText(path);
  rmSync(path);
  assert.throws(() => sourceText(path), /ENOENT/);
});
