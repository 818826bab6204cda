import assert from "node:assert/strict";
import { test } from "node:test";
import type { CapturedEvent } from "../../../eleventy/captured-events.ts";
import { compareEvents } from "./compare.ts";

const event = (value: string, headers: Record<string, string> = {}): CapturedEvent => ({
  id: "postgres-insert",
  database: "PostgreSQL",
  operation: "вставка",
  cause: "INSERT",
  topic: "pg.shop.orders",
  records: [{ headers, key: '{"id":1}', value }],
});

test("times, positions and versions may differ", () => {
  const kept = event('{"source":{"lsn":1,"version":"3.6.1.Final"},"ts_ns":1}', {
    "__debezium.context.runId": '"a"',
  });
  const fresh = event('{"source":{"lsn":2,"version":"3.7.0.Final"},"ts_ns":2}', {
    "__debezium.context.runId": '"b"',
  });
  assert.deepEqual(compareEvents([kept], [fresh]), []);
});

for (const [what, was, is, said] of [
  ["a value", '{"op":"c"}', '{"op":"r"}', 'value.op "c" is now value.op "r"'],
  ["the kind of a value that varies", '{"ts_ms":1}', '{"ts_ms":"1"}', "value.ts_ms (number) is now value.ts_ms (text)"],
  ["a field that became null", '{"source":{"lsn":1}}', '{"source":{"lsn":null}}', /lsn \(number\) is now .*lsn null/],
  ["a new field", '{"op":"c"}', '{"op":"c","new":1}', / is now value\.new 1$/],
  ["a field that is gone", '{"op":"c","old":1}', '{"op":"c"}', /^postgres-insert: value\.old 1 is now /],
] as const) {
  test(`${what} is told`, () => {
    const [first = "", ...more] = compareEvents([event(was)], [event(is)]);
    assert.deepEqual(more, []);
    if (typeof said === "string") assert.equal(first, `postgres-insert: ${said}`);
    else assert.match(first, said);
  });
}

test("an event too many or too few is told", () => {
  assert.deepEqual(compareEvents([event("null")], []), ["postgres-insert: kept, but no longer captured"]);
  assert.deepEqual(compareEvents([], [event("null")]), ["postgres-insert: not among the kept events"]);
});
