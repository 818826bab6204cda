import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { writtenLessons } from "../lesson/course.ts";
import { readLesson } from "../lesson/read.ts";
import { cacheFolder, projectRoot } from "../places.ts";
import { type Catalog, knows, type Plugin } from "./connector-config/catalog.ts";
import { checkNames } from "./connector-config/check.ts";
import { WRONG_IN_TEXT, WRONG_ON_PURPOSE } from "./connector-config/exceptions.ts";
import { liveCatalog } from "./connector-config/live-catalog.ts";
import { readPluginCode } from "./connector-config/plugin-code.ts";
import { checkProse } from "./connector-config/prose.ts";
import { REMOVED_OF_CONNECTORS, REMOVED_OF_TRANSFORMATIONS } from "./connector-config/removed.ts";
import type { Subject } from "./connector-config/scope.ts";
import { labSubjects, lessonSubjects } from "./connector-config/subjects.ts";
import { checkValues, validateLive } from "./connector-config/values.ts";
import { type Finding, report } from "./findings.ts";

// Misspelt on purpose. cspell:ignore nane feilds

const root = projectRoot();
const folder = mkdtempSync(join(tmpdir(), "connector-config-"));
const lesson = join(folder, "lesson.md");
const written = writtenLessons(root).map(({ file }) => readLesson(root, file));
let catalog: Catalog;

before(async () => {
  catalog = await liveCatalog(await readPluginCode(cacheFolder()));
});
after(() => rmSync(folder, { recursive: true }));

async function check(subjects: readonly Subject[]): Promise<Finding[]> {
  const findings = await Promise.all(
    subjects.map(async (subject) => [...checkNames(subject, catalog), ...(await checkValues(subject, validateLive))]),
  );
  return findings.flat();
}

/** What is said of a lesson with one block of bash, that begins at line 2; places without the name of the file. */
async function said(code: string): Promise<string[]> {
  writeFileSync(lesson, `\`\`\`bash run=bash\n${code}\n\`\`\`\n`);
  const findings = await check(lessonSubjects(root, readLesson(root, lesson)));
  return report(findings, [], "").map((line) => line.replace(`${lesson}:`, ""));
}

/** A body of the PostgreSQL connector of the labs with some lines more, sent by curl; the first of them is line 3. */
const put = (...lines: string[]) => `jq '. + {\n${lines.join(",\n")}\n}' connectors/shop-postgres.json | curl -d @-`;

const POSTGRES = "io.debezium.connector.postgresql.PostgresConnector";
const UNWRAP = "io.debezium.transforms.ExtractNewRecordState";

test("every connector configuration of the labs and the lessons names what its plug-ins know", async () => {
  const findings = await check([...labSubjects(root), ...written.flatMap((one) => lessonSubjects(root, one))]);
  const lines = report(findings, WRONG_ON_PURPOSE, "labs/verify/checks/connector-config/exceptions.ts");
  assert.deepEqual(lines, []);
});

test("the text of the lessons names no property that was removed or is misspelt", () => {
  const findings = written.flatMap((one) => checkProse(one, catalog));
  const list = "labs/verify/checks/connector-config/exceptions.ts";
  assert.deepEqual(report(findings, WRONG_IN_TEXT, list), []);
});

test("planted: removed and misspelt names in a text", () => {
  writeFileSync(lesson, "`drop.tombstones`\n`slot.nane=a` и `shop.orders`\n`snapshot.mode=never`\n");
  const lines = report(checkProse(readLesson(root, lesson), catalog), [], "").map((line) =>
    line.replace(`${lesson}:`, ""),
  );
  assert.deepEqual(lines, [
    '1: property "drop.tombstones" is unknown; did you mean "delete.tombstone.handling.mode"?',
    '2: property "slot.nane" is unknown; did you mean "slot.name"?',
    '3: value "never" of "snapshot.mode" was removed; did you mean "no_data"?',
  ]);
});

test("planted: database.server.name", async () => {
  const [line = "", ...more] = await said(put('"slot.name": "a"', '"database.server.name": "shop"'));
  assert.match(
    line,
    new RegExp(`^4: property "database.server.name" is unknown to ${POSTGRES} \\S+; did you mean "topic.prefix"\\?$`),
  );
  assert.deepEqual(more, []);
});

test("planted: drop.tombstones in ExtractNewRecordState", async () => {
  const lines = await said(
    put(
      '"transforms": "unwrap"',
      `"transforms.unwrap.type": "${UNWRAP}"`,
      '"transforms.unwrap.drop.tombstones": "false"',
    ),
  );
  assert.deepEqual(lines, [
    `5: property "transforms.unwrap.drop.tombstones" is unknown to ${UNWRAP}; did you mean "transforms.unwrap.delete.tombstone.handling.mode"?`,
  ]);
});

test("planted: a misspelt property inside a transformation's alias", async () => {
  const lines = await said(
    put('"transforms": "unwrap"', `"transforms.unwrap.type": "${UNWRAP}"`, '"transforms.unwrap.add.feilds": "op"'),
  );
  assert.deepEqual(lines, [
    `5: property "transforms.unwrap.add.feilds" is unknown to ${UNWRAP}; did you mean "transforms.unwrap.add.fields"?`,
  ]);
});

test("planted: a transformation without a class", async () => {
  const [first] = await said(put('"transforms": "unwrap"', '"transforms.unwrap.add.fields": "op"'));
  assert.equal(first, '3: transformation "unwrap" has no class: "transforms.unwrap.type" is missing');
});

test("planted: an unknown predicate", async () => {
  const lines = await said(
    put(
      '"transforms": "unwrap"',
      `"transforms.unwrap.type": "${UNWRAP}"`,
      '"transforms.unwrap.predicate": "isOrder"',
      '"predicates": "isOrders"',
      '"predicates.isOrders.type": "org.apache.kafka.connect.transforms.predicates.TopicNameMatches"',
      '"predicates.isOrders.pattern": "pg[.]shop[.]orders"',
    ),
  );
  assert.ok(
    lines.includes(
      '5: predicate "isOrder" of "transforms.unwrap.predicate" is not in "predicates"; did you mean "isOrders"?',
    ),
    lines.join("\n"),
  );
});

test("planted: a value that was removed", async () => {
  const [line = ""] = await said(put('"snapshot.mode": "schema_only"'));
  assert.match(line, /^3: The 'snapshot.mode' value is invalid: Value must be one of .*; did you mean "no_data"\?$/);
});

test("no removed name is known to a plug-in, and each successor is", () => {
  const known = (plugins: Iterable<Plugin>, name: string) => [...plugins].some((plugin) => knows(plugin, name));
  const debezium = [...catalog.connectors]
    .filter(([name]) => name.startsWith("io.debezium."))
    .map(([, plugin]) => plugin);
  for (const [removed, successor] of Object.entries(REMOVED_OF_CONNECTORS)) {
    assert.ok(!known(debezium, removed), `${removed} is known`);
    assert.ok(known(debezium, successor), `${successor} is unknown`);
  }
  for (const [removed, successor] of Object.entries(REMOVED_OF_TRANSFORMATIONS)) {
    assert.ok(!known(catalog.parts.values(), removed), `${removed} is known`);
    assert.ok(known(catalog.parts.values(), successor), `${successor} is unknown`);
  }
});

test("names with a variable part, and those that are read without being listed, are known", async () => {
  const lines = await said(
    put(
      '"topic.creation.default.cleanup.policy": "compact"',
      '"producer.override.linger.ms": "5"',
      '"driver.socketTimeout": "30"',
      '"column.mask.with.5.chars": "shop.customers.email"',
      '"signal.kafka.topic": "signals"',
      '"signal.consumer.fetch.min.bytes": "1"',
      '"topic.delimiter": "."',
      '"internal.log.position.check.enable": "false"',
      '"snapshot.select.statement.overrides.shop.orders": "SELECT * FROM shop.orders"',
      '"post.processors": "reselector"',
      '"reselector.type": "io.debezium.processors.reselect.ReselectColumnsPostProcessor"',
      '"reselector.reselect.unavailable.values": "true"',
      '"column.mask.hash.v2.SHA-256.with.salt.abc": "shop.customers.email"',
      '"key.converter": "io.debezium.converters.ByteArrayConverter"',
      '"key.converter.delegate.converter.type": "org.apache.kafka.connect.json.JsonConverter"',
      '"key.converter.delegate.converter.type.schemas.enable": "false"',
      '"value.converter": "io.apicurio.registry.utils.converter.AvroConverter"',
      '"value.converter.apicurio.registry.url": "http://registry:8080/apis/registry/v2"',
    ),
  );
  assert.deepEqual(lines, []);
});

test("the transformations that Connect has are known with their settings", async () => {
  const kafka = "org.apache.kafka.connect.transforms";
  const debezium = "io.debezium.transforms";
  const lines = await said(
    put(
      '"transforms": "outbox,route,only,time,zone,header,mask,parts,script"',
      `"transforms.outbox.type": "${debezium}.outbox.EventRouter"`,
      '"transforms.outbox.table.fields.additional.placement": "type:header:eventType"',
      '"transforms.outbox.route.topic.replacement": "outbox.$1"',
      `"transforms.route.type": "${kafka}.RegexRouter"`,
      '"transforms.route.regex": "a"',
      '"transforms.route.replacement": "b"',
      `"transforms.only.type": "${kafka}.Filter"`,
      '"transforms.only.predicate": "isTombstone"',
      '"transforms.only.negate": "false"',
      '"predicates": "isTombstone"',
      `"predicates.isTombstone.type": "${kafka}.predicates.RecordIsTombstone"`,
      `"transforms.time.type": "${kafka}.TimestampConverter$Value"`,
      '"transforms.time.field": "created_at"',
      '"transforms.time.target.type": "string"',
      '"transforms.time.format": "yyyy"',
      `"transforms.zone.type": "${debezium}.TimezoneConverter"`,
      '"transforms.zone.converted.timezone": "+03:00"',
      `"transforms.header.type": "${debezium}.HeaderToValue"`,
      '"transforms.header.headers": "h"',
      '"transforms.header.fields": "f"',
      '"transforms.header.operation": "move"',
      `"transforms.mask.type": "${kafka}.MaskField$Value"`,
      '"transforms.mask.fields": "email"',
      `"transforms.parts.type": "${debezium}.partitions.PartitionRouting"`,
      '"transforms.parts.partition.payload.fields": "change.id"',
      '"transforms.parts.partition.topic.num": "2"',
      `"transforms.script.type": "${debezium}.Filter"`,
      '"transforms.script.language": "jsr223.groovy"',
      `"transforms.script.condition": "value.op == 'u'"`,
    ),
  );
  assert.deepEqual(lines, []);
});
