import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Tail } from "./tail.ts";

test("a file is followed from before it exists, line by line, also through a cut letter", () => {
  const folder = mkdtempSync(join(tmpdir(), "tail-"));
  const file = join(folder, "lines.jsonl");
  const tail = new Tail<{ text: string }>(file);
  assert.deepEqual(tail.look(), []);
  const bytes = Buffer.from('{"text": "один"}\n{"text": "два"}\n');
  const cut = bytes.indexOf(Buffer.from("в")) + 1;
  appendFileSync(file, bytes.subarray(0, cut));
  assert.deepEqual(tail.look(), [{ text: "один" }]);
  appendFileSync(file, bytes.subarray(cut));
  assert.deepEqual(tail.look(), [{ text: "один" }, { text: "два" }]);
  appendFileSync(file, "nonsense\n");
  assert.throws(() => tail.look(), /lines\.jsonl:3: expected a line of JSON, found "nonsense"/);
  rmSync(folder, { recursive: true });
});
