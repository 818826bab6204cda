import assert from "node:assert/strict";
import { test } from "node:test";
import { missingCoordinates } from "./fetch-maven.ts";

test("the coordinate is read from what Maven says", () => {
  const said = `[ERROR] Failed to execute goal …:copy: Unable to find/resolve artifact.
Could not find artifact io.debezium:debezium-scripting:jar:3.6.1.Final in central (https://repo.example)
Failed to read artifact descriptor for io.debezium:debezium-scripting:jar:3.6.1.Final: `;
  assert.deepEqual(missingCoordinates(said), ["io.debezium:debezium-scripting:jar:3.6.1.Final"]);
});

test("a failure of another kind names no coordinate", () => {
  assert.deepEqual(missingCoordinates("Non-parseable POM"), []);
});
