import assert from "node:assert/strict";
import { test } from "node:test";
import { frontMatterLines, SourcePlace } from "./source-place.ts";

test("front matter is counted with its two marks", () => {
  assert.equal(frontMatterLines("---\ntitle: x\norder: 1\n---\ntext"), 4);
  assert.equal(frontMatterLines("---\n---\ntext"), 2);
  assert.equal(frontMatterLines("---\r\ntitle: x\r\n---\r\ntext"), 3);
});

test("a file without front matter has none, rules in its text notwithstanding", () => {
  assert.equal(frontMatterLines("text\n\n---\n\ntext\n\n---\n"), 0);
  assert.equal(frontMatterLines(""), 0);
});

test("a mistake says file, line, reason and what was allowed", () => {
  const place = new SourcePlace("./content/course/a.md", 41);
  assert.equal(
    place.error('callout "warn"', "note, tip").message,
    'content/course/a.md:41: callout "warn"; expected note, tip',
  );
});
