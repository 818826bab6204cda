import assert from "node:assert/strict";
import { test } from "node:test";
import { Glossary, type GlossaryTerm } from "./glossary.ts";
import { printTermTips } from "./term-tips.ts";

const glossary = (definition: string) =>
  new Glossary("content/_data/glossary.ts", [
    { id: "a", term: "абзац", english: "paragraph", definition, forms: ["абзац"], line: 7 } as unknown as GlossaryTerm,
  ]);

const parts = (text: string, line: number) => text.split("`").concat(`line ${line}`);

test("the file holds each term's name, English name and definition, cut into text and code", () => {
  const { json } = printTermTips(glossary("Это `код`"), parts);
  assert.deepEqual(JSON.parse(json), { a: ["абзац", "paragraph", ["Это ", "код", "", "line 7"]] });
});

test("the file's name changes with what it holds, and with nothing else", () => {
  const { path } = printTermTips(glossary("Это"), parts);
  assert.match(path, /^\/assets\/glossary-[0-9A-F]{8}\.json$/);
  assert.equal(printTermTips(glossary("Это"), parts).path, path);
  assert.notEqual(printTermTips(glossary("То"), parts).path, path);
});
