import {
  type Crash,
  type Delivery,
  type Evidence,
  type JournalLine,
  type Row,
  SOURCES,
  type Source,
  TOPICS,
} from "./evidence.ts";

/** A small run that lost nothing: one key with three changes and a deletion, five crashes, copies after each of Connect. */
export function greenRun(): Evidence {
  const kinds = ["connect", "databases", "connect", "kafka", "connect"] as const;
  const crashes: Crash[] = kinds.map((what, index) => ({
    what,
    died: { postgres: at(index) + 50, mysql: at(index) + 50 },
  }));
  const run: Evidence = {
    journals: { postgres: [], mysql: [] },
    deliveries: [],
    crashes,
    tables: { postgres: new Map(), mysql: new Map() },
    replica: { postgres: new Map(), mysql: new Map() },
    killedConsumers: [1],
    connectLog: [],
    connectors: { postgres: "3.7.0.Final", mysql: "3.6.1.Final" },
  };
  for (const source of SOURCES) {
    const events: Delivery[] = [];
    for (const index of kinds.keys()) {
      // Key 1 is changed in every stage; a key of its own is inserted and deleted again.
      const now = at(index);
      const other = 100 + index;
      const stage = [
        change(source, 4 * index, now, index === 0 ? "c" : "u", 1, index + 1, now + 10),
        // Committed before the crash, in Kafka only after it.
        change(source, 4 * index + 1, now, "c", other, 1, now + 500),
        change(source, 4 * index + 2, now, "u", other, 2, now + 600),
        change(source, 4 * index + 3, now, "d", other, 3, now + 700),
      ];
      run.journals[source].push(...stage.map(({ line }) => line));
      if (kinds[index] === "databases")
        run.journals[source].push({ at: (now + 400) / 1000, writer: 0, interrupted: "repeated", statements: 2 });
      events.push(...stage.map(({ delivery }) => delivery));
      const [first] = stage;
      if (kinds[index] === "connect" && first) events.push({ ...first.delivery, appended: now + 800 });
    }
    run.deliveries.push(...events.map((event, offset) => ({ ...event, offset })));
    run.tables[source].set(1, row(kinds.length));
    run.replica[source].set(1, row(kinds.length));
  }
  // The first process of the consumer received one message and was killed before it committed it.
  const [first] = run.deliveries;
  if (first) run.deliveries.unshift({ ...first, process: 1 });
  return run;
}

function at(index: number): number {
  return 1_000_000 + index * 1000;
}

function row(version: number): Row {
  return { version: String(version), amount: "1.00", note: "n" };
}

function change(
  source: Source,
  place: number,
  time: number,
  op: "c" | "u" | "d",
  id: number,
  version: number,
  appended: number,
): { line: JournalLine; delivery: Delivery } {
  const value = {
    op,
    before: op === "c" ? null : row(version - 1),
    after: op === "d" ? null : row(version),
    source:
      source === "postgres"
        ? {
            connector: "postgresql",
            ts_us: time * 1000,
            lsn: 1000 + place,
            sequence: `["${1000 + place - 1}","${1000 + place}"]`,
          }
        : { connector: "mysql", ts_us: time * 1000, file: "mysql-bin.000001", pos: 1000 + place, row: 0 },
  };
  return {
    line: { at: time / 1000, writer: 0, op, id, version },
    delivery: {
      process: 2,
      topic: TOPICS[source],
      partition: 0,
      offset: 0,
      appended,
      key: JSON.stringify({ id }),
      value: JSON.stringify(value),
    },
  };
}
