import assert from "node:assert/strict";
import { test } from "node:test";
import type { ServiceStatus } from "../stack/control.ts";
import { age, byTemplate, rowOf } from "./table.ts";

const KAFKA: ServiceStatus = {
  name: "kafka",
  image: "apache/kafka:4.3.1",
  state: "healthy",
  exitCode: null,
  since: 0,
  ports: [{ published: 9092, target: 9092 }],
  parked: false,
  log: "",
  memory: 0,
};

test("a running service tells how long it has been up and whether it is healthy", () => {
  assert.equal(rowOf(KAFKA, "lab", 5500).Status, "Up 5 seconds (healthy)");
});

test("a killed service tells its exit status", () => {
  assert.equal(
    rowOf({ ...KAFKA, state: "exited", exitCode: 137 }, "lab", 61_000).Status,
    "Exited (137) About a minute ago",
  );
});

test("a table is aligned under its heading", () => {
  const text = byTemplate([rowOf(KAFKA, "lab", 5000)], "table {{.Service}}\\t{{.State}}");
  assert.equal(text, "SERVICE   STATE\nkafka     running\n");
});

test("an unknown field is refused", () => {
  assert.throws(() => byTemplate([rowOf(KAFKA, "lab", 0)], "{{.Size}}"), /field \.Size; expected Name, Service/);
});

test("ages are spelled as Docker spells them", () => {
  assert.deepEqual([0, 1000, 59_000, 60_000, 180_000].map(age), [
    "Less than a second",
    "1 second",
    "59 seconds",
    "About a minute",
    "3 minutes",
  ]);
});
