import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import troubles from "../content/_data/troubleshooting.ts";
import { type Message, normalize, TroubleMatcher } from "./trouble-match.ts";

const messages: Message[] = troubles.map(({ id, message, wrapper = false }) => ({ id, message, wrapper }));
const matcher = new TroubleMatcher(messages);
const ids = (text: string): string[] => matcher.find(text).map(({ id }) => id);

/** A message as a program prints it. */
const printed = (id: string, value = "x1"): string =>
  (messages.find((message) => message.id === id)?.message ?? "").replace(/\{[a-z]+\}/g, value);

const TRACE = `[2026-11-21 10:00:00,123] ERROR [inventory|task-0] WorkerSourceTask{id=inventory-0} ${printed("task-killed")} (org.apache.kafka.connect.runtime.WorkerTask:252)
org.apache.kafka.connect.errors.ConnectException: An exception occurred in the change event producer. This connector will be stopped.
\tat io.debezium.pipeline.ErrorHandler.setProducerThrowable(ErrorHandler.java:79)
\tat java.base/java.lang.Thread.run(Thread.java:1583)
Caused by: io.debezium.DebeziumException: Failed to start replication stream at LSN{0/1A2B3C8}
\tat io.debezium.connector.postgresql.connection.PostgresReplicationConnection.startStreaming(PostgresReplicationConnection.java:413)
\t... 7 more
Caused by: org.postgresql.util.PSQLException: ERROR: replication slot "debezium" is active for PID 4711
\tat org.postgresql.core.v3.QueryExecutorImpl.receiveErrorResponse(QueryExecutorImpl.java:2733)
\t... 12 more`;

test("a stack trace gives the cause before the wrapper, each with its line and its words", () => {
  assert.deepEqual(matcher.find(TRACE), [
    { id: "slot-active", text: 'replication slot "debezium" is active for PID', line: 8 },
    { id: "task-killed", text: printed("task-killed"), line: 1 },
    { id: "producer-stopped", text: printed("producer-stopped"), line: 2 },
  ]);
});

test("the trace field of a REST answer gives the same, also as JSON in JSON", () => {
  const answer = JSON.stringify({ tasks: [{ state: "FAILED", trace: TRACE }] });
  assert.deepEqual(ids(answer), ["slot-active", "task-killed", "producer-stopped"]);
  assert.deepEqual(ids(JSON.stringify(answer)), ["slot-active", "task-killed", "producer-stopped"]);
  assert.deepEqual(ids(answer.replace(/[<>"]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)), [
    "slot-active",
    "task-killed",
    "producer-stopped",
  ]);
});

/** Excerpts of Connect's log, word for word, from runs of the cases in labs/verify/troubles; named for what went wrong. */
const TRACES = join(import.meta.dirname, "testing", "traces");

for (const file of readdirSync(TRACES)) {
  const id = file.replace(/\.txt$/, "");
  test(`a real log of 30 lines or more gives its cause first: ${id}`, () => {
    const text = readFileSync(join(TRACES, file), "utf8");
    assert.ok(text.split("\n").length > 30);
    assert.equal(ids(text)[0], id);
    const answer = JSON.stringify({ tasks: [{ id: 0, state: "FAILED", trace: text }] });
    assert.equal(ids(answer)[0], id, "in a REST answer");
  });
}

test("every message is found as it is printed, and it alone where no other holds it", () => {
  for (const { id } of messages) assert.equal(ids(`ERROR: ${printed(id)} (SomeClass:12)`)[0], id);
});

test("every message is found wrapped at any width, with spaces or without", () => {
  for (const { id } of messages) {
    for (const width of [20, 37, 80]) {
      const wrapped = printed(id).replace(new RegExp(`(.{${width}})`, "g"), "$1\r\n    ");
      assert.ok(ids(wrapped).includes(id), `${id} at ${width}`);
    }
  }
});

test("other quotes, dashes and HTML's names of signs make no difference", () => {
  for (const text of [
    "logical decoding requires «wal_level» >= “logical”",
    "logical decoding requires 'wal_level' &gt;= &#39;logical&#39;",
    'logical decoding requires ""wal_level"" >= ""logical""',
    "logical\u00A0decoding requires `wal_level` >= `logical`",
  ]) {
    assert.deepEqual(ids(text), ["wal-level"], text);
  }
});

test("a long value of a placeholder is passed over, but not half of a log", () => {
  const message = (offset: string) => printed("offset-unavailable", offset);
  assert.deepEqual(ids(message("x".repeat(1900))), ["offset-unavailable"]);
  assert.deepEqual(ids(message("x".repeat(2100))), []);
  // The beginning stands several times, and only the last goes on within reach.
  const begun = message("").split(", but")[0] ?? "";
  assert.deepEqual(ids(`${begun}${"x".repeat(3000)}${message("y")}`), ["offset-unavailable"]);
});

test("of several messages the one with most words of its own comes first", () => {
  const both = `${printed("slots-in-use")}\n${printed("all-events-filtered")}`;
  assert.deepEqual(ids(both), ["all-events-filtered", "slots-in-use"]);
});

test("a text that only resembles a message holds none", () => {
  for (const text of ["", "replication slot", "password authentication failed", "Task threw an exception"]) {
    assert.deepEqual(ids(text), [], text);
  }
  assert.deepEqual(new TroubleMatcher([{ id: "a", message: "{all}", wrapper: false }]).find("anything"), []);
});

test("whatever surrounds a message, it is found, and no text makes the search fail", () => {
  const noise = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(noise, noise, fc.constantFrom(...messages), (before, after, { id }) => {
      // A number or a backslash at the seam would belong to an escape.
      assert.ok(ids(`${before} ${printed(id)}\n${after}`).includes(id));
    }),
  );
});

test("each kept character knows its place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (source) => {
      const { text, places } = normalize(source);
      for (let at = 1; at < text.length; at++) assert.ok((places[at] ?? 0) > (places[at - 1] ?? 0));
    }),
  );
});

test("a megabyte of anything repeated is read in less than two seconds", () => {
  const own = messages.flatMap(({ message }) => message.split(/\{[a-z]+\}/)).filter(Boolean);
  const unit = fc.oneof(fc.constantFrom(...own, "\\", "&", '"', "\\u", "{", "a"), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (units) => {
      const seed = units.join("");
      const text = seed.repeat(Math.ceil((1 << 20) / seed.length));
      const started = performance.now();
      matcher.find(text);
      assert.ok(performance.now() - started < 2000, JSON.stringify(seed));
    }),
    { numRuns: 25 },
  );
});
