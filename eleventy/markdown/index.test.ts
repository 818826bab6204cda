import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createMarkdown } from "./index.ts";

const options = { base: "/", root: ".", versions: () => ({}), diagram: () => "" };

test("lines in messages are those of the real file, front matter included", () => {
  const file = join(mkdtempSync(join(tmpdir(), "lesson-")), "a.md");
  const body = "текст\n\n::: warn\nx\n:::\n";
  writeFileSync(file, `---\ntitle: A\norder: 1\n---\n${body}`);
  assert.throws(() => createMarkdown(options).render(body, { page: { inputPath: file } }), {
    message: `${file}:7: callout "warn"; expected note, tip, warning, danger, quiz, exercise, solution`,
  });
});

test("a page's data is left as it was", () => {
  const data = Object.freeze({ page: Object.freeze({ inputPath: "./content/a.md" }) });
  assert.match(createMarkdown(options).render("a[^b]\n\n[^b]: c\n", data), /id="fn1"/);
  assert.deepEqual(Object.keys(data), ["page"]);
});

test("rendering a page twice prints the same", () => {
  const md = createMarkdown(options);
  const source = "## A\n\n| a |\n|--:|\n| [x](#a) |\n\nb[^c]\n\n[^c]: d\n";
  assert.equal(md.render(source), md.render(source));
});
