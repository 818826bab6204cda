import assert from "node:assert/strict";
import { test } from "node:test";
import { readConsumed } from "./consumed.ts";

test("a printed record is cut into headers, key and value", () => {
  const headers =
    '__debezium.newkey:{"id":2,"line":1},__debezium.context.connectorLogicalName:pg,__debezium.context.taskId:0';
  assert.deepEqual(readConsumed(`${headers}\t{"id":1}\tnull`), {
    headers: {
      "__debezium.newkey": '{"id":2,"line":1}',
      "__debezium.context.connectorLogicalName": '"pg"',
      "__debezium.context.taskId": '"0"',
    },
    key: '{"id":1}',
    value: "null",
  });
});

test("a record may have no headers and no key", () => {
  assert.deepEqual(readConsumed("NO_HEADERS\tnull\t{}"), { headers: {}, key: "null", value: "{}" });
});

test("anything else is refused", () => {
  assert.throws(() => readConsumed("{}"), /console consumer: "\{\}"; expected headers, key and value/);
});
