import { readFileSync } from "node:fs";
import { join } from "node:path";
import { putConnector } from "../lesson/connectors.ts";
import { connect } from "../lesson/lab.ts";
import { until } from "../wait.ts";
import { SOURCES, type Source } from "./evidence.ts";
import { sql } from "./tables.ts";

/** What the drill sets otherwise than the connector bodies that learners use. */
const OTHERWISE: Record<string, string> = {
  "table.include.list": "shop.drill",
  // Time of a message = when the broker wrote it: shows what was in Kafka when a process died.
  "topic.creation.default.message.timestamp.type": "LogAppendTime",
  // A task that lost PostgreSQL tries again after 10 seconds, and a lost MySQL is looked for once in 60 seconds.
  "retriable.restart.connector.wait.ms": "1000",
  "connect.keep.alive.interval.ms": "2000",
};

/** Starts both connectors and waits until they stream: from then on every change has to arrive. */
export async function startConnectors(labs: string): Promise<void> {
  await Promise.all(
    SOURCES.map(async (source) => {
      const body = JSON.parse(readFileSync(join(labs, "connectors", `shop-${source}.json`), "utf8"));
      const slot = source === "postgres" ? { "slot.name": "drill_slot" } : {};
      await putConnector(`drill-${source}`, { ...body, ...OTHERWISE, ...slot });
    }),
  );
  // Each look is a program of its own.
  const waiting = { every: 400 };
  await until(
    "PostgreSQL streams to its connector",
    async () => {
      return (
        (await sql("postgres", "SELECT active FROM pg_replication_slots WHERE slot_name = 'drill_slot'")) === "t\n"
      );
    },
    waiting,
  );
  await until(
    "MySQL streams to its connector",
    async () => {
      const query =
        "SELECT count(*) FROM performance_schema.processlist WHERE user = 'debezium' AND command LIKE 'Binlog Dump%'";
      return (await sql("mysql", query)) !== "0\n";
    },
    waiting,
  );
}

/**
 * Stops and starts both connectors, so that they save their positions: one that is killed before it ever did begins with
 * a snapshot again, and what happened in between is seen only as its result.
 */
export async function savePositions(): Promise<void> {
  for (const source of SOURCES) {
    await connect("POST", `/connectors/drill-${source}/restart?includeTasks=true`);
    await until(`the position of drill-${source} is saved`, async () => {
      const { offsets } = await connect<{ offsets: unknown[] }>("GET", `/connectors/drill-${source}/offsets`);
      return offsets.length > 0;
    });
  }
}

export async function connectorVersion(source: Source): Promise<string> {
  const { connector } = await connect<{ connector: { version: string } }>("GET", `/connectors/drill-${source}/status`);
  return connector.version;
}

/** Why a connector will not go on by itself; nothing while it may. */
export async function failedTask(source: Source): Promise<string | undefined> {
  const status = await connect<{ tasks: { state: string; trace?: string }[] }>(
    "GET",
    `/connectors/drill-${source}/status`,
  ).catch(() => undefined);
  const failed = status?.tasks.find(({ state }) => state === "FAILED");
  return failed && `the task of drill-${source} has failed: ${failed.trace?.split("\n")[0]}`;
}
