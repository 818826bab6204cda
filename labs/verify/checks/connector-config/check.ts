import type { Finding } from "../findings.ts";
import type { Entry } from "./bodies.ts";
import { type Catalog, type ConnectorPlugin, knows } from "./catalog.ts";
import { CONVERTERS, checkConverter, checkLists, checkPart, checkUnlisted } from "./parts.ts";
import { successor } from "./removed.ts";
import { aliasesOf, finding, LISTS, type Scope, type Subject, split, suggest, unknown } from "./scope.ts";

/** Prefixes whose rest is a setting of one of Kafka's clients. */
const CLIENTS = [
  { prefix: /^producer\.override\./, client: "producer" },
  { prefix: /^consumer\.override\./, client: "consumer" },
  { prefix: /^admin\.override\./, client: "admin" },
  { prefix: /^schema\.history\.internal\.producer\./, client: "producer" },
  { prefix: /^schema\.history\.internal\.consumer\./, client: "consumer" },
  { prefix: /^signal\.consumer\./, client: "consumer" },
] as const;

/** Names that nothing knows, and aliases without a class or without a place in their list. */
export function checkNames(subject: Subject, catalog: Catalog): Finding[] {
  const connectors = subject.classes.flatMap((name) => {
    const plugin = catalog.connectors.get(name);
    return plugin ? [{ name, plugin }] : [];
  });
  const written = { ...subject.context };
  for (const { name, value } of subject.settings) written[name] = value ?? written[name] ?? "";
  const scope: Scope = { subject, catalog, connectors, written, aliases: aliasesOf(written) };
  return [
    ...unknownClasses(scope),
    ...subject.settings.flatMap((entry) => checkEntry(scope, entry)),
    ...checkLists(scope),
  ];
}

function unknownClasses({ subject, catalog }: Scope): Finding[] {
  return subject.settings
    .filter(
      ({ name, value }) =>
        name === "connector.class" && value && !value.includes("$") && !catalog.connectors.has(value),
    )
    .map((entry) =>
      finding(
        subject,
        entry,
        `connector class "${entry.value}" is unknown${suggest(entry.value ?? "", catalog.connectors.keys())}`,
      ),
    );
}

function checkEntry(scope: Scope, entry: Entry): Finding[] {
  const { subject, catalog, written } = scope;
  const { name } = entry;
  if (name.includes("$")) return [];
  const alias = scope.aliases.find(({ prefix }) => name.startsWith(prefix));
  if (alias) return checkPart(scope, entry, alias.prefix, alias.kind);
  const kind = LISTS.find(({ prefix }) => prefix !== "" && name.startsWith(prefix));
  if (kind) return checkUnlisted(scope, entry, kind);
  const converter = CONVERTERS.find(
    (property) => name.startsWith(`${property}.`) && name !== `${property}.plugin.version`,
  );
  if (converter) {
    // Without a class of its own, the connector takes the worker's converter with the worker's settings.
    const type = written[converter];
    if (!type) return [finding(subject, entry, `property "${name}" has no effect without "${converter}"`)];
    return checkConverter(scope, entry, `${converter}.`, type);
  }
  const client = CLIENTS.find(({ prefix }) => prefix.test(name));
  if (client) {
    const rest = name.replace(client.prefix, "");
    const known = catalog.kafka[client.client];
    return known.includes(rest) ? [] : [unknown(subject, entry, rest, `Kafka's ${client.client}`, known)];
  }
  if (name.startsWith("topic.creation.") && name !== "topic.creation.groups") return checkTopicGroup(scope, entry);
  return checkConnectorProperty(scope, entry);
}

function checkConnectorProperty({ subject, connectors }: Scope, entry: Entry): Finding[] {
  const { name } = entry;
  const [first] = connectors;
  if (!first || connectors.some(({ plugin }) => knowsConnector(plugin, name))) return [];
  const title = `${first.name}${first.plugin.version ? ` ${first.plugin.version}` : ""}`;
  const driver = first.plugin.driver.map((property) => `driver.${property}`);
  const known = [...first.plugin.listed, ...first.plugin.read, ...(name.startsWith("driver.") ? driver : [])];
  return [unknown(subject, entry, name, title, known, successor(name, "connector"))];
}

function knowsConnector(plugin: ConnectorPlugin, name: string): boolean {
  const passed = /^(?:driver|database)\.(.*)$/.exec(name)?.[1];
  if (passed !== undefined && plugin.driver.includes(passed)) return true;
  // A statement for one table: the name ends with the table's.
  if (/^snapshot\.select\.statement\.overrides\../.test(name)) return true;
  // A second way of hashing, that reads its names by a pattern of its own.
  if (name.startsWith("column.mask.hash.v2.")) return knows(plugin, name.replace(".v2.", "."));
  return knows(plugin, name) || (name.startsWith("internal.") && knows(plugin, name.slice("internal.".length)));
}

/** `topic.creation.GROUP.SETTING`: the group is `default` or named in `topic.creation.groups`. */
function checkTopicGroup({ subject, catalog, written }: Scope, entry: Entry): Finding[] {
  const [, group = "", setting = ""] = /^topic\.creation\.([^.]+)\.(.*)$/.exec(entry.name) ?? [];
  const groups = ["default", ...split(written["topic.creation.groups"])];
  if (!groups.includes(group)) {
    const said = `topic group "${group}" of "${entry.name}" is not in "topic.creation.groups"`;
    return [finding(subject, entry, `${said}${suggest(group, groups)}`)];
  }
  const own = ["replication.factor", "partitions", ...(group === "default" ? [] : ["include", "exclude"])];
  const known = [...own, ...catalog.kafka.topic];
  return known.includes(setting) ? [] : [unknown(subject, entry, setting, "topic creation", known)];
}
