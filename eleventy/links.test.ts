import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type BuiltPage, LinkCheck } from "./links.ts";
import type { PageLink } from "./markdown/page.ts";
import { SourcePlace } from "./markdown/source-place.ts";

const FILE = "./content/a.md";
const page = (inputPath: string, url: string, content = ""): BuiltPage => ({ inputPath, url, content });
const PAGES = [
  page(FILE, "/course/module-1/01-a/", '<h2 id="слот">x</h2>'),
  page("./content/b.md", "/course/module-1/02-b/", '<h2 id="снимок">x</h2><figure id="diagram-1"></figure>'),
];

function link(written: string, line = 5): PageLink {
  const [path, anchor] = written.split("#");
  return { path: path || null, anchor: anchor ?? null, written, place: new SourcePlace("content/a.md", line) };
}

function check(written: string): string[] {
  const links = new LinkCheck();
  links.record(FILE, [link(written)]);
  const hasFile = (path: string) => path === "/files/labs/a.sql";
  return links.check({ pages: PAGES, incremental: false, hasFile }).map((error) => error.message);
}

describe("a link inside the site", () => {
  for (const good of [
    "/course/module-1/02-b/",
    "/course/module-1/02-b/#снимок",
    "/course/module-1/02-b/#diagram-1",
    "#слот",
    "/files/labs/a.sql",
  ]) {
    test(`may lead to ${good}`, () => assert.deepEqual(check(good), []));
  }

  test("fails when its page does not exist, and names the nearest one", () => {
    assert.deepEqual(check("/course/module-1/02-c/"), [
      'content/a.md:5: link to "/course/module-1/02-c/": no such page; a planned one is named without a link; expected /course/module-1/02-b/',
    ]);
  });

  test("fails when only its last slash is missing", () => {
    assert.match(check("/course/module-1/02-b")[0] ?? "", /expected \/course\/module-1\/02-b\/$/);
  });

  test("fails when its section does not exist on that page", () => {
    assert.deepEqual(check("/course/module-1/02-b/#снимки"), [
      'content/a.md:5: link to "/course/module-1/02-b/#снимки": that page has no such section; expected #снимок',
    ]);
    assert.match(check("#слоты")[0] ?? "", /"#слоты": that page has no such section; expected #слот$/);
  });
});

describe("the check while serving", () => {
  const dead = link("/course/module-1/02-b/#новое");
  const site = (pages: BuiltPage[], incremental = true) => ({ pages, incremental, hasFile: () => false });

  test("forgets a mistake when its file is rendered again without it", () => {
    const links = new LinkCheck();
    links.record(FILE, [dead]);
    assert.equal(links.check(site(PAGES, false)).length, 1);
    links.record(FILE, []);
    assert.deepEqual(links.check(site([PAGES[0] as BuiltPage])), []);
  });

  test("keeps checking pages that were not rendered again against those that were", () => {
    const links = new LinkCheck();
    links.record(FILE, [link("/course/module-1/02-b/#снимок")]);
    assert.deepEqual(links.check(site(PAGES, false)), []);
    const edited = page("./content/b.md", "/course/module-1/02-b/", '<h2 id="другое">x</h2>');
    assert.match(links.check(site([edited]))[0]?.message ?? "", /expected #другое$/);
  });

  test("drops pages that a whole build no longer produces", () => {
    const links = new LinkCheck();
    links.record(FILE, [link("/course/module-1/02-b/")]);
    links.record("./content/b.md", [dead]);
    links.check(site(PAGES, false));
    const errors = links.check(site([PAGES[0] as BuiltPage], false));
    assert.deepEqual(
      errors.map((error) => error.line),
      [5],
    );
    assert.match(errors[0]?.message ?? "", /no such page/);
  });
});
