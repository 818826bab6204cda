import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Lesson } from "./course.ts";
import { search } from "./search.ts";

const lesson = (slug: string, written = true) =>
  ({
    id: `module-1/${slug}`,
    url: `/course/module-1/${slug}/`,
    title: "А",
    description: "Б",
    module: { id: "module-1" },
    written,
  }) as Lesson;
const [A, B, PLANNED] = [lesson("01-a"), lesson("02-b"), lesson("03-c", false)];

type Tell = (event: string, told: object) => Promise<void>;

const root = await mkdtemp(join(tmpdir(), "search-plugin-"));
after(async () => {
  process.chdir(tmpdir());
  await rm(root, { recursive: true });
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(root, "project-"));
  // The plugin keeps its index below the working folder.
  process.chdir(folder);
});

/** Registers the plugin and returns what tells it Eleventy's events. */
function plugged(lessons: readonly Lesson[] | (() => readonly Lesson[]) = [A, B, PLANNED]): Tell {
  const listeners = new Map<string, (told: object) => Promise<void>>();
  const on = (event: string, listener: (told: object) => Promise<void>) => listeners.set(event, listener);
  const all = typeof lessons === "function" ? lessons : () => lessons;
  search({ on } as unknown as UserConfig, { lessons: all, records: () => [] });
  return async (event, told) => listeners.get(event)?.(told);
}

/** One build, in which lessons are printed in this order. */
async function build(tell: Tell, runMode: string, printed: readonly Lesson[], text = "текст"): Promise<void> {
  const event = { directories: { output: join(folder, "site") }, runMode, outputMode: "fs" };
  await tell("eleventy.before", event);
  await tell("markdown.printed", { data: {}, html: "<p>не урок</p>" });
  for (const lesson of printed) await tell("markdown.printed", { data: { lesson }, html: `<p>${text}</p>` });
  await tell("eleventy.after", event);
}

const index = async (...path: string[]) =>
  (await readdir(join(folder, "site/pagefind", ...path), { recursive: true }).catch(() => [])).sort();

test("a build has written the index of its lessons when its event is over", async () => {
  await build(plugged(), "build", [A, B]);
  assert.equal((await index("fragment")).length, 2);
});

test("the index is the same whether an earlier build left one, and whichever lesson was printed first", async () => {
  await build(plugged(), "build", [B, A]);
  const first = await index();
  await build(plugged(), "build", [A, B], "другой текст");
  assert.notDeepEqual(await index(), first);
  await build(plugged(), "build", [A, B]);
  assert.deepEqual(await index(), first);
});

test("a lesson that was not printed fails by name", async () => {
  await build(plugged([A]), "build", [A]);
  await assert.rejects(build(plugged(), "build", [A]), /search: lesson module-1\/02-b was not printed/);
});

test("serving does not wait for the index, and edits in quick succession make one that holds the last", async () => {
  let lessons = [A];
  const tell = plugged(() => lessons);
  await build(tell, "serve", [A]);
  lessons = [A, B];
  await build(tell, "serve", [B]);
  assert.deepEqual(await index("fragment"), []);
  while ((await index("fragment")).length === 0) await new Promise((resume) => setTimeout(resume, 20));
  assert.equal((await index("fragment")).length, 2);
});

test("an index that fails while serving is said and does not stop the server", async (t) => {
  const said = new Promise<string>((resolve) => t.mock.method(console, "error", resolve));
  await build(plugged([A, B]), "serve", [A]);
  assert.match(await said, /^\[search\] search: lesson module-1\/02-b was not printed/);
});
