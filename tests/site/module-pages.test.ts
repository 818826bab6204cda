import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import plan from "../../content/_data/course.ts";
import { buildCourse } from "../../eleventy/course.ts";
import { SECTION_IDS } from "../../eleventy/lesson-source.ts";
import { builtSites } from "../support/built-site.ts";
import { parse } from "../support/html.ts";

const { base } = await builtSites();
const { begun } = buildCourse(plan, process.cwd());
const read = (url: string): Promise<string> => readFile(join(base.folder, url, "index.html"), "utf8");
const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

/** The words of a page's part, without marks, notes and spaces: what a reader would call the same. */
const words = (html: string): string =>
  html
    .replace(/<sup class="footnote-ref".*?<\/sup>/gs, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The items of the list under a heading of level 2. */
function items(html: string, id: string): string[] {
  const section = new RegExp(`<h2 id="${id}">.*?</h2>(.*?)<h2 `, "s").exec(html)?.[1] ?? "";
  return [...section.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = ""]) => words(item));
}

for (const module of begun) {
  test(`the summary of ${module.id} says what its lessons say, in their order`, async () => {
    const summary = words(await read(module.summaryUrl));
    let from = 0;
    for (const lesson of module.written) {
      const html = await read(lesson.url);
      for (const id of Object.values(SECTION_IDS)) {
        const list = items(html, id);
        assert.ok(list.length >= 2, `${lesson.id}: ${id}`);
        for (const item of list) {
          const at = summary.indexOf(item, from);
          assert.ok(at >= 0, `${lesson.id}: «${item}» is missing or out of order`);
          from = at;
        }
      }
    }
  });

  test(`the last written lesson of ${module.id} leads to its summary, and no other does`, async () => {
    const href = `href="${base.base}${module.summaryUrl.slice(1)}"`;
    for (const lesson of module.written) {
      assert.equal((await read(lesson.url)).includes(href), lesson === module.written.at(-1), lesson.id);
    }
    assert.ok((await read(module.url)).includes(href));
    assert.ok((await read(module.url)).includes(`href="${base.base}${module.printUrl.slice(1)}"`));
  });

  test(`all that the lessons of ${module.id} print is on its page for paper, open, and nothing to press`, async () => {
    const paper = await read(module.printUrl);
    const lessons = await Promise.all(module.written.map(({ url }) => read(url)));
    for (const part of [/<figure class="code/g, /<svg id=/g, /<table>/g, /class="quiz-option"/g, /class="solution"/g]) {
      assert.equal(count(paper, part), count(lessons.join(""), part), String(part));
    }
    assert.ok(count(paper, /<details/g) > 0);
    assert.equal(count(paper, /<details open/g), count(paper, /<details/g));
    assert.deepEqual(
      paper.match(/<copy-button|<lesson-complete|<h\d[^>]*><a href="#|class="code-download"|type="module"/g),
      null,
    );
  });

  test(`links between lessons of ${module.id} stay on its page for paper`, async () => {
    const leaving = parse(await read(module.printUrl))
      .filter(({ name }) => name === "a")
      .map(({ attributes }) => attributes.href ?? "")
      .filter((href) => module.written.some(({ url }) => href.startsWith(`${base.base}${url.slice(1)}`)));
    assert.deepEqual(leaving, []);
  });

  // It has one frame where its lessons have one each, and what is common to them is packed once.
  test(`the page for paper of ${module.id} is lighter than its lessons together`, async (context) => {
    const packed = (html: string): number => gzipSync(html).length;
    const lessons = await Promise.all(module.written.map(async ({ url }) => packed(await read(url))));
    const [paper, together] = [packed(await read(module.printUrl)), lessons.reduce((a, b) => a + b, 0)];
    context.diagnostic(`${Math.round(paper / 1024)} KiB, the lessons ${Math.round(together / 1024)} KiB`);
    assert.ok(paper < together, `${paper} bytes, the lessons ${together}`);
  });
}
