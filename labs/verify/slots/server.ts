import { SEGMENT } from "../../../components/slot-model.ts";
import type { SlotView } from "../../../eleventy/slot-trace.ts";
import { inService } from "../lesson/lab.ts";
import { Connection, type Login } from "../postgres/connection.ts";
import { type Logins, readLogins } from "../postgres/logins.ts";
import { until } from "../wait.ts";

/** The one slot of a recording. */
export const SLOT = "trace_slot";

/** What the server tells of itself, positions as such. */
export interface Seen {
  view: SlotView;
  /** pg_current_wal_flush_lsn() */
  flushed: bigint;
  /** pg_current_wal_insert_lsn() */
  inserted: bigint;
}

/** Sessions of the superuser, one for each database that was asked for. */
export class Server {
  private readonly sessions = new Map<string, Connection>();
  private readonly logins: Logins;

  private constructor(logins: Logins) {
    this.logins = logins;
  }

  static async open(): Promise<Server> {
    return new Server(await readLogins());
  }

  /** Where the debezium user reads a database. */
  readerOf(database: string): Login {
    return this.logins.debezium(database);
  }

  async sql(database: string, statement: string): Promise<string[][]> {
    let session = this.sessions.get(database);
    if (!session) {
      session = await Connection.open(this.logins.postgres(database));
      this.sessions.set(database, session);
    }
    return session.query(statement);
  }

  /** Ends the sessions with a database, which could not be dropped otherwise. */
  leave(...databases: string[]): void {
    for (const database of databases) {
      this.sessions.get(database)?.close();
      this.sessions.delete(database);
    }
  }

  close(): void {
    this.leave(...this.sessions.keys());
  }

  /** Returns when new sessions, and so everything that is asked of the checkpointer from now on, see the settings. */
  async change(settings: Readonly<Record<string, string>>): Promise<void> {
    const entries = Object.entries(settings);
    for (const [name, value] of entries) await this.sql("postgres", `ALTER SYSTEM SET ${name} = '${value}'`);
    await this.sql("postgres", "SELECT pg_reload_conf()");
    const shown = entries.map(([name, value]) => `current_setting('${name}') = '${value}'`).join(" AND ");
    await until("the settings are read", async () => {
      this.leave("postgres");
      return (await this.sql("postgres", `SELECT ${shown}`))[0]?.[0] === "t";
    });
  }

  /** Takes back all that was changed. */
  async reset(): Promise<void> {
    await this.sql("postgres", "ALTER SYSTEM RESET ALL");
    await this.sql("postgres", "SELECT pg_reload_conf()");
  }

  /**
   * The background writer logs the running transactions when it thinks fit, which would make every recording another
   * one: so it rests, and the recorder does that. A database can be neither created nor dropped meanwhile.
   */
  async letWriterRest(rests: boolean): Promise<void> {
    const pid = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'background writer'";
    await inService("postgres", `kill -${rests ? "STOP" : "CONT"} ${(await this.sql("postgres", pid))[0]?.[0]}`);
  }

  async dropSlot(): Promise<void> {
    const slot = `FROM pg_replication_slots WHERE slot_name = '${SLOT}'`;
    await until("the slot is dropped", async () => {
      await this.sql("postgres", `SELECT pg_drop_replication_slot(slot_name) ${slot} AND NOT active`);
      return (await this.sql("postgres", `SELECT 1 ${slot}`)).length === 0;
    });
  }

  /** @param base position from which those of the view are counted */
  async look(base: bigint): Promise<Seen> {
    const [row] = await this.sql("postgres", LOOK(base));
    if (!row) throw new Error(`no slot "${SLOT}"`);
    const [flushed = "", inserted = "", view = ""] = row;
    return { view: JSON.parse(view), flushed: BigInt(flushed), inserted: BigInt(inserted) };
  }
}

const LOOK = (base: bigint) => `
  SELECT pg_current_wal_flush_lsn() - '0/0', pg_current_wal_insert_lsn() - '0/0',
    json_build_object(
      'current', pg_current_wal_lsn() - '0/0' - ${base},
      'oldest', (SELECT min((pg_split_walfile_name(name)).segment_number) * ${SEGMENT} - ${base}
                 FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'),
      'restart', restart_lsn - '0/0' - ${base},
      'confirmed', confirmed_flush_lsn - '0/0' - ${base},
      'retained', pg_current_wal_lsn() - restart_lsn,
      'status', wal_status, 'safe', safe_wal_size, 'reason', invalidation_reason)
  FROM pg_replication_slots WHERE slot_name = '${SLOT}'`;
