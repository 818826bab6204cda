import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePositions, positionOf } from "./stream.ts";

test("the position of PostgreSQL is the event's own LSN", () => {
  assert.deepEqual(positionOf({ connector: "postgresql", lsn: 24023128, sequence: '["1","24023128"]' }), [24023128]);
  assert.throws(() => positionOf({ connector: "postgresql", lsn: null }), /source\.lsn: expected a number, found null/);
});

test("the position of MySQL is file, place and row, and the tenth file lies behind the ninth", () => {
  const ninth = positionOf({ connector: "mysql", file: "mysql-bin.000009", pos: 4000, row: 1 });
  const tenth = positionOf({ connector: "mysql", file: "mysql-bin.000010", pos: 4, row: 0 });
  assert.deepEqual(
    [ninth, tenth],
    [
      [9, 4000, 1],
      [10, 4, 0],
    ],
  );
  assert.ok(comparePositions(ninth, tenth) < 0);
  assert.ok(comparePositions([10, 4, 1], tenth) > 0);
  assert.equal(comparePositions(tenth, tenth), 0);
  assert.throws(() => positionOf({ connector: "mysql", pos: 4, row: 0 }), /source\.file: expected a number/);
});
