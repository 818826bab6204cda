import assert from "node:assert/strict";
import { test } from "node:test";
import { createMarkdown } from "./index.ts";
import { inlineParts, renderInline } from "./inline.ts";

const md = createMarkdown({ base: "/base/", root: ".", versions: () => ({}), diagram: () => "" });
const at = (text: string) => ({ text, file: "content/_data/glossary.ts", line: 12 });

test("a text of data is printed without a paragraph, its typography set", () => {
  assert.equal(
    renderInline(md, at('Это "слот" и `wal_level`, см. [сайт](https://example.org).')),
    'Это «слот» и\u00A0<code>wal_level</code>, см. <a href="https://example.org">сайт</a>.',
  );
});

test("every second piece of a text is code, from the second on", () => {
  assert.deepEqual(inlineParts(md, at("a `b` c")), ["a ", "b", " c"]);
  assert.deepEqual(inlineParts(md, at("`b` c")), ["", "b", " c"]);
  assert.deepEqual(inlineParts(md, at("a `b``c`".replace("``", "` `"))), ["a ", "b", " ", "c"]);
  assert.deepEqual(inlineParts(md, at("a [b](https://example.org) **c**")), ["a b c"]);
});

test("HTML and links inside the site are refused with the line of their entry", () => {
  assert.throws(() => renderInline(md, at("<b>a</b>")), /^ContentError: content\/_data\/glossary\.ts:12: raw HTML <b>/);
  assert.throws(() => renderInline(md, at("[a](/roadmap/)")), /glossary\.ts:12: link "\/roadmap\/" in a text of data/);
});
