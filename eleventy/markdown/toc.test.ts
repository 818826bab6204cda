import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "./testing.ts";
import { tocOf } from "./toc.ts";

test("sections and subsections of a printed page are listed as plain text", () => {
  const html = render("## A `b` & c\n\n### D\n\n#### E\n\n## F\n");
  assert.deepEqual(tocOf(html), [
    { id: "a-b-c", text: "A b & c", children: [{ id: "d", text: "D", children: [] }] },
    { id: "f", text: "F", children: [] },
  ]);
});

test("a page without headings has no entries", () => {
  assert.deepEqual(tocOf("<p>x</p>"), []);
});
