import assert from "node:assert/strict";
import { test } from "node:test";
import { countOf, selectors } from "./promql.ts";

test("the metrics of an expression are found with their labels", () => {
  assert.deepEqual(selectors('rate(a_total{x="1",y=~"b|c"}[5m]) / b_total > 1e9'), [
    { metric: "a_total", labels: ["x", "y"] },
    { metric: "b_total", labels: [] },
  ]);
});

test("functions, keywords and the labels of a match are no metrics", () => {
  assert.deepEqual(
    selectors("sum by (job) (up) unless on (connector, task) kafka:status").map(({ metric }) => metric),
    ["up", "kafka:status"],
  );
});

test("series are counted by the labels that they must have", () => {
  assert.equal(countOf({ metric: "a_.*", labels: ["x"] }), 'count({__name__=~"a_.*",x!=""})');
});
