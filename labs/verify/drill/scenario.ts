import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../lesson/lab.ts";
import type { Places } from "../places.ts";
import { LOCKS, pythonEnvironment } from "../python/environment.ts";
import { until } from "../wait.ts";
import { connectorVersion, failedTask, savePositions, startConnectors } from "./connectors.ts";
import {
  type Crash,
  type Delivery,
  type Evidence,
  type JournalLine,
  SOURCES,
  type Source,
  TOPICS,
} from "./evidence.ts";
import { kill } from "./kill.ts";
import { Consumer, Programs } from "./programs.ts";
import { COPY, FIRST, LAST, makeTables, readCopy, readTable, writeRow } from "./tables.ts";
import { Tail } from "./tail.ts";

/**
 * One after another, each under load of its own; the databases together, because their streams are independent.
 * share: part of all changes. The databases get as much load as they can take, in transactions of one change, so that
 * some are open whenever they die.
 */
const STAGES: readonly { what: Crash["what"]; share: number; load: readonly string[] }[] = [
  { what: "connect", share: 0.18, load: ["--rate", "500", "--batch", "5"] },
  { what: "databases", share: 0.28, load: ["--batch", "1"] },
  { what: "connect", share: 0.18, load: ["--rate", "500", "--batch", "5"] },
  { what: "connect", share: 0.18, load: ["--rate", "500", "--batch", "5"] },
  { what: "kafka", share: 0.18, load: ["--rate", "500", "--batch", "5"] },
];
const SERVICES: Record<Crash["what"], string[]> = {
  connect: ["connect"],
  databases: ["postgres", "mysql"],
  kafka: ["kafka"],
};

export interface DrillOptions {
  /** Changes in each database. */
  changes: number;
  say: (line: string) => void;
}

/**
 * Runs the drill on a running stack in its clean state: load on both databases, five crashes in the middle of it, a consumer that is killed
 * at the worst moment, and everything recorded.
 * @returns what happened, to be judged, also where the lab did not come back from a crash
 */
export async function runScenario(places: Places, { changes, say }: DrillOptions): Promise<Evidence> {
  const environment = await pythonEnvironment(places, LOCKS.lessons, say);
  await compose("--profile", "mysql", "up", "-d", "--wait");
  await makeTables();
  await startConnectors(places.labs);

  const drill = new Drill(places, environment, say);
  const consuming = drill.consumer.supervise();
  try {
    await drill.begin();
    let left = changes;
    for (const [index, { what, share, load }] of STAGES.entries()) {
      const part = index === STAGES.length - 1 ? left : Math.round(changes * share);
      left -= part;
      await drill.stage(what, part, load);
    }
    await drill.finish();
  } catch (error) {
    drill.abort((error as Error).message);
  } finally {
    drill.consumer.stop();
    await consuming;
  }
  return drill.evidence();
}

class Drill {
  readonly consumer: Consumer;
  private readonly raw: Tail<Delivery>;
  private readonly journals: Record<Source, Tail<JournalLine>>;
  private readonly crashes: Crash[] = [];
  private readonly programs: Programs;
  private aborted: string | undefined;
  private readonly labs: string;
  private readonly folder: string;
  private readonly say: (line: string) => void;

  constructor(places: Places, environment: string, say: (line: string) => void) {
    this.folder = join(places.state, "drill");
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    this.labs = places.labs;
    this.say = say;
    this.programs = new Programs(environment, places.labs);
    this.raw = new Tail(join(this.folder, "raw.jsonl"));
    this.journals = { postgres: new Tail(this.journal("postgres")), mysql: new Tail(this.journal("mysql")) };
    const words = ["--topics", ...Object.values(TOPICS), "--group", "drill", "--database", COPY];
    const files = ["--raw", join(this.folder, "raw.jsonl"), "--until", String(LAST)];
    this.consumer = new Consumer(
      (first) => this.programs.consumer([...words, ...files, ...(first ? ["--kill-at", "5"] : [])]),
      join(this.folder, "consumer.log"),
    );
  }

  private journal(source: Source): string {
    return join(this.folder, `${source}.jsonl`);
  }

  /** Load on both databases, and a crash when an eighth of it is committed. Ends when everything has arrived. */
  async stage(what: Crash["what"], changes: number, load: readonly string[]): Promise<void> {
    const begun = Date.now();
    const before = new Map(SOURCES.map((source) => [source, this.journals[source].look().length]));
    // MySQL first: it is the slower one, and both loads have to last beyond the crash.
    const loading = Promise.all([
      this.load("mysql", changes, load),
      this.loadAfter("mysql", "postgres", changes, load),
    ]);
    // Its failure is thrown below, where it is waited for.
    loading.catch(() => {});
    const underWay = (sources: readonly Source[]) =>
      until(
        `the load on ${sources.join(" and ")} is under way before crash ${this.crashes.length + 1}`,
        async () =>
          sources.every((source) => this.journals[source].look().length >= (before.get(source) ?? 0) + changes / 8),
        { every: 20 },
      );
    const crash = async (sources: readonly Source[], services: readonly string[]) => {
      await underWay(sources);
      return kill(this.labs, services);
    };
    // Each database in the middle of its own load: on a busy machine one load may be over when the other has just begun.
    const [postgres = 0, mysql = postgres] =
      what === "databases"
        ? (await Promise.all(SOURCES.map((source) => crash([source], [source])))).flat()
        : await crash(SOURCES, SERVICES[what]);
    this.crashes.push({ what, died: { postgres, mysql } });
    await compose("start", ...SERVICES[what]);
    await loading;
    await this.mark(FIRST + this.crashes.length);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    this.say(`  killed ${SERVICES[what].join(" and ")} under ${changes} changes in each database: ${seconds} s`);
  }

  private load(source: Source, changes: number, load: readonly string[]): Promise<string> {
    const words = ["--database", source, "--table", "drill", "--changes", String(changes), "--writers", "4"];
    return this.programs.load([...words, ...load, "--journal", this.journal(source)]);
  }

  /** Starts the load on a database when the other one's has begun to commit. */
  private async loadAfter(first: Source, source: Source, changes: number, load: readonly string[]): Promise<string> {
    const before = this.journals[first].look().length;
    await until(`the load on ${first} begins`, async () => this.journals[first].look().length > before, { every: 20 });
    return this.load(source, changes, load);
  }

  /** One row through each stream, and positions that a restart can begin with. */
  async begin(): Promise<void> {
    await this.mark(FIRST);
    await savePositions();
  }

  /** Ends both topics, and with them the consumer. */
  async finish(): Promise<void> {
    await this.mark(LAST);
    await until("the consumer ends after the last row", async () => this.consumer.done);
  }

  /** Writes a row into both tables and waits until it arrives: then everything committed before it has arrived too. */
  private async mark(id: number): Promise<void> {
    for (const source of SOURCES) {
      await writeRow(source, id);
      const line: JournalLine = { at: Date.now() / 1000, writer: -1, op: "c", id, version: 1 };
      appendFileSync(this.journal(source), `${JSON.stringify(line)}\n`);
    }
    const key = JSON.stringify({ id });
    for (const source of SOURCES) {
      let failed: string | undefined;
      await until(
        `row ${id} of ${source} arrives`,
        async () => {
          failed = await failedTask(source);
          return this.raw.look().some((delivery) => delivery.key === key && delivery.topic === TOPICS[source]);
        },
        { every: 250, broken: () => failed },
      );
    }
  }

  /** Notes why the rest of the drill does not take place. */
  abort(reason: string): void {
    this.aborted = reason;
    this.say(`  aborted: ${reason}`);
  }

  /** Collects everything; a copy stays in the folder of the run, beside the recordings. */
  async evidence(): Promise<Evidence> {
    const both = async <Value>(look: (source: Source) => Promise<Value>): Promise<Record<Source, Value>> => ({
      postgres: await look("postgres"),
      mysql: await look("mysql"),
    });
    const evidence = {
      ...(this.aborted ? { aborted: this.aborted } : {}),
      journals: await both(async (source) => [...this.journals[source].look()]),
      deliveries: [...this.raw.look()],
      crashes: this.crashes,
      tables: await both(readTable),
      replica: await both((source) => readCopy(TOPICS[source])),
      killedConsumers: this.consumer.killed,
      connectLog: (await compose("logs", "--no-log-prefix", "--no-color", "connect")).split("\n"),
      connectors: await both(connectorVersion),
    };
    const { crashes, killedConsumers, connectLog } = evidence;
    writeFileSync(join(this.folder, "evidence.json"), JSON.stringify({ crashes, killedConsumers, connectLog }));
    return evidence;
  }
}
