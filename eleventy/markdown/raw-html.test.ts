import assert from "node:assert/strict";
import { test } from "node:test";
import { refuses, render } from "./testing.ts";

test("raw HTML is refused with its line", () => {
  refuses(
    "a\n\n<div>\nx\n</div>\n",
    3,
    "raw HTML <div>; expected Markdown; `<name>` in backticks where brackets are meant",
  );
  refuses("a\n\nb <slot> c\n", 3, /^raw HTML <slot>;/);
  refuses("<!-- a --><script>x</script>\n", 1, /raw HTML/);
});

test("comments are for authors and tools, and are not printed", () => {
  assert.equal(render("a <!-- b --> c\n\n<!-- cspell:ignore x -->\n\nd\n"), "<p>a  c</p>\n<p>d</p>\n");
});

test("a comparison is text", () => {
  assert.equal(render("a < b > c\n"), "<p>a &lt; b &gt; c</p>\n");
});

test("braces are braces, and accidental indentation is no code", () => {
  assert.equal(render("    {{ x }} {% y %}\n"), "<p>{{ x }} {% y %}</p>\n");
});
