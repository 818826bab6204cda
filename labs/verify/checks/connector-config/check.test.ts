import assert from "node:assert/strict";
import { test } from "node:test";
import { findObjects } from "./bodies.ts";
import type { Catalog } from "./catalog.ts";
import { checkNames } from "./check.ts";

// Misspelt on purpose. cspell:ignore soket inclde unwarp enabel selectr

const PG = "io.debezium.connector.postgresql.PostgresConnector";
const UNWRAP = "io.debezium.transforms.ExtractNewRecordState";
const MATCHES = "org.apache.kafka.connect.transforms.predicates.TopicNameMatches";
const JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

const CATALOG: Catalog = {
  connectors: new Map([
    [
      PG,
      {
        version: "3.7.0.Final",
        listed: [
          "connector.class",
          "name",
          "topic.prefix",
          "slot.name",
          "table.include.list",
          "transforms",
          "predicates",
          "converters",
          "post.processors",
          "key.converter",
          "value.converter",
          "topic.creation.groups",
          "column.mask.with.(d+).chars",
          "column.mask.hash.([^.]+).with.salt.(.+)",
        ],
        read: ["offset.mismatch.strategy", "signal.kafka.topic", "log.position.check.enable"],
        driver: ["socketTimeout", "sslmode"],
      },
    ],
  ]),
  parts: new Map([
    [UNWRAP, { version: undefined, listed: ["delete.tombstone.handling.mode", "add.fields", "add.headers"], read: [] }],
    [MATCHES, { version: undefined, listed: ["pattern"], read: [] }],
    [
      "io.debezium.converters.ByteArrayConverter",
      { version: undefined, listed: ["delegate.converter.type"], read: [] },
    ],
    [JSON_CONVERTER, { version: undefined, listed: ["schemas.enable"], read: [] }],
    ["io.debezium.Zero", { version: undefined, listed: [], read: ["selector"] }],
  ]),
  kafka: {
    producer: ["linger.ms", "batch.size"],
    consumer: ["fetch.min.bytes"],
    admin: ["retries"],
    topic: ["cleanup.policy", "retention.ms"],
  },
};

/** What is said of a body in a file that begins at line 1. */
function said(body: Record<string, string>, context: Record<string, string> = {}): string[] {
  const [settings = []] = findObjects(JSON.stringify({ "connector.class": PG, ...body }, null, 2));
  const subject = { file: "labs/connectors/a.json", settings, classes: [PG], context };
  return checkNames(subject, CATALOG).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

test("names that a connector lists or reads are known", () => {
  assert.deepEqual(
    said({
      "topic.prefix": "pg",
      "offset.mismatch.strategy": "trust_offset",
      "internal.log.position.check.enable": "false",
      "column.mask.with.12.chars": "shop.a.b",
      "column.mask.hash.SHA-256.with.salt.x": "shop.a.b",
      "snapshot.select.statement.overrides.shop.orders": "SELECT 1",
    }),
    [],
  );
});

test("what is handed to drivers, clients and topics is held against their own names", () => {
  assert.deepEqual(
    said({
      "driver.socketTimeout": "1",
      "database.sslmode": "disable",
      "producer.override.linger.ms": "5",
      "schema.history.internal.consumer.fetch.min.bytes": "1",
      "topic.creation.default.partitions": "1",
      "topic.creation.default.cleanup.policy": "compact",
      "topic.creation.groups": "big",
      "topic.creation.big.include": "x",
    }),
    [],
  );
  assert.deepEqual(
    said({
      "driver.soketTimeout": "1",
      "producer.override.linger": "5",
      "topic.creation.default.partition": "1",
      "topic.creation.big.partitions": "1",
    }),
    [
      `labs/connectors/a.json:3: property "driver.soketTimeout" is unknown to ${PG} 3.7.0.Final; did you mean "driver.socketTimeout"?`,
      'labs/connectors/a.json:4: property "producer.override.linger" is unknown to Kafka\'s producer',
      'labs/connectors/a.json:5: property "topic.creation.default.partition" is unknown to topic creation; did you mean "topic.creation.default.partitions"?',
      'labs/connectors/a.json:6: topic group "big" of "topic.creation.big.partitions" is not in "topic.creation.groups"',
    ],
  );
});

test("a misspelt name is reported with the nearest one", () => {
  assert.deepEqual(said({ "slot.name": "a", "table.inclde.list": "shop.orders" }), [
    `labs/connectors/a.json:4: property "table.inclde.list" is unknown to ${PG} 3.7.0.Final; did you mean "table.include.list"?`,
  ]);
});

test("a removed name is reported with its successor", () => {
  assert.deepEqual(said({ "database.server.name": "pg", "database.history.kafka.topic": "h" }), [
    `labs/connectors/a.json:3: property "database.server.name" is unknown to ${PG} 3.7.0.Final; did you mean "topic.prefix"?`,
    `labs/connectors/a.json:4: property "database.history.kafka.topic" is unknown to ${PG} 3.7.0.Final; did you mean "schema.history.internal.kafka.topic"?`,
  ]);
});

test("settings of a transformation are held against its class", () => {
  const unwrap = { transforms: "unwrap", "transforms.unwrap.type": UNWRAP };
  assert.deepEqual(said({ ...unwrap, "transforms.unwrap.add.fields": "op", "transforms.unwrap.negate": "true" }), []);
  assert.deepEqual(
    said({ ...unwrap, "transforms.unwrap.drop.tombstones": "false", "transforms.unwrap.ad.fields": "op" }),
    [
      `labs/connectors/a.json:5: property "transforms.unwrap.drop.tombstones" is unknown to ${UNWRAP}; did you mean "transforms.unwrap.delete.tombstone.handling.mode"?`,
      `labs/connectors/a.json:6: property "transforms.unwrap.ad.fields" is unknown to ${UNWRAP}; did you mean "transforms.unwrap.add.fields"?`,
    ],
  );
});

test("an alias needs a class that exists and a place in its list", () => {
  assert.deepEqual(said({ transforms: "unwrap", "transforms.unwrap.add.fields": "op" }), [
    'labs/connectors/a.json:3: transformation "unwrap" has no class: "transforms.unwrap.type" is missing',
  ]);
  assert.deepEqual(said({ transforms: "unwrap", "transforms.unwrap.type": `${UNWRAP}s` }), [
    `labs/connectors/a.json:4: transformation class "${UNWRAP}s" is unknown; did you mean "${UNWRAP}"?`,
  ]);
  assert.deepEqual(
    said({ transforms: "unwrap", "transforms.unwrap.type": UNWRAP, "transforms.unwarp.add.fields": "op" }),
    [
      'labs/connectors/a.json:5: transformation "unwarp" of "transforms.unwarp.add.fields" is not in "transforms"; did you mean "unwrap"?',
    ],
  );
});

test("a predicate has to be in its list", () => {
  const unwrap = { transforms: "unwrap", "transforms.unwrap.type": UNWRAP, "transforms.unwrap.predicate": "isOrder" };
  const predicate = { "predicates.isOrders.type": MATCHES, "predicates.isOrders.pattern": ".*" };
  assert.deepEqual(said({ ...unwrap, predicates: "isOrders", ...predicate }), [
    'labs/connectors/a.json:5: predicate "isOrder" of "transforms.unwrap.predicate" is not in "predicates"; did you mean "isOrders"?',
  ]);
});

test("settings of converters are held against the converter", () => {
  const converter = { "value.converter": JSON_CONVERTER };
  assert.deepEqual(said({ ...converter, "value.converter.schemas.enable": "true" }), []);
  assert.deepEqual(said({ ...converter, "value.converter.schema.enable": "true" }), [
    `labs/connectors/a.json:4: property "value.converter.schema.enable" is unknown to ${JSON_CONVERTER}; did you mean "value.converter.schemas.enable"?`,
  ]);
  assert.deepEqual(said({ "value.converter.schemas.enable": "true" }), [
    'labs/connectors/a.json:3: property "value.converter.schemas.enable" has no effect without "value.converter"',
  ]);
  assert.deepEqual(said({ converters: "zero", "zero.type": "io.debezium.Zero", "zero.selector": "x" }), []);
});

test("what a converter hands on is held against the converter that gets it", () => {
  const bytes = { "value.converter": "io.debezium.converters.ByteArrayConverter" };
  const type = { "value.converter.delegate.converter.type": JSON_CONVERTER };
  assert.deepEqual(said({ ...bytes, ...type, "value.converter.delegate.converter.type.schemas.enable": "true" }), []);
  assert.deepEqual(said({ ...bytes, ...type, "value.converter.delegate.converter.type.schemas.enabel": "true" }), [
    `labs/connectors/a.json:5: property "value.converter.delegate.converter.type.schemas.enabel" is unknown to ${JSON_CONVERTER}; did you mean "value.converter.delegate.converter.type.schemas.enable"?`,
  ]);
});

test("post processors are set with and without the name of their list", () => {
  const type = "io.debezium.Zero";
  assert.deepEqual(said({ "post.processors": "a", "a.type": type, "a.selector": "x" }), []);
  const long = { "post.processors": "a", "post.processors.a.type": type };
  assert.deepEqual(said({ ...long, "post.processors.a.selector": "x" }), []);
  assert.deepEqual(said({ ...long, "post.processors.a.selectr": "x" }), [
    'labs/connectors/a.json:5: property "post.processors.a.selectr" is unknown to io.debezium.Zero; did you mean "post.processors.a.selector"?',
  ]);
});

test("what stands elsewhere in a lesson is taken into account", () => {
  const context = { transforms: "unwrap", "transforms.unwrap.type": UNWRAP };
  assert.deepEqual(said({ "transforms.unwrap.add.fields": "op" }, context), []);
  assert.deepEqual(
    said({ "transforms.unwrap.type": "$type", "transforms.$name.x": "y" }, { transforms: "unwrap" }),
    [],
  );
});
