import assert from "node:assert/strict";
import { test } from "node:test";
import { report } from "./findings.ts";

const finding = { file: "content/a.md", line: 7, what: "SC2086", message: "quote it" };

test("a finding becomes a line with its place", () => {
  assert.deepEqual(report([finding], [], "list.ts"), ["content/a.md:7: quote it"]);
});

test("an exception excuses its file and its matter only", () => {
  const exception = { file: "content/a.md", what: "SC2086", because: "shown on purpose" };
  const others = [
    { ...finding, file: "content/b.md" },
    { ...finding, what: "SC2034" },
  ];
  assert.deepEqual(report([finding, ...others], [exception], "list.ts"), [
    "content/b.md:7: quote it",
    "content/a.md:7: quote it",
  ]);
});

test("an exception that excuses nothing is an error", () => {
  const exception = { file: "content/gone.md", what: "SC2086", because: "shown on purpose" };
  assert.deepEqual(report([], [exception], "list.ts"), [
    "list.ts: the exception for SC2086 in content/gone.md excuses nothing; remove it",
  ]);
});
