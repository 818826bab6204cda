import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { claim } from "./fetch.ts";

function folders(t: { after: (work: () => void) => void }): { part: string; tree: string } {
  const root = mkdtempSync(join(tmpdir(), "fetch-test-"));
  t.after(() => rmSync(root, { recursive: true }));
  const part = join(root, "tree.part-1");
  mkdirSync(part);
  writeFileSync(join(part, "versions.json"), "mine");
  return { part, tree: join(root, "tree") };
}

test("a finished tree gets its name", async (t) => {
  const { part, tree } = folders(t);
  await claim(part, tree);
  assert.equal(readFileSync(join(tree, "versions.json"), "utf8"), "mine");
  assert.ok(!existsSync(part));
});

test("where another run was faster, its tree stands", async (t) => {
  const { part, tree } = folders(t);
  mkdirSync(tree);
  writeFileSync(join(tree, "versions.json"), "theirs");
  await claim(part, tree);
  assert.equal(readFileSync(join(tree, "versions.json"), "utf8"), "theirs");
});

test("any other reason is an error", async (t) => {
  const { part, tree } = folders(t);
  await assert.rejects(claim(part, join(tree, "nowhere", "tree")), { code: "ENOENT" });
});
