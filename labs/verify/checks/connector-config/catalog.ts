/** Names of settings that a plug-in knows. */
export interface Plugin {
  version: string | undefined;
  /** From its own config definition, as the worker shows it. Some are patterns: `column.mask.with.(d+).chars`. */
  listed: readonly string[];
  /** Property-like texts in its code: what it reads without listing it. */
  read: readonly string[];
}

/** A connector, with what it hands on. */
export interface ConnectorPlugin extends Plugin {
  /** Properties of its JDBC driver: set as `driver.NAME` or `database.NAME`. */
  driver: readonly string[];
}

/** Everything that settings are held against. */
export interface Catalog {
  connectors: ReadonlyMap<string, ConnectorPlugin>;
  /** Transformations, predicates and converters by class. */
  parts: ReadonlyMap<string, Plugin>;
  /** Settings of Kafka's own clients, and of topics. */
  kafka: Readonly<Record<"producer" | "consumer" | "admin" | "topic", readonly string[]>>;
}

/** Whether a plug-in lists a name or a pattern that fits it, or reads the name in its code. */
export function knows(plugin: Plugin, name: string): boolean {
  return (
    plugin.listed.includes(name) ||
    plugin.read.includes(name) ||
    plugin.listed.some((pattern) => pattern.includes("(") && toPattern(pattern).test(name))
  );
}

/** Debezium writes names with a variable part as patterns, their dots and digits without a backslash. */
function toPattern(listed: string): RegExp {
  const parts = listed.split(/(\([^)]*\))/);
  const source = parts.map((part) =>
    part.startsWith("(") ? part.replace("(d+)", "(\\d+)") : part.replaceAll(".", "\\."),
  );
  return new RegExp(`^${source.join("")}$`);
}
