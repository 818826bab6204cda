import assert from "node:assert/strict";
import { test } from "node:test";
import { messageOf } from "./wire.ts";

const signal = (type: string) =>
  `table shop.debezium_signal: INSERT: id[character varying]:'a1-open' type[character varying]:'${type}' data[character varying]:'{}'`;

for (const [line, said] of [
  [signal("execute-snapshot"), "signal"],
  [signal("snapshot-window-open"), "open"],
  [signal("snapshot-window-close"), "close"],
  [signal("log"), undefined],
  ["table shop.watermark_inside: INSERT: id[integer]:0 body[text]:'v1'", "c 0 v1"],
  ["table shop.watermark_inside: UPDATE: id[integer]:3 body[text]:'v2'", "u 3 v2"],
  ["table shop.watermark_inside: DELETE: id[integer]:5", "d 5"],
  ["table shop.orders: INSERT: id[integer]:5 status[character varying]:'new'", undefined],
  ["BEGIN 771", undefined],
] as const) {
  test(`${line.slice(0, 60)} is ${said ?? "nothing"}`, () => assert.equal(messageOf(line), said));
}
