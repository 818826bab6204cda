import assert from "node:assert/strict";
import { test } from "node:test";
import { inHealth, type Node, print, selectorsOf } from "./promql-tree.ts";

const metric = (name: string, offset = 0): Node => ({
  type: "vectorSelector",
  name,
  matchers: [{ name: "__name__", type: "=", value: name }],
  offset,
  startOrEnd: null,
  timestamp: null,
});
const number = (val: string): Node => ({ type: "numberLiteral", val });
const call = (name: string, ...args: Node[]): Node => ({ type: "call", func: { name }, args });
const binary = (lhs: Node, op: string, rhs: Node, more: Partial<Node & { type: "binaryExpr" }> = {}): Node => ({
  type: "binaryExpr",
  op,
  bool: false,
  lhs,
  rhs,
  matching: null,
  ...more,
});
const on = (...labels: string[]) => ({ matching: { card: "many-to-many" as const, on: true, labels, include: [] } });
const health = (node: Node) => inHealth(node).map((part) => print(part));

test("a comparison asks for its sides only", () => {
  assert.deepEqual(health(binary(metric("a"), ">", number("3"))), ["(a - 3)"]);
  assert.deepEqual(health(binary(metric("a"), ">", number("3"), { bool: true })), ["(a > bool 3)"]);
});

test("what sorts series out by others asks for both, matched as before", () => {
  assert.deepEqual(health(binary(metric("a"), "unless", metric("b"), on("c", "d"))), ["(a and on (c,d) b)"]);
  const compared = binary(metric("b"), "==", number("1"));
  assert.deepEqual(health(binary(metric("a"), "unless", compared, on())), ["(a and on () (b - 1))"]);
});

test("every side of `or` has to have series", () => {
  const either = binary(metric("a"), "or", metric("b"));
  assert.deepEqual(health(either), ["a", "b"]);
  assert.deepEqual(health(binary(either, "/", call("rate", metric("c")))), ["(a / rate(c))", "(b / rate(c))"]);
});

test("what is said to be absent has to be there, and the past is taken for the present", () => {
  assert.deepEqual(health(call("absent", binary(metric("a"), "==", number("0")))), ["(a - 0)"]);
  assert.deepEqual(health(call("absent_over_time", metric("a"))), ["present_over_time(a)"]);
  assert.deepEqual(health(metric("a", 300_000)), ["a"]);
});

test("the selectors are those of all parts", () => {
  const node = binary(call("f", metric("a"), metric("b")), "or", { type: "unaryExpr", op: "-", expr: metric("c") });
  assert.deepEqual(
    selectorsOf(node).map((selector) => selector.name),
    ["a", "b", "c"],
  );
});
