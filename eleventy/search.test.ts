import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { search, searchPage } from "./search.ts";

const URL_A = "/course/module-1/01-a/";
const HTML = `<html lang="ru"><head></head><body><main data-pagefind-body><h1>А</h1></main></body></html>`;

let output: string;

before(async () => {
  output = await mkdtemp(join(tmpdir(), "search-plugin-"));
});

after(() => rm(output, { recursive: true }));

/** Registers the plugin and returns its handler of `eleventy.after`. */
function plugged(): (event: object) => Promise<void> {
  let handler: ((event: object) => Promise<void>) | undefined;
  const config = {
    on: (_event: string, listener: typeof handler) => {
      handler = listener;
    },
  };
  search(config as unknown as UserConfig);
  assert.ok(handler);
  return handler;
}

const event = (runMode: string, dir: string, results: object[]) => ({
  directories: { output: join(output, dir) },
  runMode,
  outputMode: "fs",
  incremental: false,
  results,
});

async function entries(dir: string): Promise<string[]> {
  return readdir(join(output, dir, "pagefind", "fragment")).catch(() => []);
}

test("a page with data-pagefind-body under a module is a lesson of that module", () => {
  assert.deepEqual(searchPage(URL_A, HTML), { kind: "lesson", module: "module-1", url: URL_A, html: HTML });
});

test("a page that does not ask to be found is left out, even if it writes about the attribute", () => {
  assert.equal(searchPage(URL_A, "<main>&lt;main data-pagefind-body&gt;</main>"), null);
});

test("a page that asks to be found and is of no known kind fails by name", () => {
  assert.throws(() => searchPage("/about/", HTML), /\/about\/: .*expected \/course\/module-N\/NN-slug\//);
});

test("a build has written the index when its event is over", async () => {
  await plugged()(event("build", "build", [{ url: URL_A, content: HTML }]));
  assert.equal((await entries("build")).length, 1);
});

test("serving does not wait for the index, and edits in quick succession make one that holds the last", async () => {
  const built = plugged();
  await built(event("serve", "serve", [{ url: URL_A, content: HTML }]));
  await built(event("serve", "serve", [{ url: "/course/module-1/02-b/", content: HTML }]));
  assert.deepEqual(await entries("serve"), []);
  while ((await entries("serve")).length === 0) await new Promise((resume) => setTimeout(resume, 20));
  assert.equal((await entries("serve")).length, 1);
});

test("an index that fails while serving is said and does not stop the server", async (t) => {
  const said = new Promise<string>((resolve) => t.mock.method(console, "error", resolve));
  const result = { url: URL_A, content: HTML };
  await plugged()({ ...event("serve", "failing", [result]), directories: { output: "/dev/null/no" } });
  assert.match(await said, /^\[search\] /);
});
