import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeScript } from "./tools.ts";

/** Where the services of Kafka see the archives of `class-archives.ts`. */
export const ARCHIVES = "/opt/kafka/archives";

/** Set to `make`, a program of Kafka writes its archive when it ends. */
export const ARCHIVE_VARIABLE = "KAFKA_CLASS_ARCHIVE";

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

/**
 * Writes Kafka's scripts.
 * @param folder theirs in a stack's state; it is made if it is missing
 */
export async function writeKafkaTools(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, main] of Object.entries(KAFKA_SCRIPTS))
    await writeScript(join(folder, `${name}.sh`), kafkaScript(name, main));
}

/**
 * The settings that Kafka's own scripts read, with their defaults for a small machine. A class archive spares the JVM
 * half of its start: it maps the same classes of the same jars instead of parsing and verifying them each time, and
 * ignores an archive of another Java or of other jars. It changes nothing that a program does or says.
 */
export function kafkaScript(name: string, main: string): string {
  const log = /^(kafka-server-start|connect-distributed)$/.test(name) ? "log4j2" : "tools-log4j2";
  return `#!/bin/sh
archive=${ARCHIVES}/${name}.jsa options=\${KAFKA_OPTS}
# With an agent the JVM writes no archive; it uses one that was made without.
if [ "\${${ARCHIVE_VARIABLE}-}" = make ]; then cds=-XX:ArchiveClassesAtExit=$archive options=
elif [ -e "$archive" ]; then cds=-XX:SharedArchiveFile=$archive
else cds=
fi
exec "\${JAVA_HOME}/bin/java" \${KAFKA_HEAP_OPTS:--Xmx256M} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $cds '-Xlog:cds*=off' \\
  \${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/opt/kafka/config/${log}.properties} \\
  $options -cp '/opt/kafka/libs/*' ${main} "$@"
`;
}
