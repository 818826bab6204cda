import assert from "node:assert/strict";
import { test } from "node:test";
import { TermFinder } from "../term-finder.ts";
import { createMarkdown } from "./index.ts";

const finder = new TermFinder([
  { id: "slot", forms: ["слот репликации", "слота репликации", "слот"] },
  { id: "wal", forms: ["wal"] },
  { id: "edge", forms: [] },
]);

/** Renders a lesson that knows the terms; a page that is no lesson without them. */
function render(source: string, lesson: object | undefined = {}): string {
  const md = createMarkdown({ base: "/base/", root: ".", versions: () => ({}), diagram: () => "" });
  return md.render(source, { page: { inputPath: "./content/lesson.md" }, lesson, glossary: { finder } });
}

/** Links to the glossary, as `id: text`. */
function linked(source: string, lesson?: object): string[] {
  const links = render(source, lesson).matchAll(/<a href="\/base\/glossary\/#([\w-]+)" class="term">(.*?)<\/a>/g);
  return [...links].map(([, id, text]) => `${id}: ${text}`);
}

test("the first use of a term in a lesson becomes a link, and only the first", () => {
  assert.equal(
    render("Есть слот репликации. Слот держит WAL."),
    '<p>Есть <a href="/base/glossary/#slot" class="term">слот репликации</a>. Слот держит <a href="/base/glossary/#wal" class="term">WAL</a>.</p>\n',
  );
});

test("a term that is broken over two lines or set with a no-break space is one term", () => {
  assert.deepEqual(linked("Нет слота\nрепликации."), ["slot: слота репликации"]);
  assert.deepEqual(linked("Нет слота\u00A0репликации."), ["slot: слота\u00A0репликации"]);
});

test("headings, code, links, tables, callout titles, quizzes, recorded scenarios and sources hold no links to terms", () => {
  const source = [
    "## Слот и WAL",
    "`слот` [слот](https://example.org) <https://example.org/слот> ![слот](/a.png)",
    "```text\nслот\n```",
    "| слот | wal |\n| --- | --- |\n| слот | wal |",
    "::: note Слот\nтекст[^a]\n:::",
    "::: quiz\n1. Слот?\n   - [ ] слот\n\n     WAL\n   - [x] wal\n\n     слот\n:::",
    "::: slot-simulator\n:::",
    "::: watermark-stepper\n:::",
    "[^a]: Слот и WAL.",
  ].join("\n\n");
  assert.deepEqual(linked(source), []);
  assert.deepEqual(linked(`${source}\n\nТеперь слот.`), ["slot: слот"]);
});

test("paragraphs, lists, quotes, emphasis and the text of callouts do", () => {
  for (const source of ["слот", "- слот", "> слот", "**слот**", "*слот*", "::: tip Совет\nслот\n:::"]) {
    assert.deepEqual(linked(source), ["slot: слот"], source);
  }
});

test("a link of the author to a term looks like the others and counts as a use", () => {
  assert.deepEqual(linked("[граница](/glossary/#edge) и [слоты](/glossary/#slot), слот"), [
    "edge: граница",
    "slot: слоты",
  ]);
  assert.deepEqual(linked("Слот, потом [слоты](/glossary/#slot)."), ["slot: Слот", "slot: слоты"]);
});

test("a page that is no lesson links no terms", () => {
  const md = createMarkdown({ base: "/base/", root: ".", versions: () => ({}), diagram: () => "" });
  assert.equal(md.render("слот", { page: { inputPath: "./content/about.md" }, glossary: { finder } }), "<p>слот</p>\n");
});
