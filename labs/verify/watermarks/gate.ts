import type { Connection } from "../postgres/connection.ts";
import { until } from "../wait.ts";

/** Asks about others while those wait. */
export type Ask = (sql: string) => Promise<string[][]>;

/**
 * Stands before the signal table and lets writers through one at a time. Readers pass: the lock is SHARE.
 *
 * PostgreSQL puts a request for a lock behind every waiting one that it conflicts with. So the next of two sessions
 * queues behind the waiting writer, the one that holds the table leaves, the writer writes and commits, and the table is
 * held again before the writer can come back.
 */
export class Gate {
  private readonly ask: Ask;
  private held: Connection;
  private spare: Connection;

  constructor(ask: Ask, one: Connection, other: Connection) {
    [this.ask, this.held, this.spare] = [ask, one, other];
  }

  /** Executes an INSERT, and is shut when that is committed: nobody can write in between. */
  async shutBehind(insert: string): Promise<void> {
    await this.spare.query(`BEGIN; ${insert}`);
    const shut = await this.queue(this.held);
    await this.spare.query("COMMIT");
    await shut();
  }

  /** Lets the one writer through that waits; returns when what it wrote is committed. */
  async pass(): Promise<void> {
    const shut = await this.queue(this.spare);
    await this.held.query("COMMIT");
    await shut();
    [this.held, this.spare] = [this.spare, this.held];
  }

  async open(): Promise<void> {
    await this.held.query("COMMIT");
  }

  /**
   * Returns when a session waits for the lock.
   * @returns waits until the session has it
   */
  private async queue(session: Connection): Promise<() => Promise<unknown>> {
    const [[pid] = []] = await session.query("SELECT pg_backend_pid()");
    const locked = session.query("BEGIN; LOCK TABLE debezium_signal IN SHARE MODE");
    // Whoever waits for the lock is told of a failure; before that it must not end the process.
    locked.catch(() => {});
    await until("the gate is queued", async () => (await this.ask(waiting(`pid = ${pid}`, SIGNALS))).length > 0, FAST);
    return () => locked;
  }
}

export const SIGNALS = "debezium_signal";

/** Between two looks at locks, which tell at once; in milliseconds. */
export const FAST = { every: 20 };

/** A row for each session that waits for a lock on a table. */
export function waiting(who: string, table: string): string {
  return `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND ${who} AND relation = '${table}'::regclass`;
}
