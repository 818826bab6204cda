import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CapturedEvent, type CapturedRecord, EVENTS_FILE, readEvents } from "../../../eleventy/captured-events.ts";
import { putConnector, readConnectors, removeConnectors } from "../lesson/connectors.ts";
import { compose, inService } from "../lesson/lab.ts";
import { runRecorder } from "../recorder.ts";
import { until } from "../wait.ts";
import { compareEvents } from "./compare.ts";
import { readConsumed } from "./consumed.ts";
import { type Captured, PLAN, ROWS, SETTINGS, SNAPSHOT_PLACE, SOURCES } from "./plan.ts";

/*
 * The events that the lesson on their structure shows. Inside the running stack (`npm run labs -- shell`, then `cd ..`)
 * `node --import tsx labs/verify/events/capture.ts` captures them anew and compares; `--update` writes them.
 */

const SQL = {
  postgres: 'psql -X -q -v ON_ERROR_STOP=1 -U shop -d "$POSTGRES_DB" -c',
  mysql: 'MYSQL_PWD=$SHOP_PASSWORD mysql --user=shop "$MYSQL_DATABASE" -e',
} as const;

/**
 * Captures the events again, in the clean lab, and holds them against the kept ones. No connector is left behind.
 * @returns what differs, one line each
 */
export async function checkEvents(root: string): Promise<string[]> {
  return compareEvents(readEvents(root), await captureEvents(root));
}

/** Runs the plan against both databases. */
async function captureEvents(root: string): Promise<CapturedEvent[]> {
  await compose("--profile", "mysql", "up", "-d", "--wait");
  try {
    const events: CapturedEvent[] = [];
    for (const source of SOURCES) events.push(...(await captureFrom(root, source)));
    return events;
  } finally {
    await removeConnectors(await readConnectors());
  }
}

/** Every look into Kafka starts a JVM: the topics are read once, when everything is in them. */
async function captureFrom(root: string, source: (typeof SOURCES)[number]): Promise<CapturedEvent[]> {
  const { connector, prefix, database } = source;
  const settings = JSON.parse(readFileSync(join(root, "labs", "connectors", `${connector}.json`), "utf8"));
  await putConnector(connector, { ...settings, ...SETTINGS });
  const counts: Counts = { ...ROWS };
  await untilHold(prefix, counts);
  const places = PLAN.map((step) => {
    const from = step.sql ? counts[step.table] : SNAPSHOT_PLACE;
    if (step.sql) counts[step.table] += step.records;
    return from;
  });
  for (const { sql } of PLAN) if (sql) await inService(source.id, `${SQL[source.id]} "${sql}"`);
  await untilHold(prefix, counts);
  const records: Record<Table, CapturedRecord[]> = {
    orders: await readRecords(topicOf(prefix, "orders"), counts.orders),
    payments: await readRecords(topicOf(prefix, "payments"), counts.payments),
  };
  return PLAN.map((step, index) => ({
    id: `${source.id}-${step.name}`,
    database,
    operation: step.operation,
    cause: step.sql ?? "",
    topic: topicOf(prefix, step.table),
    records: records[step.table].slice(places[index], (places[index] ?? 0) + step.records),
  }));
}

type Table = Captured["table"];
/** Records in the topic of each table. */
type Counts = Record<Table, number>;

function topicOf(prefix: string, table: string): string {
  return `${prefix}.shop.${table}`;
}

async function untilHold(prefix: string, counts: Counts): Promise<void> {
  const tables = Object.keys(counts).join("|");
  const line = `/opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server kafka:29092 --topic '${prefix}[.]shop[.](${tables})'`;
  const wanted = Object.entries(counts).map(([table, count]) => `${topicOf(prefix, table)}:0:${count}`);
  const look = async () => {
    const found = (await inService("kafka", line)).split("\n");
    return wanted.every((entry) => found.includes(entry));
  };
  await until(`Kafka holds ${wanted.join(", ")}`, look, { every: 500 });
}

/** All records of a topic, from its first. */
async function readRecords(topic: string, count: number): Promise<CapturedRecord[]> {
  const printed = await inService(
    "kafka",
    `/opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:29092 --topic ${topic} --partition 0 \
      --offset 0 --max-messages ${count} --timeout-ms 60000 \
      --formatter-property print.key=true --formatter-property print.headers=true 2> /dev/null`,
  );
  return printed.trimEnd().split("\n").map(readConsumed);
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runRecorder({
    file: EVENTS_FILE,
    record: captureEvents,
    check: checkEvents,
    units: "events",
    compared: "events",
    agreed: "the kept events are true",
  });
}
