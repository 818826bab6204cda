import assert from "node:assert/strict";
import { test } from "node:test";
import { countNodeTests, countPlaywright } from "./counts.ts";

const totals = (pass: number, fail: number, cancelled = 0, skipped = 0) =>
  `✔ something\nℹ tests 9\nℹ suites 0\nℹ pass ${pass}\nℹ fail ${fail}\nℹ cancelled ${cancelled}\nℹ skipped ${skipped}\nℹ todo 0\n`;

test("the totals of node:test are read, and cancelled tests count as failed", () => {
  assert.deepEqual(countNodeTests({ code: 0, output: totals(7, 0, 0, 2) }), { passed: 7, failed: 0, skipped: 2 });
  assert.deepEqual(countNodeTests({ code: 1, output: totals(4, 3, 2) }), { passed: 4, failed: 5, skipped: 0 });
});

test("a run that failed before any test did counts as one failure", () => {
  assert.equal(countNodeTests({ code: 1, output: totals(3, 0) }).failed, 1);
  assert.equal(countPlaywright(1, "").failed, 1);
});

test("a run without a single test counts as a failure", () => {
  assert.equal(countNodeTests({ code: 0, output: totals(0, 0) }).failed, 1);
});

test("a flaky browser test counts as failed", () => {
  const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } });
  assert.deepEqual(countPlaywright(1, report), { passed: 5, failed: 2, skipped: 0 });
});
