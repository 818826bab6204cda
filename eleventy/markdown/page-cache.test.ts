import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { TermFinder } from "../term-finder.ts";
import { createMarkdown } from "./index.ts";
import type { PageLink } from "./page.ts";
import { PageCache } from "./page-cache.ts";

const TEXT = [
  "Слот. [Ссылка](/a/#b)",
  "",
  "```json file=labs/a.json",
  "```",
  "",
  '```mermaid caption="Путь"',
  "flowchart TD",
  "```",
  "",
  "%KAFKA_VERSION%",
  "",
].join("\n");

/** A lesson with everything that a page is printed from, and a way to print it in a process of its own. */
function newLesson() {
  const root = mkdtempSync(join(tmpdir(), "pages-"));
  mkdirSync(join(root, "labs"));
  const svg = join(root, "a.svg");
  const lab = join(root, "labs/a.json");
  writeFileSync(svg, "<svg/>");
  writeFileSync(lab, "{}");
  const made = { text: TEXT, term: "слот", kafka: "4.3.1", common: "program", path: "./content/lesson.md" };
  /** @returns the page, how often its diagram was printed meanwhile, and the links that were told */
  const print = (changed: Partial<typeof made> = {}, pages?: PageCache, onDrawn = () => {}) => {
    const { text, term, kafka, common, path } = { ...made, ...changed };
    let drawn = 0;
    let links: readonly PageLink[] = [];
    const cache = pages ?? new PageCache(common, join(root, ".cache"));
    const html = createMarkdown({
      base: "/",
      root,
      versions: () => ({ KAFKA_VERSION: kafka }),
      pages: cache,
      onLinks: (_file, told) => (links = told),
      diagram: (_block, _caption, page) => {
        drawn++;
        page.uses.add(svg);
        const read = readFileSync(svg, "utf8");
        onDrawn();
        return read;
      },
    }).render(text, {
      page: { inputPath: path },
      lesson: {},
      glossary: { finder: new TermFinder([{ id: "slot", forms: [term] }]) },
    });
    cache.save();
    return { html, drawn, links: links.map(({ place, ...link }) => ({ ...link, line: place.line })) };
  };
  return { root, svg, lab, print };
}

describe("a printed page", () => {
  test("is kept for the next build, with its links", () => {
    const { print } = newLesson();
    const [first, second] = [print(), print()];
    assert.equal(first.drawn, 1);
    assert.deepEqual(second, { ...first, drawn: 0 });
    assert.deepEqual(second.links, [{ path: "/a/", anchor: "b", written: "/a/#b", line: 1 }]);
  });

  test("is kept in one process without a folder, and not beyond it", () => {
    const { print } = newLesson();
    const pages = new PageCache("program");
    assert.equal(print({}, pages).drawn, 1);
    assert.equal(print({}, pages).drawn, 0);
    assert.equal(print({}, new PageCache("program")).drawn, 1);
  });

  for (const [what, changed] of Object.entries({
    "its text": { text: TEXT.replace("Слот", "Другой слот") },
    "a version": { kafka: "4.4.0" },
    "the forms of a term": { term: "слоты" },
    "the program or its settings": { common: "another program" },
    "its name": { path: "./content/other.md" },
  })) {
    test(`is printed again when ${what} changes`, () => {
      const { print } = newLesson();
      print();
      assert.equal(print(changed).drawn, 1);
      assert.equal(print(changed).drawn, 0);
    });
  }

  test("is printed again when a file that it was printed from changes", () => {
    const { svg, print } = newLesson();
    print();
    writeFileSync(svg, "changed");
    const { html, drawn } = print();
    assert.equal(drawn, 1);
    assert.match(html, /changed/);
    assert.equal(print().drawn, 0);
  });

  test("shows a file of the labs as it is now without being printed again", () => {
    const { lab, print } = newLesson();
    print();
    writeFileSync(lab, '"changed"');
    const { html, drawn } = print();
    assert.equal(drawn, 0);
    assert.match(html, /changed/);
    assert.doesNotMatch(html, /<!--/);
  });

  test("is printed again when a file changed after it was read, even before the page was whole", () => {
    const { root, svg, print } = newLesson();
    const pages = new PageCache("program", join(root, ".cache"));
    const during = print({}, pages, () => writeFileSync(svg, "changed"));
    assert.doesNotMatch(during.html, /changed/);
    assert.match(print({}, pages).html, /changed/);
    assert.match(print().html, /changed/);
  });

  test("is refused when a file that it shows is gone", () => {
    const { print, lab } = newLesson();
    print();
    rmSync(lab);
    assert.throws(() => print(), /labs\/a\.json.* does not exist/);
  });

  test("that cannot be read was never kept", () => {
    const { root, print } = newLesson();
    const first = print();
    writeFileSync(join(root, ".cache/content/lesson.md.html"), "{");
    assert.deepEqual(print(), first);
  });
});
