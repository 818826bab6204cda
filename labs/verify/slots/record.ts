import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_WAL_SIZE, MB, type Operation, SEGMENT } from "../../../components/slot-model.ts";
import {
  readTrace,
  type SlotView,
  TRACE_FILE,
  type TraceScenario,
  type TraceStep,
} from "../../../eleventy/slot-trace.ts";
import { nativeDriver } from "../drivers.ts";
import { inService } from "../lesson/lab.ts";
import { type Driver, resetLab } from "../lesson/reset.ts";
import { placesOf, projectRoot } from "../places.ts";
import { until } from "../wait.ts";
import { compareTraces } from "./compare.ts";
import { SCENARIOS, type Scenario } from "./plan.ts";

/*
 * The trace that the slot simulator is held against. Inside the running stack (`npm run labs -- shell`, then `cd ..`)
 * `node --import tsx labs/verify/slots/record.ts` records it anew and compares; `--update` writes it.
 *
 * The consumer uses the functions of SQL: pg_logical_slot_peek_binary_changes shows where the transactions end that
 * hold events, pg_replication_slot_advance confirms each of them, and nothing else. Debezium confirms so by default;
 * pg_recvlogical would confirm also what the server tells in its keepalive messages.
 */

const SLOT = "trace_slot";
const CAPTURED = "trace_captured";
const ELSEWHERE = "trace_elsewhere";

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
 * Records the trace again and holds it against the kept one and the model.
 * @param driver brings the lab to its clean state first
 * @returns what differs, one line each
 */
export async function checkTrace(root: string, driver: Driver): Promise<string[]> {
  return compareTraces(readTrace(root), await recordTrace(root, driver));
}

/** Plays every scenario to a slot of its own in databases of their own; none of them is left behind. */
export async function recordTrace(root: string, driver: Driver): Promise<TraceScenario[]> {
  await resetLab(root, driver, {});
  try {
    // Nothing but the plan may write WAL or make a checkpoint.
    await changeSettings({
      max_wal_size: `${MAX_WAL_SIZE}MB`,
      checkpoint_completion_target: "0",
      checkpoint_timeout: "1d",
      autovacuum: "off",
      max_slot_wal_keep_size: "-1",
    });
    const trace: TraceScenario[] = [];
    for (const scenario of SCENARIOS) trace.push(await play(scenario));
    return trace;
  } finally {
    await resetLab(root, driver, {});
  }
}

async function play({ id, title, lead, steps }: Scenario): Promise<TraceScenario> {
  await psql("postgres", `CREATE DATABASE ${CAPTURED};\nCREATE DATABASE ${ELSEWHERE};`);
  try {
    await psql(
      CAPTURED,
      `${TABLE("captured")}
      ${TABLE("unpublished")}
      CREATE TABLE heartbeat (id integer PRIMARY KEY, at timestamptz);
      INSERT INTO heartbeat VALUES (1, now());
      CREATE PUBLICATION trace FOR TABLE captured, heartbeat;`,
    );
    await psql(ELSEWHERE, TABLE("elsewhere"));
    const slot = await Slot.create();
    const made: TraceStep[] = [];
    for (const step of steps) made.push({ ...step, ...(await slot.operate(step.operation)) });
    return { id, title, lead, created: slot.created, steps: made };
  } finally {
    await changeSettings({ max_slot_wal_keep_size: "-1" });
    await psql("postgres", `${DROP_SLOT}\nDROP DATABASE ${CAPTURED};\nDROP DATABASE ${ELSEWHERE};`);
  }
}

const DROP_SLOT = `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '${SLOT}';`;

/** The slot, its consumer, and the server's background writer, which would log the running transactions in its own time. */
class Slot {
  readonly created: SlotView;
  private readonly base: string;
  private logged: string;
  private reading = true;
  private heartbeat = false;

  private constructor(base: string, { view, logged }: Seen) {
    [this.base, this.created, this.logged] = [base, view, logged];
  }

  /** At the beginning of a segment, so that every recording crosses the ends of segments in the same steps. */
  static async create(): Promise<Slot> {
    const base = await psql(
      CAPTURED,
      `SELECT pg_switch_wal() \\g /dev/null
      CHECKPOINT;
      SELECT lsn - pg_wal_lsn_diff(lsn, '0/0') % ${SEGMENT}
      FROM pg_create_logical_replication_slot('${SLOT}', 'pgoutput');`,
    );
    return new Slot(base.trim(), readSeen(await psql(CAPTURED, `${REMEMBER}\n${view(base.trim())}`)));
  }

  /** Does what is told, lets the background writer log, the heartbeat beat and the consumer read, and looks at the slot. */
  async operate(operation: Operation): Promise<Pick<TraceStep, "view" | "error">> {
    const [name, value = "", place = ""] = operation.split(" ");
    if (name === "limit") await changeSettings({ max_slot_wal_keep_size: value === "none" ? "-1" : `${value}MB` });
    if (name === "heartbeat") this.heartbeat = value === "on";
    if (name === "pause" || name === "resume") this.reading = name === "resume";
    const answer = await psql(
      place === "elsewhere" ? ELSEWHERE : CAPTURED,
      [
        name === "write" ? `CALL fill_${place}(${Number(value) * MB});` : "",
        name === "checkpoint" ? "CHECKPOINT;" : "",
        `\\connect ${CAPTURED}`,
        `SELECT pg_current_wal_insert_lsn() > '${this.logged}' AS moved, '${this.logged}' AS logged \\gset`,
        `\\if :moved\nSELECT pg_log_standby_snapshot() \\g /dev/null\n${REMEMBER}\n\\endif`,
        this.reading && this.heartbeat ? "UPDATE heartbeat SET at = now();" : "",
        this.reading ? READ : "",
        view(this.base),
      ].join("\n"),
    );
    const seen = readSeen(answer);
    this.logged = seen.logged;
    const error = [...answer.matchAll(/^(?:ERROR|DETAIL): .*$/gm)].join("\n");
    if (error && !seen.view.reason) throw new Error(`${operation}: ${error}`);
    return { view: seen.view, ...(error && { error }) };
  }
}

/** Confirms the end of each transaction that holds events: a message that begins with C is a commit. */
const READ = `SELECT pg_replication_slot_advance('${SLOT}', lsn) FROM (
  SELECT lsn FROM pg_logical_slot_peek_binary_changes('${SLOT}', NULL, NULL, 'proto_version', '1', 'publication_names', 'trace')
  WHERE get_byte(data, 0) = ascii('C') ORDER BY lsn OFFSET 0) AS ends \\g /dev/null`;

const REMEMBER = `SELECT pg_current_wal_insert_lsn() AS logged \\gset`;

const view = (base: string) => `
SELECT json_build_object('logged', :'logged', 'view', json_build_object(
  'current', pg_current_wal_lsn() - '${base}',
  'oldest', (SELECT min((pg_split_walfile_name(name)).segment_number) * ${SEGMENT} - ('${base}'::pg_lsn - '0/0')
             FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'),
  'restart', restart_lsn - '${base}', 'confirmed', confirmed_flush_lsn - '${base}',
  'retained', pg_current_wal_lsn() - restart_lsn,
  'status', wal_status, 'safe', safe_wal_size, 'reason', invalidation_reason))
FROM pg_replication_slots WHERE slot_name = '${SLOT}';`;

/** What the view says, and the end of the last record of running transactions. */
interface Seen {
  view: SlotView;
  logged: string;
}

function readSeen(answer: string): Seen {
  const line = answer.split("\n").find((text) => text.startsWith("{"));
  if (!line) throw new Error(`no slot "${SLOT}": ${answer.trim()}`);
  return JSON.parse(line);
}

/** Returns when new sessions, and so everything that is asked of the checkpointer, see the settings. */
async function changeSettings(settings: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(settings);
  const lines = entries.map(([name, value]) => `ALTER SYSTEM SET ${name} = '${value}';`);
  await psql("postgres", `${lines.join("\n")}\nSELECT pg_reload_conf() \\g /dev/null`);
  const shown = entries.map(([name, value]) => `current_setting('${name}') = '${value}'`).join(" AND ");
  await until("the settings are read", async () => (await psql("postgres", `SELECT ${shown};`)).trim() === "t");
}

/** Runs a script of psql as the superuser; errors do not end it and are part of what it printed. */
function psql(database: string, script: string): Promise<string> {
  const line = `psql -X -q -At -U "\${POSTGRES_USER:-postgres}" -d ${database} 2>&1 <<'SQL'\n${script}\nSQL`;
  return inService("postgres", line);
}

async function main(): Promise<number> {
  const { root, ...places } = placesOf(projectRoot());
  const driver = nativeDriver({ root, ...places });
  if (process.argv.includes("--update")) {
    const trace = await recordTrace(root, driver);
    writeFileSync(join(root, TRACE_FILE), `${JSON.stringify(trace, null, 2)}\n`);
    console.log(`${TRACE_FILE}: ${trace.length} scenarios written`);
    return 0;
  }
  const wrong = await checkTrace(root, driver);
  for (const line of wrong) console.log(line);
  console.log(wrong.length ? `${wrong.length} steps differ` : "the kept trace and the model are true");
  return wrong.length ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
