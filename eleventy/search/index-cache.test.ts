import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, beforeEach, test } from "node:test";
import type { SearchPage, SearchRecord } from "./index-builder.ts";
import { publishIndex, SearchIndexCache } from "./index-cache.ts";

const root = await mkdtemp(join(tmpdir(), "index-cache-"));
after(() => rm(root, { recursive: true }));

let folder: string;
let cache: SearchIndexCache;

beforeEach(async () => {
  folder = await mkdtemp(join(root, "cache-"));
  cache = new SearchIndexCache(folder);
});

const page = (text: string): SearchPage => ({
  kind: "lesson",
  module: "module-1",
  url: "/course/module-1/01-a/",
  title: "Слоты",
  lead: "Позиция",
  html: `<p>${text}</p>`,
});
const record: SearchRecord = { kind: "term", url: "/glossary/#slot", title: "Слот", text: "удерживает журнал" };

const files = async (path: string) => (await readdir(path, { recursive: true })).sort();

test("the same pages get the kept index", async () => {
  const made = await cache.find({ pages: [page("слот репликации")], records: [record] });
  await writeFile(join(made, "from-the-cache"), "");
  assert.equal(await cache.find({ pages: [page("слот репликации")], records: [record] }), made);
  assert.ok((await files(made)).includes("from-the-cache"));
});

test("another text, or another record, is indexed again, and only the last index is kept", async () => {
  const first = await cache.find({ pages: [page("текст")], records: [] });
  const second = await cache.find({ pages: [page("другой текст")], records: [] });
  const third = await cache.find({ pages: [page("другой текст")], records: [record] });
  assert.equal(new Set([first, second, third]).size, 3);
  assert.deepEqual(await readdir(folder), [basename(third)]);
});

test("an index of pages that came one by one is the one that is found for them later", async () => {
  assert.equal(await cache.isEmpty(), true);
  const made = await cache.make({
    urls: [page("текст").url],
    pages: (async function* () {
      yield page("текст");
    })(),
    records: [record],
  });
  assert.equal(await cache.isEmpty(), false);
  await writeFile(join(made, "from-the-cache"), "");
  assert.equal(await cache.find({ pages: [page("текст")], records: [record] }), made);
  assert.ok((await files(made)).includes("from-the-cache"));
});

test("a published index takes the place of the earlier one", async () => {
  const outDir = join(folder, "site/pagefind");
  const [first, second] = [await cache.find({ pages: [page("раз")], records: [] }), join(folder, "published")];
  await publishIndex(first, outDir);
  await writeFile(join(outDir, "stale"), "");
  await publishIndex(first, outDir);
  await publishIndex(first, second);
  assert.deepEqual(await files(outDir), await files(second));
});

test("what a build has begun that came to no end is removed by the next", async () => {
  const { pid } = spawnSync("true");
  await mkdir(join(folder, `new.${pid}`));
  assert.equal(await cache.isEmpty(), true);
  const made = await cache.find({ pages: [page("текст")], records: [] });
  assert.deepEqual(await readdir(folder), [basename(made)]);
});
