import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, nearest } from "./nearest.ts";

// Misspelt on purpose. cspell:ignore inclde solt nane slotname

test("letters added, removed, replaced and swapped are counted", () => {
  assert.equal(distance("slot.name", "slot.name"), 0);
  assert.equal(distance("", "abc"), 3);
  assert.equal(distance("table.inclde.list", "table.include.list"), 1);
  assert.equal(distance("solt.nane", "slot.name"), 2);
  assert.equal(distance("kitten", "sitting"), 3);
});

test("the nearest name is suggested, and none that is far", () => {
  const known = ["slot.name", "table.include.list", "table.exclude.list"];
  assert.equal(nearest("table.inclde.list", known), "table.include.list");
  assert.equal(nearest("slotname", known), "slot.name");
  assert.equal(nearest("heartbeat.interval.ms", known), undefined);
});
