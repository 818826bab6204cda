import assert from "node:assert/strict";
import { test } from "node:test";
import type { Committed } from "./evidence.ts";
import { explainLosses, type Losses } from "./known-issues.ts";
import type { ChangeEvent } from "./stream.ts";

const START = Date.parse("2026-11-21T13:55:00Z");

/** Two writers, ten changes each in turn; those with the given places never arrived. */
function losses(...places: number[]): Losses {
  const changes: Committed[] = Array.from({ length: 20 }, (_, place) => ({
    at: START + place * 1000,
    writer: place % 2,
    id: place,
    version: 1,
    op: "c",
  }));
  const missing = changes.filter(({ id }) => places.includes(id));
  const kept = changes
    .filter((change) => !missing.includes(change))
    .map(
      ({ id, at }, offset): ChangeEvent => ({
        offset,
        appended: at + (id < 10 ? 100 : 20_000),
        committed: at,
        id,
        op: "c",
        version: 1,
        before: null,
        after: null,
        position: [1, id, 0],
        sequence: null,
      }),
    );
  return { source: "mysql", changes, missing, kept, log: LOG, version: "3.6.1.Final" };
}

const LOG = [
  "2026-11-21T13:54:00,000 INFO  Connected to binlog at mysql:3306, starting at BinlogOffsetContext{…}",
  "INFO: Keepalive: Trying to restore lost connection to mysql:3306",
  "2026-11-21T13:55:12,339 INFO  Connected to binlog at mysql:3306, starting at BinlogOffsetContext{…}",
];

test("rows missing where the binlog client reconnected are a known loss", () => {
  const [known, ...rest] = explainLosses(losses(9, 10, 11));
  assert.deepEqual(rest, []);
  assert.equal(known?.issue, "debezium/dbz#2359");
  assert.equal(known?.changes.length, 3);
  assert.match(known?.evidence ?? "", /between offsets 8 and 9, .* reconnected at 2026-11-21T13:55:12.339Z/);
});

test("nothing missing, nothing to explain", () => {
  assert.deepEqual(explainLosses(losses()), []);
});

test("rows missing elsewhere are not explained by the reconnection", () => {
  assert.deepEqual(explainLosses(losses(15, 16)), []);
});

test("rows missing at the reconnection and elsewhere are not explained", () => {
  assert.deepEqual(explainLosses(losses(9, 10, 11, 17)), []);
});

test("rows missing with arrived ones of the same writer between them are not explained", () => {
  assert.deepEqual(explainLosses(losses(5, 9)), []);
});

test("rows missing without a reconnection are not explained, and a first connection is none", () => {
  assert.deepEqual(explainLosses({ ...losses(9, 10, 11), log: LOG.filter((line) => !line.includes("Keepalive")) }), []);
});

test("the issue explains nothing where it is fixed, and nothing of PostgreSQL", () => {
  assert.deepEqual(explainLosses({ ...losses(9, 10, 11), version: "3.7.0.Final" }), []);
  assert.deepEqual(explainLosses({ ...losses(9, 10, 11), source: "postgres" }), []);
});
