import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readLesson } from "../../labs/verify/lesson/read.ts";
import { builtSites } from "../support/built-site.ts";
import { lessonWeights, median } from "../support/weights.ts";

const KIB = 1024;
const { base } = await builtSites();
const weights = await lessonWeights(base);
const show = (bytes: number): string => `${(bytes / KIB).toFixed(1)} KiB`;

test("there are lessons to weigh", () => {
  assert.ok(weights.length > 0);
});

test("the first load of a lesson is 40 KiB at most, in gzip", (context) => {
  const totals = weights.map(({ html, css, js }) => html + css + js);
  const heaviest = Math.max(...totals);
  context.diagnostic(
    `first load of ${totals.length} lessons: median ${show(median(totals))}, heaviest ${show(heaviest)}`,
  );
  for (const { file, html, css, js } of weights) {
    assert.ok(html + css + js <= 40 * KIB, `${file}: HTML ${show(html)} + CSS ${show(css)} + JS ${show(js)}`);
  }
});

// 450 lines of real Russian prose weigh 13 KiB in gzip before anything is added, so a bound on the sum of a page would be
// a bound on how much a lesson may say. What the site adds around the author's words, and around the files that the
// lesson shows, is what can be kept small.
test("the site adds 24 KiB at most to what the author of a lesson wrote, in gzip", async (context) => {
  for (const { file, html, css, js } of weights) {
    const { text, shown } = readLesson(process.cwd(), await sourceOf(file));
    const written = [text, ...shown.map((listing) => listing.text)].join("\n");
    const added = html + css + js - gzipSync(written).length;
    context.diagnostic(`${file}: ${show(added)}`);
    assert.ok(added <= 24 * KIB, `${file}: ${show(added)}`);
  }
});

/** The Markdown of `course/module-1/01-slug/index.html`. */
async function sourceOf(page: string): Promise<string> {
  const [, module, slug] = page.split("/");
  const folders = await readdir("content/course");
  return `content/course/${folders.find((folder) => folder.startsWith(`${module}-`))}/${slug}.md`;
}

test("a lesson loads 11 KiB of scripts and 7 KiB of styles at most, in gzip", (context) => {
  const js = Math.max(...weights.map((weight) => weight.js));
  const css = Math.max(...weights.map((weight) => weight.css));
  context.diagnostic(`scripts ${show(js)}, styles ${show(css)}`);
  assert.ok(js <= 11 * KIB, `scripts ${show(js)}`);
  assert.ok(css <= 7 * KIB, `styles ${show(css)}`);
});

test("the font that diagrams are drawn with weighs 25 KiB at most", (context) => {
  const font = Math.max(...weights.map((weight) => weight.font));
  context.diagnostic(`diagram font ${show(font)}`);
  assert.ok(font > 0, "no lesson asks for the font of its diagrams");
  assert.ok(font <= 25 * KIB, show(font));
});
