import assert from "node:assert/strict";
import { test } from "node:test";
import { scanText } from "./scan.ts";

test("finds mermaid fences with their lines", () => {
  const text = 'Текст\n\n```mermaid caption="Путь"\npie\n```\n\n~~~mermaid\ngantt\n~~~\n';
  assert.deepEqual(scanText(text, "x.md"), [
    { file: "x.md", line: 3, source: "pie" },
    { file: "x.md", line: 7, source: "gantt" },
  ]);
});

test("skips fences that a longer fence shows, and other languages", () => {
  assert.deepEqual(scanText("````md\n```mermaid\npie\n```\n````\n", "x.md"), []);
  assert.deepEqual(scanText("```mermaidx\npie\n```\n```sh\nmermaid\n```\n", "x.md"), []);
});

test("finds fences inside lists, and goes on after a fence without an end", () => {
  assert.deepEqual(scanText("1. Так\n\n   ```mermaid\n   pie\n   ```\n", "x.md"), [
    { file: "x.md", line: 3, source: "   pie" },
  ]);
  assert.deepEqual(scanText("```mermaid\npie\n", "x.md"), []);
});

test("a longer row of backticks also ends a fence, a shorter one does not", () => {
  assert.deepEqual(scanText("````mermaid\npie\n```\n`````\n", "x.md"), [{ file: "x.md", line: 1, source: "pie\n```" }]);
});
