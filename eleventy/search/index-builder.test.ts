import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { buildSearchIndex, type SearchPage, type SearchRecord } from "./index-builder.ts";

interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: { title: string };
  anchors: { id: string }[];
}

const lesson = (url: string, html: string): SearchPage => ({
  kind: "lesson",
  module: "module-2",
  url,
  title: "Слоты <WAL>",
  lead: "Что удерживает журнал",
  html,
});

const term: SearchRecord = { kind: "term", url: "/glossary/#slot", title: "Слот репликации", text: "Хранит позицию." };

/** Builds an index of pages that are all known. */
const build = (pages: SearchPage[], records: SearchRecord[], outDir: string) =>
  buildSearchIndex({ urls: pages.map(({ url }) => url), pages, records, outDir });

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "search-index-"));
});

after(() => rm(folder, { recursive: true }));

async function fragments(outDir: string): Promise<Map<string, Fragment>> {
  const found = new Map<string, Fragment>();
  for (const name of await readdir(join(outDir, "fragment"))) {
    const text = gunzipSync(await readFile(join(outDir, "fragment", name))).toString("utf8");
    const fragment: Fragment = JSON.parse(text.replace(/^pagefind_dcd/, ""));
    found.set(fragment.url, fragment);
  }
  return found;
}

test("pages and records are counted by kind and carry their filters", async () => {
  const outDir = join(folder, "kinds");
  const pages = [lesson("/course/module-2/01-a/", "<p>А</p>"), lesson("/course/module-2/02-b/", "<p>Б</p>")];
  assert.deepEqual(await build(pages, [term], outDir), { lesson: 2, term: 1 });

  const found = await fragments(outDir);
  assert.deepEqual(found.get("/course/module-2/01-a/")?.filters, { kind: ["lesson"], module: ["module-2"] });
  const record = found.get("/glossary/#slot");
  assert.deepEqual(record?.filters, { kind: ["term"] });
  assert.equal(record?.meta.title, "Слот репликации");
});

test("the text of a lesson is indexed with code, quiz answers and the text of diagrams, and without labels", async () => {
  const outDir = join(folder, "body");
  const body = `<h2 id="how"><a href="#how">Как</a></h2>
    <figure class="code"><figcaption><span class="code-name">init.sql</span><span class="code-lang">ЯЗЫК</span></figcaption><pre><code><span>SELECT</span> 1</code></pre></figure>
    <table><tr><td>левая</td><td>правая</td></tr></table>
    <figure class="diagram"><svg><text>рисунок</text></svg><div class="visually-hidden">Журнал → Коннектор</div></figure>
    <details><summary>Ответ</summary><div>Потому что.</div></details>`;
  await build([lesson("/course/module-2/01-a/", body)], [], outDir);

  const found = (await fragments(outDir)).get("/course/module-2/01-a/");
  assert.match(found?.content ?? "", /init\.sql SELECT 1/);
  assert.match(found?.content ?? "", /левая правая/);
  assert.match(found?.content ?? "", /Журнал → Коннектор/);
  assert.match(found?.content ?? "", /Ответ.*Потому что/);
  assert.doesNotMatch(found?.content ?? "", /ЯЗЫК|рисунок|#/);
  assert.ok(found?.anchors.some(({ id }) => id === "how"));
});

test("a lesson is found by its title and lead, and called by its title", async () => {
  const outDir = join(folder, "title");
  await build([lesson("/course/module-2/01-a/", "<p>Текст</p>")], [], outDir);

  const found = (await fragments(outDir)).get("/course/module-2/01-a/");
  assert.equal(found?.meta.title, "Слоты <WAL>");
  assert.match(found?.content ?? "", /^Слоты <WAL> Что удерживает журнал. Текст/);
});

test("pages are taken as they come, and the index is the same in whatever order", async () => {
  const page = (n: number) => lesson(`/course/module-2/0${n}-a/`, `<p>А ${n}</p>`);
  const urls = [1, 2, 3].map((n) => page(n).url);
  const pages = (async function* () {
    for (const n of [3, 1, 2]) {
      await new Promise(setImmediate);
      yield page(n);
    }
  })();
  const [late, known] = [join(folder, "late"), join(folder, "known")];
  assert.deepEqual(await buildSearchIndex({ urls, pages, records: [term], outDir: late }), { lesson: 3, term: 1 });
  await build([1, 2, 3].map(page), [term], known);
  const files = async (path: string) => (await readdir(path, { recursive: true })).sort();
  assert.deepEqual(await files(late), await files(known));
  await build([3, 1, 2].map(page), [term], known);
  assert.notDeepEqual(await files(late), await files(known));
});

test("a page that never came, and one that was not told of, are refused by name", async () => {
  const [a, b] = [lesson("/course/module-2/01-a/", "<p>А</p>"), lesson("/course/module-2/02-b/", "<p>Б</p>")];
  const outDir = join(folder, "awaited");
  await assert.rejects(
    buildSearchIndex({ urls: [a.url, b.url], pages: [a], records: [], outDir }),
    /\/course\/module-2\/02-b\/: the page never came/,
  );
  await assert.rejects(
    buildSearchIndex({ urls: [a.url], pages: [a, b], records: [], outDir }),
    /\/course\/module-2\/02-b\/: the page was not told of; expected \/course\/module-2\/01-a\//,
  );
});

test("an index replaces the earlier one and leaves out Pagefind's own interfaces", async () => {
  const outDir = join(folder, "again");
  const kept = lesson("/course/module-2/01-a/", "<p>А</p>");
  const pages = [kept, lesson("/course/module-2/02-b/", "<p>Было</p>")];
  await build(pages, [term], outDir);
  await build([kept], [], outDir);

  const top = (await readdir(outDir)).map((name) => name.replace(/_[0-9a-f]+/, ""));
  assert.deepEqual(top.sort(), [
    "filter",
    "fragment",
    "index",
    "pagefind-entry.json",
    "pagefind-worker.js",
    "pagefind.js",
    "pagefind.ru.pf_meta",
    "wasm.ru.pagefind",
  ]);
  assert.deepEqual([...(await fragments(outDir)).keys()], [kept.url]);
  for (const part of ["index", "filter"]) assert.ok((await readdir(join(outDir, part))).length > 0, part);
});

test("a course without pages has an index that holds nothing", async () => {
  assert.deepEqual(await build([], [], join(folder, "empty")), {});
});

test("an address that is indexed twice is refused by name", async () => {
  const page = lesson("/course/module-2/01-a/", "<p>А</p>");
  await assert.rejects(
    build([page, page], [], join(folder, "twice")),
    /\/course\/module-2\/01-a\/: the address is in the index already/,
  );
});

test("a relative folder is refused, for it would depend on the folder of the process", async () => {
  await assert.rejects(build([], [], "_site/pagefind"), /expected an absolute path/);
});
