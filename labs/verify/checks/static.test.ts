import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isPinned, staticChecks } from "./static.ts";

const root = mkdtempSync(join(tmpdir(), "static-test-"));
before(() => {
  for (const folder of ["labs", "content"])
    cpSync(join(process.cwd(), folder), join(root, folder), { recursive: true });
});
after(() => rmSync(root, { recursive: true }));

async function everythingSaid(): Promise<string[]> {
  return (await Promise.all(staticChecks(root).map((check) => check.run()))).flat();
}

/** What the checks say when one place of one file is broken. */
async function saidOf(file: string, from: string | RegExp, to: string): Promise<string[]> {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  const broken = text.replace(from, to);
  assert.notEqual(broken, text, `${file} has no ${from}`);
  writeFileSync(path, broken);
  try {
    return await everythingSaid();
  } finally {
    writeFileSync(path, text);
  }
}

const LESSON = "content/course/module-1-foundations/04-first-connector.md";
const BREAKS: [what: string, file: string, from: string | RegExp, to: string, said: RegExp][] = [
  [
    "a variable",
    "labs/compose.yaml",
    "{POSTGRES_PORT:",
    "{PORT_OF_POSTGRES:",
    /labs\/compose\.yaml: nothing sets PORT_OF_POSTGRES/,
  ],
  [
    "a mount",
    "labs/compose.yaml",
    "init/20-debezium.sql:",
    "init/20.sql:",
    /labs\/compose\.yaml:\d+: postgres mounts labs\/postgres\/init\/20\.sql, which does/,
  ],
  [
    "an image",
    "labs/compose.yaml",
    "prom/prometheus:",
    "prom/metrics:",
    /compose\.yaml:\d+: prometheus: image prom\/metrics; expected/,
  ],
  [
    "a tag",
    "labs/compose.yaml",
    "v${PROMETHEUS_VERSION:?}",
    "latest",
    /image prom\/prometheus:latest; expected a tag with a version/,
  ],
  ["a time", "labs/compose.yaml", "timeout: 3s", "timeout: 3", /timeout of the health check of connect is "3"/],
  [
    "a base image",
    "labs/connect/Dockerfile",
    /FROM maven:\S+/,
    "FROM maven:3",
    /connect\/Dockerfile:\d+: image maven:3; expected its version as/,
  ],
  ["a body", "labs/connectors/shop-mysql.json", '",', '"', /labs\/connectors\/shop-mysql\.json: .*JSON/],
  [
    "a version",
    "labs/.env",
    "POSTGRES_VERSION=18",
    "POSTGRES_VERSION=17",
    /pins\/pom\.xml: PostgreSQL 18\.\S+; expected a build of 17/,
  ],
  [
    "a service",
    LESSON,
    /exec -T kafka/,
    "exec -T broker",
    /04-first-connector\.md:\d+: service "broker"; expected postgres/,
  ],
];

for (const [what, file, from, to, said] of BREAKS) {
  test(`${what} that is broken in ${file} is named with its place`, async () => {
    assert.match((await saidOf(file, from, to)).join("\n"), said);
  });
}

test("the labs as they are pass", async () => {
  assert.deepEqual(await everythingSaid(), []);
});

test("a tag with a version is a pin, a moving name is not", () => {
  assert.ok(isPinned("registry.example:5000/postgres:18"));
  assert.ok(isPinned("quay.io/debezium/connect:3.7.0.Final"));
  assert.ok(!isPinned("postgres"));
  assert.ok(!isPinned("registry.example:5000/postgres"));
  assert.ok(!isPinned("grafana/grafana:latest"));
});
