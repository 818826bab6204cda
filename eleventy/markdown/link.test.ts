import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PageLink } from "./page.ts";
import { refuses, render } from "./testing.ts";

function linksOf(source: string): readonly PageLink[] {
  let found: readonly PageLink[] = [];
  render(source, { onLinks: (_file, links) => (found = links) });
  return found;
}

describe("a link", () => {
  test("inside the site gets the base path", () => {
    assert.match(render("[a](/course/x/#b)"), /<a href="\/base\/course\/x\/#b">a<\/a>/);
    assert.match(render("[a](#b)"), /<a href="#b">/);
  });

  test("inside the site is written down with its line, decoded", () => {
    const links = linksOf("a\nb [x](/course/x/#слот)\n\n| t |\n|---|\n| [y](#z) |\n");
    assert.deepEqual(
      links.map(({ path, anchor, place }) => ({ path, anchor, line: place.line })),
      [
        { path: "/course/x/", anchor: "слот", line: 2 },
        { path: null, anchor: "z", line: 6 },
      ],
    );
  });

  test("to another site is left as it is", () => {
    assert.match(
      render("[a](https://debezium.io) <http://localhost:3000>"),
      /href="https:\/\/debezium.io".*href="http:\/\/localhost:3000"/,
    );
    assert.deepEqual(linksOf("[a](https://debezium.io)"), []);
  });

  for (const written of ["02-x.md", "../x/", "//evil.example/", "ftp://x/y", "?a"]) {
    test(`fails as ${written}`, () => {
      refuses(
        `текст\nещё [a](${written})\n`,
        2,
        `link "${written}"; expected /a/path/ from the root of the site, #section, or https://…`,
      );
    });
  }
});

describe("an image", () => {
  test("gets the base path and waits until it is needed", () => {
    assert.match(
      render("![Снимок экрана](/assets/a.png)"),
      /<img src="\/base\/assets\/a.png" alt="Снимок экрана" loading="lazy">/,
    );
    assert.equal(linksOf("![a](/assets/a.png)")[0]?.path, "/assets/a.png");
  });

  test("fails without a description, or from another site", () => {
    refuses(
      "![](/assets/a.png)",
      1,
      'image "/assets/a.png" without a description; expected ![what it shows](/assets/a.png)',
    );
    refuses(
      "![a](https://x.example/a.png)",
      1,
      /^image "https:\/\/x.example\/a.png"; expected \/a\/path from the root/,
    );
  });
});
