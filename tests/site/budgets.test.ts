import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { EVENTS_FILE } from "../../eleventy/captured-events.ts";
import { TRACE_FILE } from "../../eleventy/slot-trace.ts";
import { WATERMARK_FILE } from "../../eleventy/watermark-trace.ts";
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
    `first load of ${totals.length} lessons, all in: median ${show(median(totals))}, heaviest ${show(heaviest)}`,
  );
  for (const { file, html, css, js } of weights) {
    context.diagnostic(`${file}: ${show(html + css + js)}`);
    assert.ok(html + css + js <= 40 * KIB, `${file}: HTML ${show(html)} + CSS ${show(css)} + JS ${show(js)}`);
  }
});

// 450 lines of real Russian prose weigh 13 KiB in gzip before anything is added. What the site adds around the author's
// words and what the lesson shows is what can be kept small: some 19 KiB, and up to 4 more where 60 blocks of code are
// highlighted, or captured events are explained field by field.
test("the site adds 23 KiB at most to what a lesson says and shows, in gzip", async (context) => {
  for (const { file, html, css, js } of weights) {
    const { text, shown } = await writtenOf(file);
    const added = html + css + js - packed(text + shown);
    context.diagnostic(`${file}: ${show(added)}`);
    assert.ok(added <= 23 * KIB, `${file}: ${show(added)}`);
  }
});

const packed = (text: string): number => gzipSync(text).length;

/** The text of a lesson, and what stands in other files and is shown in it: files of the labs, captured events, recorded traces. */
async function writtenOf(page: string): Promise<{ text: string; shown: string }> {
  const { text, shown } = readLesson(process.cwd(), await sourceOf(page));
  const data = [
    [/^::: events$/m, EVENTS_FILE],
    [/^::: slot-simulator$/m, TRACE_FILE],
    [/^::: watermark-stepper$/m, WATERMARK_FILE],
  ] as const;
  const told = data.flatMap(([block, file]) => (block.test(text) ? [readFileSync(file, "utf8")] : []));
  return { text, shown: [...shown.map((listing) => listing.text), ...told].join("\n") };
}

/** The Markdown of `course/module-1/01-slug/index.html`. */
async function sourceOf(page: string): Promise<string> {
  const [, module, slug] = page.split("/");
  const folders = await readdir("content/course");
  return `content/course/${folders.find((folder) => folder.startsWith(`${module}-`))}/${slug}.md`;
}

test("a lesson loads 7 KiB of scripts and 7 KiB of styles at most, in gzip", (context) => {
  const js = Math.max(...weights.map((weight) => weight.js));
  const css = Math.max(...weights.map((weight) => weight.css));
  context.diagnostic(`scripts ${show(js)}, styles ${show(css)}`);
  assert.ok(js <= 7 * KIB, `scripts ${show(js)}`);
  assert.ok(css <= 7 * KIB, `styles ${show(css)}`);
});

test("the font that diagrams are drawn with weighs 25 KiB at most", (context) => {
  const font = Math.max(...weights.map((weight) => weight.font));
  context.diagnostic(`diagram font ${show(font)}`);
  assert.ok(font > 0, "no lesson asks for the font of its diagrams");
  assert.ok(font <= 25 * KIB, show(font));
});
