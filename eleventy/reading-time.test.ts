import assert from "node:assert/strict";
import { test } from "node:test";
import { readingMinutes } from "./reading-time.ts";

const words = (count: number) => `<p>${"слово ".repeat(count)}</p>`;

test("prose is read at 170 words a minute, and a page takes at least one", () => {
  assert.equal(readingMinutes(words(1700)), 10);
  assert.equal(readingMinutes("<p>Коротко.</p>"), 1);
});

test("code is looked through by lines, whatever its words", () => {
  const code = `<figure class="code"><figcaption>labs/a.sql</figcaption><pre><code>${"a b c d e f\n".repeat(120)}</code></pre></figure>`;
  assert.equal(readingMinutes(words(170) + code), 4);
});

test("diagrams and questions take time too, and the words of a picture are not prose", () => {
  const diagram = `<figure class="diagram" id="diagram-1"><svg><text>${"слово ".repeat(500)}</text></svg></figure>`;
  assert.equal(readingMinutes(words(170) + diagram.repeat(3)), 2);
  assert.equal(readingMinutes(`${words(170)}${'<li class="quiz-question">В?</li>'.repeat(4)}`), 3);
});
