import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { multiarch } from "./fetch-debian.ts";

/** Where a service's root shows the Debian files, and where its own programs. */
export const DEBIAN = "/opt/debian";
export const TOOLS = "/opt/tools";

/**
 * Programs of the Debian packages that a service has on its PATH, as its image has them. ARCH stands for Debian's name of
 * the processor.
 */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: Object.fromEntries(
    [
      "psql",
      "pg_dump",
      "pg_dumpall",
      "pg_restore",
      "pg_isready",
      "createdb",
      "dropdb",
      "pg_recvlogical",
      "pgbench",
    ].map((name) => [name, `usr/lib/postgresql/18/bin/${name}`]),
  ),
  mysql: {
    mysqld: "usr/sbin/mysqld",
    ...Object.fromEntries(
      ["mysql", "mysqladmin", "mysqldump", "mysqlbinlog", "mysqlcheck"].map((name) => [name, `usr/bin/${name}`]),
    ),
  },
  prometheus: { prometheus: "usr/bin/prometheus", promtool: "usr/bin/promtool" },
  registry: { java: "usr/lib/jvm/java-21-openjdk-ARCH/bin/java" },
  "postgres-exporter": { "postgres-exporter": "usr/bin/prometheus-postgres-exporter" },
  "mysqld-exporter": { "mysqld-exporter": "usr/bin/prometheus-mysqld-exporter" },
};

/** Kafka's scripts and the classes behind them; its Maven artifacts hold the classes only. */
const KAFKA_SCRIPTS: Readonly<Record<string, string>> = {
  "kafka-server-start": "kafka.Kafka",
  "kafka-storage": "kafka.tools.StorageTool",
  "connect-distributed": "org.apache.kafka.connect.cli.ConnectDistributed",
  "connect-plugin-path": "org.apache.kafka.tools.ConnectPluginPath",
  "kafka-topics": "org.apache.kafka.tools.TopicCommand",
  "kafka-configs": "kafka.admin.ConfigCommand",
  "kafka-console-consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
  "kafka-console-producer": "org.apache.kafka.tools.ConsoleProducer",
  "kafka-consumer-groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
  "kafka-get-offsets": "org.apache.kafka.tools.GetOffsetShell",
  "kafka-delete-records": "org.apache.kafka.tools.DeleteRecordsCommand",
  "kafka-metadata-quorum": "org.apache.kafka.tools.MetadataQuorumCommand",
  "kafka-log-dirs": "org.apache.kafka.tools.LogDirsCommand",
  "kafka-dump-log": "org.apache.kafka.tools.DumpLogSegments",
  "kafka-broker-api-versions": "org.apache.kafka.tools.BrokerApiVersionsCommand",
};

/** Writes the programs of every service into a freshly downloaded tree. */
export async function writeTools(tree: string): Promise<void> {
  for (const [service, programs] of Object.entries(PROGRAMS)) {
    const folder = join(tree, "tools", service);
    await mkdir(folder, { recursive: true });
    for (const [name, path] of Object.entries(programs)) await writeScript(join(folder, name), debianProgram(path));
  }
  const bin = join(tree, "kafka-bin");
  await mkdir(bin, { recursive: true });
  for (const [name, main] of Object.entries(KAFKA_SCRIPTS))
    await writeScript(join(bin, `${name}.sh`), kafkaScript(name, main));
}

/** Debian sid's programs need sid's C library: its own loader starts them. */
function debianProgram(path: string): string {
  const { name, loader, libraries } = multiarch();
  const folders = [`usr/lib/${libraries}`, "usr/lib/mysql/private"].map((folder) => `${DEBIAN}/${folder}`);
  return `#!/bin/sh
exec ${DEBIAN}/${loader} --library-path ${folders.join(":")} --argv0 "$0" ${DEBIAN}/${path.replace("ARCH", name)} "$@"
`;
}

/** The settings that Kafka's own scripts read, with their defaults for a small machine. */
function kafkaScript(name: string, main: string): string {
  const log = /^(kafka-server-start|connect-distributed)$/.test(name) ? "log4j2" : "tools-log4j2";
  return `#!/bin/sh
exec "\${JAVA_HOME}/bin/java" \${KAFKA_HEAP_OPTS:--Xmx256M} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
  \${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/opt/kafka/config/${log}.properties} \\
  \${KAFKA_OPTS} -cp '/opt/kafka/libs/*' ${main} "$@"
`;
}

async function writeScript(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, 0o755);
}
