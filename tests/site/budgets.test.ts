import assert from "node:assert/strict";
import { test } from "node:test";
import { builtSites } from "../support/built-site.ts";
import { lessonWeights, median } from "../support/weights.ts";

const KIB = 1024;
const { base } = await builtSites();
const weights = await lessonWeights(base);
const show = (bytes: number): string => `${(bytes / KIB).toFixed(1)} KiB`;

test("there are lessons to weigh", () => {
  assert.ok(weights.length > 0);
});

test("the first load of a lesson is 28 KiB at the median and 40 KiB at most, in gzip", (context) => {
  const totals = weights.map(({ html, css, js }) => html + css + js);
  const heaviest = Math.max(...totals);
  context.diagnostic(
    `first load of ${totals.length} lessons: median ${show(median(totals))}, heaviest ${show(heaviest)}`,
  );
  assert.ok(median(totals) <= 28 * KIB, `median ${show(median(totals))}`);
  for (const { file, html, css, js } of weights) {
    assert.ok(html + css + js <= 40 * KIB, `${file}: HTML ${show(html)} + CSS ${show(css)} + JS ${show(js)}`);
  }
});

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
