import assert from "node:assert/strict";
import { test } from "node:test";
import { findObjects, findPaths } from "./bodies.ts";

/** Names and values, without lines. */
const read = (text: string) =>
  findObjects(text).map((settings) => Object.fromEntries(settings.map(({ name, value }) => [name, value])));

test("a JSON file is one object with lines", () => {
  assert.deepEqual(findObjects('{\n  "slot.name": "a",\n  "tasks.max": 1\n}\n', 10), [
    [
      { name: "slot.name", value: "a", line: 11 },
      { name: "tasks.max", value: "1", line: 12 },
    ],
  ]);
});

test("a body inside another object is found", () => {
  assert.deepEqual(read('{"name": "a", "config": {"slot.name": "b"}, "x": [1, {"y.z": "2"}]}'), [
    { name: "a", config: undefined, x: undefined },
    { "slot.name": "b" },
    { "y.z": "2" },
  ]);
});

test("arguments of curl, heredocs and jq programs hold objects", () => {
  assert.deepEqual(read(`curl -d '{"tombstones.on.delete": "false"}' $api/config | jq '{op, before}'`), [
    { "tombstones.on.delete": "false" },
  ]);
  assert.deepEqual(read(`curl -d @- <<EOF\n{ "slot.name": "$slot", "topic.prefix": "a" }\nEOF`), [
    { "slot.name": "$slot", "topic.prefix": "a" },
  ]);
  assert.deepEqual(
    read(`jq 'del(."a.b") + {name: "t", "slot.name": ("x" + .y), "d.e": "f"}' file | awk '{print $1}'`),
    [{ name: "t", "slot.name": undefined, "d.e": "f" }],
  );
});

test("quotes that the shell needs escaped are read", () => {
  assert.deepEqual(read('curl -d "{\\"slot.name\\": \\"$slot\\", \\"a.b\\": \\"c\\"}" "$url"'), [
    { "slot.name": "$slot", "a.b": "c" },
  ]);
});

test("a value may hold braces, quotes and commas", () => {
  assert.deepEqual(read('{"heartbeat.action.query": "insert \\"a\\" {, }", "a.b": "${env:PASSWORD}"}'), [
    { "heartbeat.action.query": 'insert "a" {, }', "a.b": "${env:PASSWORD}" },
  ]);
});

test("a Python dictionary is read", () => {
  assert.deepEqual(read('config = {\n    "connector.class": "a.B",\n    "slot.name": slot,\n    "x": {},\n}\n'), [
    { "connector.class": "a.B", "slot.name": undefined, x: undefined },
  ]);
});

test("braces without names are nothing", () => {
  assert.deepEqual(read("echo ${A} {a,b} $(awk '{text = \"\"} {print}')"), []);
});

test("paths of jq are properties, with the values they are given", () => {
  assert.deepEqual(findPaths(`jq '."snapshot.mode" = "initial" | del(."slot.name") | .tasks[0].state'`, 5), [
    { name: "snapshot.mode", value: "initial", line: 5 },
    { name: "slot.name", value: undefined, line: 5 },
  ]);
  assert.deepEqual(findPaths('jq "$kinds | .\\"topic.prefix\\" = \\"$1\\" | .\\"slot.name\\" = \\"a\\""'), [
    { name: "topic.prefix", value: "$1", line: 1 },
    { name: "slot.name", value: "a", line: 1 },
  ]);
});
