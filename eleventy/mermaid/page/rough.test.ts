import assert from "node:assert/strict";
import { test } from "node:test";
import { asCircle, asRect, type Point, printLines, straighten } from "./rough.ts";

const SQUARE: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test("straight curves drawn twice become one line", () => {
  const lines = straighten(
    "M0 0 C3 0, 6 0, 10 0 M0 0 C2 0, 7 0, 10 0 M10 0 C10 3, 10 6, 10 10 M10 0 C10 4, 10 5, 10 10",
  );
  assert.deepEqual(lines, [
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  ]);
});

test("a path that really curves stays as it is", () => {
  assert.equal(straighten("M0 0 C0 10, 10 10, 10 0"), null);
  assert.equal(straighten("M0 0a5 5 0 0 1 10 0"), null);
});

test("rectangles are recognised, with square and with round corners", () => {
  assert.deepEqual(asRect(SQUARE), { x: 0, y: 0, width: 10, height: 10, r: 0 });
  const stadium = Array.from({ length: 60 }, (_, index): Point => {
    const angle = (index / 60) * 2 * Math.PI + Math.PI / 60;
    return [(Math.cos(angle) > 0 ? 50 : 0) + 10 * Math.cos(angle), 10 * Math.sin(angle)];
  });
  assert.equal(asRect(stadium)?.r.toFixed(1), "10.0");
});

test("a diamond and a triangle are no rectangles", () => {
  assert.equal(
    asRect([
      [5, 0],
      [10, 5],
      [5, 10],
      [0, 5],
    ]),
    null,
  );
  assert.equal(
    asRect([
      [0, 0],
      [10, 0],
      [0, 10],
    ]),
    null,
  );
});

test("circles are recognised", () => {
  const points = Array.from({ length: 24 }, (_, index) => [
    7 * Math.cos((index * Math.PI) / 12),
    7 * Math.sin((index * Math.PI) / 12),
  ]);
  const d = points.map(([x, y], index) => (index === 0 ? `M${x} ${y}` : `C${x} ${y},${x} ${y},${x} ${y}`)).join(" ");
  const circle = asCircle(d);
  assert.deepEqual(
    [circle?.cx, circle?.cy, circle?.r].map((value) => value?.toFixed(1).replace("-0.0", "0.0")),
    ["0.0", "0.0", "7.0"],
  );
  assert.equal(asCircle("M0 0L10 0L10 10Z"), null);
});

test("closed lines are printed with Z", () => {
  assert.equal(printLines([SQUARE], true), "M0 0L10 0L10 10L0 10Z");
  assert.equal(printLines([[...SQUARE, [0, 0]]], false), "M0 0L10 0L10 10L0 10Z");
  assert.equal(printLines([SQUARE.slice(0, 3)], false), "M0 0L10 0L10 10");
});
