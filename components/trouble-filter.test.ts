import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Listed, passing, readFilter, writeFilter } from "./trouble-filter.ts";

const SOURCES = ["", "mysql", "postgresql"];
const list: Listed[] = [
  { id: "slot", source: "postgresql", text: "replication slot is active\n  Слот ещё занят" },
  { id: "key", source: "mysql", text: "Public Key Retrieval is not allowed" },
];

test("what is written into an address is read from it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...SOURCES), (text, source) => {
      const filter = { text: text.trim(), source };
      assert.deepEqual(readFilter(writeFilter("?other=1", filter), SOURCES), filter);
    }),
  );
});

test("an empty filter leaves no trace in the address, and what is not its own stays", () => {
  assert.equal(writeFilter("?q=slot&source=mysql", { text: " ", source: "" }), "");
  assert.equal(writeFilter("?a=1&q=slot", { text: "", source: "mysql" }), "?a=1&source=mysql");
});

test("a source that is not offered is any source", () => {
  assert.deepEqual(readFilter("?source=oracle&q=a%20b", SOURCES), { text: "a b", source: "" });
});

test("an entry passes when it holds all words in any case, ё as е, and is of the source", () => {
  const ids = (text: string, source = "") => [...passing(list, { text, source }, new Set())];
  assert.deepEqual(ids(""), ["slot", "key"]);
  assert.deepEqual(ids("SLOT  еще"), ["slot"]);
  assert.deepEqual(ids("is"), ["slot", "key"]);
  assert.deepEqual(ids("is", "mysql"), ["key"]);
  assert.deepEqual(ids("slot", "mysql"), []);
});

test("an entry whose message was found in the text passes too, if the source is right", () => {
  const found = new Set(["slot"]);
  assert.deepEqual([...passing(list, { text: "slot of PID 4711", source: "" }, found)], ["slot"]);
  assert.deepEqual([...passing(list, { text: "slot of PID 4711", source: "mysql" }, found)], []);
});
