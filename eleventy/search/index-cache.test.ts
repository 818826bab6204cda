import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { SearchPage } from "./index-builder.ts";
import { cachedSearchIndex } from "./index-cache.ts";

const root = await mkdtemp(join(tmpdir(), "index-cache-"));
after(() => rm(root, { recursive: true }));
const cacheDir = join(root, "cache");
const outDir = join(root, "site/pagefind");

function page(text: string, style = "a"): SearchPage {
  const html = `<!doctype html><html lang="ru"><head><title>т</title><link rel="stylesheet" href="${style}.css"></head><body><main data-pagefind-body><h1>Слоты</h1><p>${text}</p></main></body></html>`;
  return { kind: "lesson", module: "module-1", url: "/course/module-1/01-a/", html };
}

const files = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

test("the same pages get the kept index, also when only their styles changed", async () => {
  await cachedSearchIndex({ pages: [page("слот репликации")], records: [], outDir }, cacheDir);
  const built = await files(outDir);
  const [kept = ""] = await readdir(cacheDir);
  await writeFile(join(cacheDir, kept, "from-the-cache"), "");
  await rm(outDir, { recursive: true });

  await cachedSearchIndex({ pages: [page("слот репликации", "b")], records: [], outDir }, cacheDir);

  assert.deepEqual(await files(outDir), [...built, "from-the-cache"].sort());
});

test("another text, or another record, is indexed again, and only the last index is kept", async () => {
  const record = { kind: "term", url: "/glossary/#slot", title: "Слот", text: "удерживает журнал" } as const;
  for (const records of [[], [record]]) {
    const [before] = await readdir(cacheDir);
    await cachedSearchIndex({ pages: [page("другой текст")], records, outDir }, cacheDir);
    const kept = await readdir(cacheDir);
    assert.equal(kept.length, 1);
    assert.notEqual(kept[0], before);
    assert.ok(!(await files(outDir)).includes("from-the-cache"));
  }
});
