import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { StoredTexts } from "./text-cache.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "texts-")), "cache/texts.json");

describe("stored texts", () => {
  test("are found by the next build, and no file but one is left", () => {
    const file = newFile();
    const first = new StoredTexts(file, "1");
    assert.equal(first.get("a"), undefined);
    first.set("a", "A");
    assert.equal(first.get("a"), "A");
    first.save();
    assert.equal(new StoredTexts(file, "1").get("a"), "A");
    assert.deepEqual(readdirSync(dirname(file)), ["texts.json"]);
  });

  test("of other rules are not found", () => {
    const file = newFile();
    const first = new StoredTexts(file, "1");
    first.set("a", "A");
    first.save();
    assert.equal(new StoredTexts(file, "2").get("a"), undefined);
  });

  test("that are no longer asked for are dropped when others come", () => {
    const file = newFile();
    const first = new StoredTexts(file, "1");
    first.set("a", "A");
    first.set("b", "B");
    first.save();
    const second = new StoredTexts(file, "1");
    second.get("a");
    second.set("c", "C");
    second.save();
    const third = new StoredTexts(file, "1");
    assert.deepEqual([third.get("a"), third.get("b"), third.get("c")], ["A", undefined, "C"]);
  });

  test("are not written again when nothing is new", () => {
    const file = newFile();
    const texts = new StoredTexts(file, "1");
    texts.set("a", "A");
    texts.save();
    writeFileSync(file, "by someone else");
    texts.save();
    assert.equal(readFileSync(file, "utf8"), "by someone else");
  });

  test("that cannot be read are forgotten", () => {
    const file = newFile();
    const texts = new StoredTexts(file, "1");
    texts.set("a", "A");
    texts.save();
    writeFileSync(file, "{");
    assert.equal(new StoredTexts(file, "1").get("a"), undefined);
  });
});
