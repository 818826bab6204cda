import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { slug } from "./heading.ts";
import { refuses, render } from "./testing.ts";

describe("a heading", () => {
  test("has an id of its words and a link to itself", () => {
    assert.equal(
      render("## Слот и `wal_level`\n"),
      '<h2 id="слот-и-wal_level"><a href="#слот-и-wal_level">Слот и\u00A0<code>wal_level</code></a></h2>\n',
    );
  });

  test("fails with another link in it", () => {
    refuses(
      "## Слот [тут](https://example.com/)\n",
      1,
      'a link in the heading "Слот тут"; expected it in the text below: a heading is a link to itself',
    );
  });

  test("ids keep letters, digits and underscores of any alphabet", () => {
    assert.equal(slug("  «Ёлка» — snapshot.mode, 3.7?  "), "ёлка-snapshot-mode-3-7");
    assert.equal(slug("…"), "");
  });

  test("fails when its id is taken", () => {
    refuses("## Слот\n\n### слот!\n", 3, 'heading "слот!" has the id "слот" of line 1; expected another wording');
  });

  test("fails as a second title of the page", () => {
    refuses("текст\n\n# Слот\n", 3, 'heading "# Слот"; expected ## at most: the page\'s title is its first heading');
    refuses("Слот\n====\n", 1, /heading "# Слот"/);
  });

  test("fails when a level is skipped", () => {
    refuses("### A\n", 1, 'heading "### A" skips a level; expected ## or higher');
    refuses("## A\n\n#### B\n", 3, 'heading "#### B" skips a level; expected ### or higher');
    assert.match(render("## A\n### B\n#### C\n## D\n"), /<h2 id="d">/);
  });

  test("fails without words", () => {
    refuses("## …\n", 1, /heading "…" has no letters/);
  });
});
