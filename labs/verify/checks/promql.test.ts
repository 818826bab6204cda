import assert from "node:assert/strict";
import { test } from "node:test";
import { checkExpressions, type Prometheus, type Unhealthy } from "./promql.ts";
import type { Matcher, Node } from "./promql-tree.ts";

const selector = (name: string, ...labels: Matcher[]): Node => ({
  type: "vectorSelector",
  name,
  matchers: [{ name: "__name__", type: "=", value: name }, ...labels],
  offset: 0,
  startOrEnd: null,
  timestamp: null,
});
const failed = selector("task", { name: "status", type: "=", value: "failed" });

/** Knows two expressions and has two series. */
const prometheus: Prometheus = {
  parse: async (expr) => (expr === "plain" ? selector("task") : failed),
  query: async (expr) => (expr.startsWith('task{status="failed"}') ? [] : [{ __name__: "task", status: "running" }]),
  names: async () => ["task"],
};
const check = async (expr: string, ...unhealthy: Unhealthy[]) =>
  (await checkExpressions([{ file: "f", line: 3, title: "Alert", expr }], prometheus, unhealthy, "list")).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );
const state = (more: Partial<Unhealthy> = {}): Unhealthy => ({
  selector: 'task{status="failed"}',
  instead: 'task{status="running"}',
  because: "none has failed",
  ...more,
});

test("a selector without series is named with the values that its label has", async () => {
  assert.deepEqual(await check("fails"), [
    'f:3: Alert: task{status="failed"} has no series: label status is running\n    in: fails',
  ]);
});

test("a state that health does not have is checked by what stands for it", async () => {
  assert.deepEqual(await check("fails", state()), []);
  assert.equal((await check("fails", state({ instead: 'task{status="failed"}' }))).length, 1);
});

test("a state that nothing asks for, or that health has, is an error", async () => {
  assert.deepEqual(await check("plain", state()), ['list:1: task{status="failed"}: no expression uses it; remove it']);
  const here = state({ selector: "task" });
  assert.deepEqual(await check("plain", here), ["list:1: task: it has series while all is well; remove it"]);
  assert.deepEqual(await check("plain", { ...here, sometimes: true }), []);
});
