import { MAX_WAL_SIZE } from "../../../components/slot-model.ts";
import { readTrace, TRACE_FILE, type TraceScenario, type TraceStep } from "../../../eleventy/slot-trace.ts";
import { runRecorder } from "../recorder.ts";
import { compareTraces } from "./compare.ts";
import { SCENARIOS, type Scenario } from "./plan.ts";
import { Server } from "./server.ts";
import { CAPTURED, ELSEWHERE, PUBLICATION, Slot } from "./slot.ts";

/*
 * The trace that the slot simulator is held against. Inside the running stack (`npm run labs -- shell`, then `cd ..`)
 * `node --import tsx labs/verify/slots/record.ts` records it anew and compares; `--update` writes it.
 *
 * The consumer streams as a connector does and confirms the ends of transactions that hold events, and nothing else.
 * pg_recvlogical would not do: it confirms also what the server tells in its keepalive messages.
 */

/** Rows of one page each, without compression: the same amount of WAL for the same number of rows. */
const TABLE = (name: string) => `
CREATE TABLE ${name} (payload text);
ALTER TABLE ${name} ALTER payload SET STORAGE PLAIN;
CREATE PROCEDURE fill_${name}(bytes bigint) LANGUAGE plpgsql AS $$
DECLARE begun pg_lsn := pg_current_wal_insert_lsn();
BEGIN
  WHILE pg_wal_lsn_diff(pg_current_wal_insert_lsn(), begun) < bytes LOOP
    INSERT INTO ${name} VALUES (repeat('x', 8000));
  END LOOP;
END $$;`;

/**
 * Records the trace again and holds it against the kept one and the model. The lab has to be in its clean state.
 * @returns what differs, one line each
 */
export async function checkTrace(root: string): Promise<string[]> {
  return compareTraces(readTrace(root), await recordTrace());
}

/** Plays every scenario to a slot of its own in databases of their own; none of them is left behind. */
export async function recordTrace(): Promise<TraceScenario[]> {
  const server = await Server.open();
  try {
    // Nothing but the plan may write WAL or make a checkpoint.
    await server.change({
      max_wal_size: `${MAX_WAL_SIZE}MB`,
      checkpoint_completion_target: "0",
      checkpoint_timeout: "1d",
      autovacuum: "off",
    });
    const trace: TraceScenario[] = [];
    for (const scenario of SCENARIOS) trace.push(await play(server, scenario));
    return trace;
  } finally {
    await server.reset();
    server.close();
  }
}

async function play(server: Server, { id, title, lead, steps }: Scenario): Promise<TraceScenario> {
  await server.change({ max_slot_wal_keep_size: "-1" });
  for (const database of [CAPTURED, ELSEWHERE]) await server.sql("postgres", `CREATE DATABASE ${database}`);
  await server.sql(
    CAPTURED,
    `${TABLE("captured")}
    ${TABLE("unpublished")}
    CREATE TABLE heartbeat (id integer PRIMARY KEY, at timestamptz);
    INSERT INTO heartbeat VALUES (1, now());
    CREATE PUBLICATION ${PUBLICATION} FOR TABLE captured, heartbeat;`,
  );
  await server.sql(ELSEWHERE, TABLE("elsewhere"));
  await server.letWriterRest(true);
  let slot: Slot | undefined;
  try {
    slot = await Slot.create(server);
    const made: TraceStep[] = [];
    for (const step of steps) made.push({ ...step, ...(await slot.operate(step.operation)) });
    return { id, title, lead, created: slot.created, steps: made };
  } finally {
    slot?.stop();
    await server.letWriterRest(false);
    await server.dropSlot();
    server.leave(CAPTURED, ELSEWHERE);
    for (const database of [CAPTURED, ELSEWHERE])
      await server.sql("postgres", `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runRecorder({
    file: TRACE_FILE,
    record: recordTrace,
    check: checkTrace,
    units: "scenarios",
    compared: "steps",
    agreed: "the kept trace and the model are true",
  });
}
