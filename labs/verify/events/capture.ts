import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CapturedEvent, type CapturedRecord, EVENTS_FILE, readEvents } from "../../../eleventy/captured-events.ts";
import { nativeDriver } from "../drivers.ts";
import { putConnector, readConnectors, removeConnectors } from "../lesson/connectors.ts";
import { compose, inService } from "../lesson/lab.ts";
import { type Driver, resetLab } from "../lesson/reset.ts";
import { placesOf, projectRoot } from "../places.ts";
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
 * Captures the events again and holds them against the kept ones.
 * @param driver brings the lab to its clean state first; no connector is left behind
 * @returns what differs, one line each
 */
export async function checkEvents(root: string, driver: Driver): Promise<string[]> {
  return compareEvents(readEvents(root), await captureEvents(root, driver));
}

/** Runs the plan against both databases. */
export async function captureEvents(root: string, driver: Driver): Promise<CapturedEvent[]> {
  await resetLab(root, driver, {});
  await compose("--profile", "mysql", "up", "-d", "--wait");
  try {
    const events: CapturedEvent[] = [];
    for (const source of SOURCES) {
      const file = join(root, "labs", "connectors", `${source.connector}.json`);
      const settings = JSON.parse(readFileSync(file, "utf8"));
      await putConnector(source.connector, { ...settings, ...SETTINGS });
      const counts = { ...ROWS } as Record<Captured["table"], number>;
      for (const table of ["orders", "payments"] as const)
        await untilHolds(topicOf(source.prefix, table), counts[table]);
      for (const step of PLAN) {
        const topic = topicOf(source.prefix, step.table);
        const from = step.sql ? counts[step.table] : SNAPSHOT_PLACE;
        if (step.sql) {
          await inService(source.id, `${SQL[source.id]} "${step.sql}"`);
          counts[step.table] += step.records;
          await untilHolds(topic, counts[step.table]);
        }
        events.push({
          id: `${source.id}-${step.name}`,
          database: source.database,
          operation: step.operation,
          cause: step.sql ?? "",
          topic,
          records: await readRecords(topic, from, step.records),
        });
      }
    }
    return events;
  } finally {
    await removeConnectors(await readConnectors());
  }
}

function topicOf(prefix: string, table: string): string {
  return `${prefix}.shop.${table}`;
}

async function untilHolds(topic: string, count: number): Promise<void> {
  const line = `/opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server kafka:29092 --topic ${topic}`;
  await until(`${topic} holds ${count} records`, async () =>
    (await inService("kafka", line)).trim().endsWith(`:${count}`),
  );
}

async function readRecords(topic: string, from: number, count: number): Promise<CapturedRecord[]> {
  const printed = await inService(
    "kafka",
    `/opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server kafka:29092 --topic ${topic} --partition 0 \
      --offset ${from} --max-messages ${count} --timeout-ms 60000 \
      --formatter-property print.key=true --formatter-property print.headers=true 2> /dev/null`,
  );
  return printed.trimEnd().split("\n").map(readConsumed);
}

async function main(): Promise<number> {
  const places = placesOf(projectRoot());
  const driver = nativeDriver(places);
  if (process.argv.includes("--update")) {
    const events = await captureEvents(places.root, driver);
    writeFileSync(join(places.root, EVENTS_FILE), `${JSON.stringify(events, null, 2)}\n`);
    console.log(`${EVENTS_FILE}: ${events.length} events written`);
    return 0;
  }
  const wrong = await checkEvents(places.root, driver);
  for (const line of wrong) console.log(line);
  console.log(wrong.length ? `${wrong.length} events differ` : "the kept events are true");
  return wrong.length ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
