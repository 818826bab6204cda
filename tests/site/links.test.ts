import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf } from "../../tools/build.ts";
import { builtSites } from "../support/built-site.ts";
import { type Page, pagesOf, parse } from "../support/html.ts";
import { deadLinks } from "../support/links.ts";

for (const site of Object.values(await builtSites())) {
  test(`every internal link, anchor and id resolves at base ${site.base}`, async () => {
    const pages = await pagesOf(site);
    assert.ok(pages.length > 10, `${pages.length} pages were built`);
    assert.deepEqual(deadLinks(pages, new Set(await filesOf(site.folder)), new URL(site.url)), []);
  });
}

function page(file: string, html: string): Page {
  const elements = parse(html);
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
  return { file, address: `/base/${file.replace(/index\.html$/, "")}`, html, elements, ids };
}

test("the crawler sees each kind of dead link", () => {
  const pages = [
    page("index.html", '<a href="b/">b</a><a href="b/#there">there</a><a href="https://elsewhere.example/">out</a>'),
    page(
      "b/index.html",
      '<p id="there">\n<a href="#nowhere">x</a><a href="/base/c/">x</a><a href="/b/">x</a><a href="/base/b">x</a>',
    ),
    page("d.html", '<p id="a"></p><p id="a"></p><label for="gone">x</label><img src="missing.png"><a href="">x</a>'),
  ];
  const problems = deadLinks(pages, new Set(pages.map(({ file }) => file)), new URL("https://course.example/base/"));
  assert.deepEqual(problems, [
    'b/index.html:2: <a href="#nowhere">: no "nowhere" on that page',
    'b/index.html:2: <a href="/base/c/">: no such page or file',
    'b/index.html:2: <a href="/b/">: leaves the base path /base/',
    'b/index.html:2: <a href="/base/b">: lacks the slash at its end',
    'd.html:1: id "a" occurs twice',
    'd.html:1: for names the id "gone", which is not on the page',
    'd.html:1: <img src="missing.png">: no such page or file',
    'd.html:1: <a href="">: empty address',
  ]);
});
