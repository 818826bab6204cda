import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refuses, render } from "./testing.ts";

describe("a callout", () => {
  test("has the title of its kind", () => {
    assert.equal(
      render("::: tip\nтекст\n:::\n"),
      '<course-callout kind="tip" class="callout callout-tip"><p class="callout-title">Совет</p><p>текст</p>\n</course-callout>\n',
    );
  });

  test("may have its own title with Markdown in it, and any blocks inside", () => {
    const html = render("::: danger Слот `a` & WAL\n- x\n\n```sql\nselect 1;\n```\n:::\n\nпосле\n");
    assert.match(html, /<p class="callout-title">Опасно: Слот <code>a<\/code> &amp; WAL<\/p><ul>/);
    assert.match(html, /<pre class="language-sql"[\s\S]*<\/course-callout>\n<p>после<\/p>/);
  });

  test("may hold another one between longer marks", () => {
    const html = render(":::: note\n::: tip\nx\n:::\n::::\n");
    assert.match(html, /kind="note"[\s\S]*kind="tip"[\s\S]*<\/course-callout>\n<\/course-callout>\n$/);
  });

  test("may stand in a list and in a quotation", () => {
    assert.match(render("- a\n\n  ::: tip\n  x\n  :::\n"), /<li>[\s\S]*<p>x<\/p>\n<\/course-callout>/);
    assert.match(render("> ::: tip\n> x\n> :::\n"), /<blockquote>\n<course-callout/);
  });

  test("fails when its kind is unknown", () => {
    refuses(
      "a\n\n::: warn Заголовок\nx\n:::\n",
      3,
      'callout "warn"; expected note, tip, warning, danger, quiz, exercise, solution',
    );
    refuses("::: constructor\nx\n:::\n", 1, /callout "constructor"/);
  });

  test("fails when it is never closed", () => {
    refuses("a\n\n::: note\nx\n", 3, '"note" is never closed; expected a line of :::');
    refuses("- a\n\n  ::: note\n  x\n\nb\n", 3, /never closed/);
  });

  test("fails when the end of the next one closes it", () => {
    refuses(
      "a\n\n::: note\nx\n\n::: tip\ny\n:::\n",
      3,
      '"note" is never closed; expected a line of :::, or :::: at both ends to hold another',
    );
  });

  test("fails when its end has no beginning", () => {
    refuses("a\n\n:::\n\nb\n", 3, "::: closes nothing; expected an opening such as ::: note above it");
  });
});
