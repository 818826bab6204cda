import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { roadmapMap } from "./roadmap-map.ts";

interface Module {
  number: number;
  requires: Module[];
}

/** Builds modules in path order from `[number, ...required numbers]`. */
function modules(...plan: number[][]): Module[] {
  const made = new Map<number, Module>();
  for (const [number = 0, ...requires] of plan) {
    made.set(number, { number, requires: requires.map((n) => made.get(n) as Module) });
  }
  return [...made.values()];
}

const course = modules([1], [2, 1], [3, 2], [4, 2], [8, 3], [5, 3, 4], [6, 3, 4], [7, 5, 8]);

test("the course's modules stand in rows that read as the recommended path", () => {
  const { nodes, rows } = roadmapMap(course);
  assert.equal(rows, 5);
  assert.deepEqual(
    nodes.map(({ module, column, row }) => [module.number, column, row]),
    [
      [1, 3, 1],
      [2, 3, 2],
      [3, 2, 3],
      [4, 4, 3],
      [8, 1, 4],
      [5, 3, 4],
      [6, 5, 4],
      [7, 3, 5],
    ],
  );
});

test("each step of the path is one line, and a prerequisite that is the previous step has no second one", () => {
  const { edges } = roadmapMap(course);
  assert.equal(edges.filter((edge) => edge.kind === "path").length, 7);
  assert.equal(edges.filter((edge) => edge.kind === "needs").length, 8);
  assert.equal(roadmapMap(modules([1], [2, 1])).edges.length, 1);
});

test("neighbours in a row are joined by a level line", () => {
  const { edges } = roadmapMap(modules([1], [2]));
  assert.deepEqual(edges, [{ kind: "path", path: "M2 0.5H4" }]);
});

test("a line to a module two rows down goes around the module between them", () => {
  const { edges } = roadmapMap(modules([1], [2, 1], [3, 1, 2]));
  const needs = edges.find((edge) => edge.kind === "needs");
  assert.equal(needs?.path, "M3 0.5V0.78C3 1.055 1 0.945 1 1.22V1.78C1 2.055 3 1.945 3 2.22V2.5");
});

test("a fourth independent module starts a new row", () => {
  const { nodes } = roadmapMap(modules([1], [2], [3], [4]));
  assert.deepEqual(
    nodes.map((node) => node.row),
    [1, 1, 1, 2],
  );
});

test("an empty course is an empty map", () => {
  assert.deepEqual(roadmapMap([]), { columns: 6, rows: 0, nodes: [], edges: [] });
});

test("whatever the prerequisites, modules stand below what they need, none share a place, and lines stay on the map", () => {
  const plans = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(plans, (plan) => {
      const path = modules(...plan.map((needs, index) => [index, ...new Set(needs.filter((n) => n < index))]));
      const { nodes, edges, rows } = roadmapMap(path);
      const places = new Map(nodes.map((node) => [node.module, node]));
      assert.equal(new Set(nodes.map((node) => `${node.row}:${node.column}`)).size, path.length);
      for (const node of nodes) {
        for (const required of node.module.requires) assert.ok((places.get(required)?.row ?? Infinity) < node.row);
      }
      for (const { path: d } of edges) {
        const numbers = d.match(/[\d.]+/g)?.map(Number) ?? [];
        assert.ok(numbers.length > 2 && numbers.every((n) => n >= 0 && n <= Math.max(6, rows)), d);
      }
    }),
  );
});
