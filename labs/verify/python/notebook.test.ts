import assert from "node:assert/strict";
import { test } from "node:test";
import { keptOutputs } from "./notebook.ts";

const notebook = (cell: object) => JSON.stringify({ cells: [{ cell_type: "markdown" }, cell] });

test("a notebook without outputs passes", () => {
  assert.deepEqual(keptOutputs("n.ipynb", notebook({ cell_type: "code", execution_count: null, outputs: [] })), []);
});

test("a cell that keeps its output or its number is named", () => {
  for (const kept of [{ execution_count: 3 }, { outputs: [{ output_type: "stream", text: ["x"] }] }]) {
    const [found = ""] = keptOutputs("n.ipynb", notebook({ cell_type: "code", ...kept }));
    assert.match(found, /^n\.ipynb: cell 2 keeps its output; strip it: /);
  }
});
