import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parseVersions, versionsOf } from "./versions.ts";

test("versions are read, comments, empty lines and other settings are passed over", () => {
  const text = "# pins\n\nDEBEZIUM_VERSION=3.7.0.Final\nMYSQL_PORT=3307\nKAFKA_VERSION=4.3.1\n";
  assert.deepEqual(parseVersions(text), { DEBEZIUM_VERSION: "3.7.0.Final", KAFKA_VERSION: "4.3.1" });
});

test("a line that is no setting is named with its place", () => {
  assert.throws(() => parseVersions("A_VERSION=1\nB_VERSION = 2\n"), {
    message: 'labs/.env:2: "B_VERSION = 2"; expected NAME=value or a # comment',
  });
});

test("a version written twice is refused", () => {
  assert.throws(() => parseVersions("A_VERSION=1\nA_VERSION=2\n"), {
    message: /^labs\/\.env:2: A_VERSION is set twice/,
  });
});

test("an edited file is read again", () => {
  const root = mkdtempSync(join(tmpdir(), "versions-"));
  const file = join(root, "labs/.env");
  mkdirSync(join(root, "labs"));
  writeFileSync(file, "A_VERSION=1\n");
  const versions = versionsOf(root);
  assert.equal(versions().A_VERSION, "1");
  writeFileSync(file, "A_VERSION=2\n");
  utimesSync(file, 1, 1);
  assert.equal(versions().A_VERSION, "2");
});

test("the course's own pins name every product the lessons mention", () => {
  assert.deepEqual(Object.keys(versionsOf(join(import.meta.dirname, ".."))()).sort(), [
    "APICURIO_VERSION",
    "DEBEZIUM_VERSION",
    "GRAFANA_VERSION",
    "KAFKA_VERSION",
    "MAVEN_VERSION",
    "MYSQLD_EXPORTER_VERSION",
    "MYSQL_VERSION",
    "POSTGRES_EXPORTER_VERSION",
    "POSTGRES_VERSION",
    "PROMETHEUS_VERSION",
    "PYTHON_VERSION",
  ]);
});
