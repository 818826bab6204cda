/**
 * Properties that Debezium and Kafka once had, and what took their place. Each is read by the code of the release before
 * it was removed (v1.9.7.Final, v3.0.0.Final) and by none of v3.6.1.Final.
 */
export const REMOVED_OF_CONNECTORS: Readonly<Record<string, string>> = {
  "database.server.name": "topic.prefix",
  "database.whitelist": "database.include.list",
  "database.blacklist": "database.exclude.list",
  "schema.whitelist": "schema.include.list",
  "schema.blacklist": "schema.exclude.list",
  "table.whitelist": "table.include.list",
  "table.blacklist": "table.exclude.list",
  "column.whitelist": "column.include.list",
  "column.blacklist": "column.exclude.list",
  "database.history": "schema.history.internal",
  "database.history.store.only.monitored.tables.ddl": "schema.history.internal.store.only.captured.tables.ddl",
  "slot.drop_on_stop": "slot.drop.on.stop",
  "toasted.value.placeholder": "unavailable.value.placeholder",
  "sanitize.field.names": "field.name.adjustment.mode",
  "transaction.topic": "topic.transaction",
};

/** Of transformations, whatever their alias. */
export const REMOVED_OF_TRANSFORMATIONS: Readonly<Record<string, string>> = {
  "drop.tombstones": "delete.tombstone.handling.mode",
  "delete.handling.mode": "delete.tombstone.handling.mode",
  "operation.header": "add.fields",
  "add.source.fields": "add.fields",
  "debezium.op.invalid.behavior": "table.op.invalid.behavior",
  whitelist: "include",
  blacklist: "exclude",
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "snapshot.mode": { schema_only: "no_data", schema_only_recovery: "recovery", never: "no_data" },
};

/** What took the place of a removed property. */
export function successor(name: string, of: "connector" | "transformation"): string | undefined {
  const table = of === "connector" ? REMOVED_OF_CONNECTORS : REMOVED_OF_TRANSFORMATIONS;
  if (Object.hasOwn(table, name)) return table[name];
  if (of === "connector" && name.startsWith("database.history."))
    return name.replace("database.", "schema.").replace("history.", "history.internal.");
  return undefined;
}

/** What took the place of a removed value. */
export function successorOfValue(name: string, value: string): string | undefined {
  return VALUES[name]?.[value];
}
