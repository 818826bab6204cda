import assert from "node:assert/strict";
import { test } from "node:test";
import { covered } from "./spans.ts";

test("what goes on at once is counted once", () => {
  const cases = [
    [[], 0],
    [[{ from: 5, to: 9 }], 4],
    [
      [
        { from: 5, to: 9 },
        { from: 0, to: 6 },
        { from: 1, to: 2 },
      ],
      9,
    ],
    [
      [
        { from: 0, to: 1 },
        { from: 3, to: 5 },
      ],
      3,
    ],
  ] as const;
  for (const [spans, expected] of cases) assert.equal(covered(spans), expected);
});
