import { connect } from "../../lesson/lab.ts";
import type { Catalog, ConnectorPlugin, Plugin } from "./catalog.ts";
import type { Code, PluginCode } from "./plugin-code.ts";

interface ListedPlugin {
  class: string;
  type: string;
  version?: string;
}

const CONNECTOR_TYPES = ["source", "sink"];
/** A class that is no plug-in of Connect's but of Debezium's own lists: `converters`, `post.processors`. */
const DEBEZIUM_PARTS = ["io/debezium/spi/converter/CustomConverter", "io/debezium/processors/spi/PostProcessor"];
/** Classes that hold the names of a JDBC driver's settings. */
const DRIVERS = ["org/postgresql/PGProperty", "com/mysql/cj/conf/PropertyKey"];
const COMMON = [
  "clients/CommonClientConfigs",
  "common/config/SaslConfigs",
  "common/config/SslConfigs",
  "common/config/SecurityConfig",
];

/**
 * Puts together what the running worker's plug-ins know: by their config definitions, which the worker shows, and by
 * the texts in their code, because not everything that is read is defined.
 */
export async function liveCatalog(code: PluginCode): Promise<Catalog> {
  const plugins = await connect<ListedPlugin[]>("GET", "/connector-plugins?connectorsOnly=false");
  const unique = [...new Map(plugins.map((plugin) => [plugin.class, plugin])).values()];
  const definitions = new Map(
    await Promise.all(unique.map(async (plugin) => [plugin.class, await definitionOf(plugin.class)] as const)),
  );
  const kafka = kafkaNames(code.get("kafka") ?? new Map());
  const bare = new Set(Object.values(kafka).flat());
  const connectors = new Map<string, ConnectorPlugin>();
  const parts = new Map<string, Plugin>();
  for (const { class: name, type, version } of unique) {
    const listed = definitions.get(name) ?? [];
    if (CONNECTOR_TYPES.includes(type)) {
      const own = [...code.values()].find((classes) => classes.has(internal(name)));
      connectors.set(name, { version, listed, read: own ? connectorNames(own, bare) : [], driver: driverNames(own) });
    } else parts.set(name, { version, listed, read: partNames(code, name, listed.length > 0) });
  }
  for (const classes of code.values()) {
    for (const [name, { uses }] of classes) {
      const dotted = name.replaceAll("/", ".");
      if (!uses.some((use) => DEBEZIUM_PARTS.includes(use)) || name.includes("$") || parts.has(dotted)) continue;
      parts.set(dotted, { version: undefined, listed: [], read: partNames(code, dotted, false) });
    }
  }
  return { connectors, parts, kafka };
}

async function definitionOf(name: string): Promise<string[]> {
  const settings = await connect<{ name: string }[]>("GET", `/connector-plugins/${encodeURIComponent(name)}/config`);
  return settings.map((setting) => setting.name);
}

function internal(name: string): string {
  return name.replaceAll(".", "/");
}

/** `a.b`, unless it is the name of a class or of a package. */
function isProperty(text: string): boolean {
  return text.includes(".") && !/^(io|org|com|java|javax|software|jdk)\./.test(text);
}

/**
 * Texts of the classes that read settings by Debezium's Field. Those of transformations and converters are no settings
 * of a connector, nor are those that belong to a Kafka client.
 * @param bare settings of Kafka's clients and topics
 */
function connectorNames(code: Code, bare: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const [name, { names, uses }] of code) {
    const part =
      /^io\/debezium\/(transforms|converters)\//.test(name) || uses.some((use) => DEBEZIUM_PARTS.includes(use));
    if (part || !uses.includes("io/debezium/config/Field")) continue;
    // What describes a connection is read below the prefix of the connection.
    const prefix = name.startsWith("io/debezium/jdbc/") ? "database." : "";
    for (const text of names) if (isProperty(text) && !bare.has(text)) found.add(prefix + text);
  }
  return [...found];
}

function driverNames(code: Code | undefined): string[] {
  return DRIVERS.flatMap((name) => code?.get(name)?.names ?? []);
}

/**
 * Texts of a class and of the classes of its package that it uses, directly or through each other.
 * @param defined whether it has a config definition: then single words are in there
 */
function partNames(code: PluginCode, dotted: string, defined: boolean): string[] {
  const start = internal(dotted);
  const found = new Set<string>();
  for (const classes of code.values()) {
    const seen = new Set<string>();
    const next = classes.has(start) ? [start] : [];
    for (let name = next.pop(); name; name = next.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { names = [], uses = [] } = classes.get(name) ?? {};
      for (const text of names) if (isProperty(text) || !defined) found.add(text);
      next.push(...uses.filter((use) => classes.has(use) && sameFamily(start, use)));
    }
  }
  return [...found];
}

/** Debezium's parts keep to their package; other makers spread one part over several. */
function sameFamily(start: string, other: string): boolean {
  const depth = start.startsWith("io/debezium/") ? start.lastIndexOf("/") : start.indexOf("/", start.indexOf("/") + 1);
  return other.startsWith(start.slice(0, depth + 1));
}

function kafkaNames(code: Code): Catalog["kafka"] {
  const of = (...names: string[]) => [
    ...new Set(names.flatMap((name) => code.get(`org/apache/kafka/${name}`)?.names ?? [])),
  ];
  return {
    producer: of("clients/producer/ProducerConfig", ...COMMON),
    consumer: of("clients/consumer/ConsumerConfig", ...COMMON),
    admin: of("clients/admin/AdminClientConfig", ...COMMON),
    topic: of("common/config/TopicConfig"),
  };
}
