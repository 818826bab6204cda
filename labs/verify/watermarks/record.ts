import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  readWatermarks,
  WATERMARK_FILE,
  type WatermarkScenario,
  type WatermarkStep,
} from "../../../eleventy/watermark-trace.ts";
import { putConnector, readConnectors, removeConnectors } from "../lesson/connectors.ts";
import { placesOf } from "../places.ts";
import { readLogins } from "../postgres/logins.ts";
import { must } from "../program.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { runRecorder } from "../recorder.ts";
import { until } from "../wait.ts";
import { compareWatermarks } from "./compare.ts";
import { CHUNK_SIZE, SCENARIOS, type Scenario } from "./plan.ts";
import { Stage } from "./stage.ts";

/*
 * The trace that the watermark stepper is held against. Inside the running stack (`npm run labs -- shell`, then `cd ..`)
 * `node --import tsx labs/verify/watermarks/record.ts` records it anew and compares; `--update` writes it.
 */

const CONNECTOR = "watermarks";

/** Id of a row that is inserted when all is done: its event is the last one of its topic. */
const LAST = -1;

const tableOf = ({ id }: Scenario) => `shop.watermark_${id}`;
const topicOf = (scenario: Scenario) => `${CONNECTOR}.${tableOf(scenario)}`;

/**
 * Records the trace again, in the clean lab, and holds it against the kept one and the model. No connector is left.
 * @returns what differs, one line each
 */
export async function checkWatermarks(root: string): Promise<string[]> {
  return compareWatermarks(readWatermarks(root), await recordWatermarks(root));
}

/** Takes a snapshot of a table for each scenario, one after another, with one connector. */
export async function recordWatermarks(root: string): Promise<WatermarkScenario[]> {
  const stage = await Stage.open((await readLogins()).postgres("shop"));
  try {
    await stage.ask(SCENARIOS.map(createTable).join("\n"));
    await startConnector(root, stage);
    const played: Played[][] = [];
    for (const scenario of SCENARIOS) played.push(await play(stage, scenario));
    const received = await readTopics(root);
    const recorded: WatermarkScenario[] = [];
    for (const [at, scenario] of SCENARIOS.entries()) {
      const events = received.filter(({ topic }) => topic === topicOf(scenario));
      const steps = attribute(played[at] ?? [], events);
      const rows = await stage.ask(
        `SELECT id || ' ' || body FROM ${tableOf(scenario)} WHERE id <> ${LAST} ORDER BY id`,
      );
      const { actions, ...texts } = scenario;
      recorded.push({ ...texts, size: CHUNK_SIZE, steps, table: rows.flat().join(", ") });
    }
    return recorded;
  } finally {
    await stage.close();
    await removeConnectors(await readConnectors());
  }
}

function createTable(scenario: Scenario): string {
  const table = tableOf(scenario);
  return `CREATE TABLE ${table} (id integer PRIMARY KEY, body text NOT NULL);
    INSERT INTO ${table} SELECT id, 'v1' FROM generate_series(1, ${scenario.rows}) AS id;
    ALTER PUBLICATION shop_publication ADD TABLE ${table};`;
}

/** Returns when it reads the stream. */
async function startConnector(root: string, stage: Stage): Promise<void> {
  const settings = JSON.parse(readFileSync(join(root, "labs", "connectors", "shop-postgres.json"), "utf8"));
  await putConnector(CONNECTOR, {
    ...settings,
    "topic.prefix": CONNECTOR,
    "slot.name": CONNECTOR,
    "table.include.list": SCENARIOS.map(tableOf).join(","),
    "snapshot.mode": "no_data",
    "incremental.snapshot.chunk.size": String(CHUNK_SIZE),
    "tombstones.on.delete": "false",
    "heartbeat.interval.ms": "0",
    "poll.interval.ms": "20",
  });
  const reads = `SELECT 1 FROM pg_replication_slots WHERE slot_name = '${CONNECTOR}' AND active`;
  await until("the connector reads the stream", async () => (await stage.ask(reads)).length > 0);
}

/** A step, what it wrote to WAL, and when it began: milliseconds of the epoch. */
interface Played extends Pick<WatermarkStep, "action"> {
  wal: string[];
  began: number;
}

async function play(stage: Stage, scenario: Scenario): Promise<Played[]> {
  const table = tableOf(scenario);
  const data = JSON.stringify({ "data-collections": [table.replace(".", "\\.")] });
  const subject = {
    table,
    signal: `INSERT INTO debezium_signal VALUES ('${scenario.id}', 'execute-snapshot', '${data}')`,
  };
  const steps: Played[] = [];
  // Changes between the opening mark and the query are committed by what lets the query through.
  const late: Played[] = [];
  await stage.look();
  for (const action of scenario.actions) {
    const began = await tick();
    await stage.do(action, subject);
    const wal = await stage.look();
    if (action === "read") for (const change of late.splice(0)) change.wal = wal.splice(0, 1);
    steps.push({ action, wal, began });
    if (action.includes(" ") && wal.length === 0) late.push(steps.at(-1) as Played);
  }
  const rest = steps.at(-1) as Played;
  await until("the last window is closed", async () => {
    rest.wal.push(...(await stage.look()));
    return rest.wal.includes("close");
  });
  await stage.ask(`INSERT INTO ${table} VALUES (${LAST}, 'last')`);
  return steps;
}

/** Waits for the next millisecond, so that what was done before has another time. */
async function tick(): Promise<number> {
  const before = Date.now();
  while (Date.now() === before) await pause(1);
  return Date.now();
}

/** An event as it stands in a topic. */
interface Received {
  topic: string;
  op: string;
  id: number;
  body: string | null;
  /** `incremental` where it belongs to the snapshot. */
  snapshot: string;
  /** When the connector made it: milliseconds of the epoch. */
  ts_ms: number;
}

/** The events of all topics; by a program in Python, because each of Kafka's own tools starts a JVM. */
async function readTopics(root: string): Promise<Received[]> {
  const python = join(await pythonEnvironment(placesOf(root), LOCKS.lessons, () => {}), "bin", "python");
  const printed = await must(
    [python, join(import.meta.dirname, "topics.py"), String(LAST), ...SCENARIOS.map(topicOf)],
    {
      cwd: join(root, "labs", "python"),
      limit: 150_000,
    },
  );
  return printed
    .trimEnd()
    .split("\n")
    .map((line): Received => JSON.parse(line));
}

/** Gives each step the events that the connector made while it was let go on. */
function attribute(played: readonly Played[], events: readonly Received[]): WatermarkStep[] {
  return played.map(({ action, wal, began }, at) => {
    const end = played[at + 1]?.began ?? Infinity;
    const made = events.filter(({ ts_ms }) => ts_ms >= began && ts_ms < end);
    return { action, wal: wal.join(", "), topic: made.map(textOf).join(", ") };
  });
}

/** `r 1 v1`; an event whose kind and mark of the snapshot contradict each other says so. */
function textOf({ op, id, body, snapshot }: Received): string {
  const odd = (op === "r") === (snapshot === "incremental") ? [] : [`snapshot=${snapshot}`];
  return [op, id, ...(body === null ? [] : [body]), ...odd].join(" ");
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runRecorder({
    file: WATERMARK_FILE,
    record: recordWatermarks,
    check: checkWatermarks,
    units: "scenarios",
    compared: "steps",
    agreed: "the kept trace and the model are true",
  });
}
