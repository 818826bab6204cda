import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "./nearest.ts";

test("a mistyped name finds the candidate it was meant to be", () => {
  const ids = ["module-1/01-cdc-fundamentals", "module-1/03-lab-setup", "module-2/01-logical-decoding"];
  assert.equal(nearest("module-1/01-cdc-fundamental", ids), "module-1/01-cdc-fundamentals");
  assert.equal(nearest("lab-setup", ids), "module-1/03-lab-setup");
});

test("without candidates there is no suggestion", () => {
  assert.equal(nearest("anything", []), undefined);
});
