import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaint } from "./paint.ts";

const PAINTS = { "#010101": "var(--d-text)" };

test("sentinels become variables, with their opacity", () => {
  assert.deepEqual(toPaint("rgb(1, 1, 1)", PAINTS), { paint: "var(--d-text)", opacity: 1 });
  assert.deepEqual(toPaint("rgba(1, 1, 1, 0.5)", PAINTS), { paint: "var(--d-text)", opacity: 0.5 });
});

test("nothing and the invisible are no paint", () => {
  assert.equal(toPaint("none", PAINTS)?.paint, "none");
  assert.equal(toPaint("rgba(0, 0, 0, 0)", PAINTS)?.paint, "none");
});

test("any other colour is refused", () => {
  for (const colour of ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "color(srgb 0 0 0)", 'url("#gradient")'])
    assert.equal(toPaint(colour, PAINTS), null);
});
