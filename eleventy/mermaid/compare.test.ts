import assert from "node:assert/strict";
import { test } from "node:test";
import { compareDiagrams } from "./compare.ts";

const before =
  '<svg viewBox="0 0 100 50" width="100"><path d="M1 2L-3.5 40" fill="none"/><text x="5" y=".5">Слот 1</text></svg>';

test("the same diagram, and one moved by less than 2 px, are equal", () => {
  assert.equal(compareDiagrams(before, before), null);
  assert.equal(compareDiagrams(before, before.replace("L-3.5 40", "L-1.6 41").replace('".5"', '"2"')), null);
});

test("a coordinate that moved more than 2 px is named", () => {
  assert.equal(compareDiagrams(before, before.replace("L-3.5 40", "L-3.5 43")), "d 40 became 43");
  assert.equal(compareDiagrams(before, before.replace('width="100"', 'width="97"')), "width 100 became 97");
});

test("other words, paint or elements are a difference, whatever the numbers", () => {
  for (const after of [
    before.replace("Слот 1", "Слот 2"),
    before.replace("none", "red"),
    before.replace("<text", "<rect/><text"),
    before.replace("L-3.5 40", "L-3.5 40L1 1"),
  ]) {
    assert.equal(compareDiagrams(before, after), "other elements, paint or text");
  }
});
