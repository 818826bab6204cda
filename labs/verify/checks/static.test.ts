import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parseCompose } from "../compose-file.ts";
import { isPinned, missingMounts } from "./static.ts";

// Misspelt on purpose. cspell:ignore servr

test("a tag with a version is a pin, a moving name is not", () => {
  assert.ok(isPinned("registry.example:5000/postgres:18"));
  assert.ok(isPinned("quay.io/debezium/connect:3.7.0.Final"));
  assert.ok(!isPinned("postgres"));
  assert.ok(!isPinned("registry.example:5000/postgres"));
  assert.ok(!isPinned("grafana/grafana:latest"));
});

test("planted: a mount that does not exist is reported with its line", () => {
  const labs = mkdtempSync(join(tmpdir(), "mounts-"));
  const compose = `services:
  kafka:
    volumes:
      - ./kafka/server.properties:/etc/kafka/server.properties:ro
      - ./kafka/servr.properties:/etc/kafka/other.properties:ro
`;
  mkdirSync(join(labs, "kafka"));
  writeFileSync(join(labs, "kafka", "server.properties"), "");
  writeFileSync(join(labs, "compose.yaml"), compose);
  const lines = missingMounts(parseCompose(compose, labs, {}), labs);
  rmSync(labs, { recursive: true });
  assert.deepEqual(lines, ["labs/compose.yaml:5: kafka mounts labs/kafka/servr.properties, which does not exist"]);
});
