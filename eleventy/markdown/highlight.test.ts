import assert from "node:assert/strict";
import { test } from "node:test";
import { highlight, markLines } from "./highlight.ts";
import { LANGUAGES } from "./languages.ts";

const SAMPLE = "select \"a\" from t; -- <b>&</b> 'x'\nport: 8083 # why\nFROM debian\n[section]\n";

for (const language of Object.keys(LANGUAGES)) {
  test(`${language} is coloured by classes only, and its text survives`, () => {
    const html = highlight(SAMPLE, language);
    assert.doesNotMatch(html, /style=/);
    const text = html.replace(/<\/?span[^>]*>/g, "");
    assert.doesNotMatch(text, /[<>]/);
    assert.equal(text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"), SAMPLE);
    if (language !== "text" && language !== "diff") assert.match(html, /<span class="[a-z]">/);
  });
}

test("what has no colour of its own gets no element", () => {
  assert.equal(highlight("select 1;", "sql"), '<span class="k">select</span> <span class="n">1</span>;');
});

test("elements within elements are closed where they were opened", () => {
  const html = highlight('$`a` "${b}"', "bash");
  assert.equal(html.match(/<span/g)?.length, html.match(/<\/span/g)?.length);
});

test("indentation of the first line is kept", () => {
  assert.match(highlight("  a: 1", "yaml"), /^ {2}/);
});

test("marked lines are wrapped together with their line breaks", () => {
  assert.equal(markLines("a\nb\nc\nd", [2, 3]), 'a\n<mark class="hl">b\nc\n</mark>d');
  assert.equal(markLines("a\nb", [2]), 'a\n<mark class="hl">b</mark>');
  assert.equal(markLines("a\nb", []), "a\nb");
});

test("a token over several lines stays whole around a mark", () => {
  const html = '<span class="c">/* a\nb\nc */</span> d';
  assert.equal(
    markLines(html, [2]),
    '<span class="c">/* a</span>\n<mark class="hl"><span class="c">b</span>\n</mark><span class="c">c */</span> d',
  );
});

test("an escape sequence, which Prism gives a title, is printed as it was written", () => {
  const html = highlight('printf "a\\n\\"b\\""', "bash");
  assert.doesNotMatch(html, /title=|token/);
  assert.equal(html.replace(/<[^>]+>/g, ""), 'printf "a\\n\\"b\\""');
});
