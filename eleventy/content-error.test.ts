import assert from "node:assert/strict";
import { test } from "node:test";
import { ContentError, throwAll } from "./content-error.ts";

test("a mistake says file, line, reason and what was allowed", () => {
  assert.equal(
    new ContentError("./content/a.md", 3, 'callout "warn"', "note, tip").message,
    'content/a.md:3: callout "warn"; expected note, tip',
  );
  assert.equal(new ContentError("content/a.md", 3, "x").message, "content/a.md:3: x");
});

test("several mistakes are said at once, a line each, and none is silent", () => {
  const errors = [new ContentError("a.md", 1, "x"), new ContentError("b.md", 2, "y")];
  assert.throws(() => throwAll(errors), { name: "ContentError", message: "a.md:1: x\nb.md:2: y" });
  assert.throws(() => throwAll(errors.slice(0, 1)), errors[0]);
  assert.doesNotThrow(() => throwAll([]));
});
