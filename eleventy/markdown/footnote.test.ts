import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refuses, render } from "./testing.ts";

const NOTE = "[^wal]: [WAL](https://www.postgresql.org/docs/)\n";

describe("a footnote", () => {
  test("is printed among the sources and linked both ways", () => {
    const html = render(`Текст[^wal] и снова[^wal].\n\n${NOTE}`);
    assert.match(
      html,
      /<a href="#fn1" id="fnref1" aria-label="Сноска 1">1<\/a><\/sup> и\u00A0снова<sup.*id="fnref1-2"/,
    );
    assert.match(
      html,
      /<section class="footnotes" aria-label="Сноски">\n<h2 id="источники"><a href="#источники">Источники<\/a>/,
    );
    assert.match(html, /<li id="fn1"><p><a href="https:\/\/www.postgresql.org\/docs\/">WAL<\/a>/);
    assert.match(html, /<a href="#fnref1-2" class="footnote-backref" aria-label="Назад к сноске 1, место 2"/);
  });

  test("list follows the author's own last heading", () => {
    const html = render(`## Тема\n\nТекст[^wal].\n\n## Источники\n\nИ книга.\n\n${NOTE}`);
    assert.equal(html.match(/id="источники"/g)?.length, 1);
    refuses(
      `## Источники\n\nТекст[^wal].\n\n## Дальше\n\n${NOTE}`,
      1,
      'heading "Источники" before others; expected the last heading: footnotes follow it',
    );
  });

  test("fails without its text", () => {
    refuses(
      "a\nb[^wall]\n\nc[^wal]\n\n[^wal]: x\n",
      2,
      "footnote [^wall] has no text; expected a line [^wall]: … below",
    );
  });

  test("fails when nothing refers to it", () => {
    refuses(`текст\n\n${NOTE}`, 3, "footnote [^wal] is never referred to; expected [^wal] in the text");
  });

  test("of one page does not leak into the next", () => {
    assert.match(render(`a[^wal]\n\n${NOTE}`), /id="fn1"/);
    refuses("a[^wal]\n", 1, /has no text/);
  });
});
