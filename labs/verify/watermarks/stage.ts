import type { Action, Change } from "../../../components/watermark-model.ts";
import { Connection, type Login } from "../postgres/connection.ts";
import { until } from "../wait.ts";
import { FAST, Gate, SIGNALS, waiting } from "./gate.ts";
import { messageOf } from "./wire.ts";

/** A table of the shop that is read, and the signal that asks for that. */
export interface Subject {
  table: string;
  /** An INSERT. */
  signal: string;
}

/** Sees WAL as the connector does. */
const WIRE = "watermark_wire";

/**
 * Where a connector takes a snapshot and is held at each of its steps: it waits for a lock on the signal table before it
 * writes a mark, and for one on the table before it reads a chunk. Its only thread does nothing else meanwhile.
 */
export class Stage {
  private readonly sessions: readonly Connection[];
  private readonly observer: Connection;
  private readonly gate: Gate;
  private readonly application: Connection;
  /** Whoever holds the table between the opening mark and the query makes the changes there, too. */
  private readonly holder: Connection;
  private holds = false;

  private constructor(sessions: readonly [Connection, Connection, Connection, Connection, Connection]) {
    this.sessions = sessions;
    const [observer, application, holder, one, other] = sessions;
    [this.observer, this.application, this.holder] = [observer, application, holder];
    this.gate = new Gate(this.ask, one, other);
  }

  /** @param login of a superuser, in the shop's database */
  static async open(login: Login): Promise<Stage> {
    const session = () => Connection.open(login);
    const stage = new Stage([await session(), await session(), await session(), await session(), await session()]);
    await stage.ask(`SELECT pg_create_logical_replication_slot('${WIRE}', 'test_decoding')`);
    return stage;
  }

  async close(): Promise<void> {
    // The transactions of the others may keep it from being dropped.
    for (const session of this.sessions) if (session !== this.observer) session.close();
    await this.ask(`SELECT pg_drop_replication_slot('${WIRE}')`);
    this.observer.close();
  }

  /** Executes a statement in a session of its own. */
  ask = (sql: string): Promise<string[][]> => this.observer.query(sql);

  /** Does one thing, or has the connector do it; returns when the connector waits again. */
  async do(action: Exclude<Action, "stream">, { table, signal }: Subject): Promise<void> {
    switch (action) {
      case "signal":
        await this.gate.shutBehind(signal);
        return this.untilHeld(SIGNALS);
      case "open":
        await this.holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
        this.holds = true;
        await this.gate.pass();
        return this.untilHeld(table);
      case "read":
        this.holds = false;
        await this.holder.query("COMMIT");
        return this.untilHeld(SIGNALS);
      case "close":
        await this.gate.pass();
        return this.untilHeld(SIGNALS);
      case "rest":
        return this.gate.open();
      default:
        await (this.holds ? this.holder : this.application).query(statement(action, table));
    }
  }

  /** What WAL has got since the last look: changes of a table, and marks. */
  async look(): Promise<string[]> {
    const changes = await this.ask(`SELECT data FROM pg_logical_slot_get_changes('${WIRE}', NULL, NULL)`);
    return changes.flatMap(([line = ""]) => messageOf(line) ?? []);
  }

  private untilHeld(table: string): Promise<void> {
    const held = async () => (await this.ask(waiting("usename = 'debezium'", table))).length > 0;
    return until(`the connector waits for ${table}`, held, FAST);
  }
}

/** A row holds its version as a text: `v2`. */
function statement(change: Change, table: string): string {
  const [name, id] = change.split(" ");
  if (name === "insert") return `INSERT INTO ${table} VALUES (${id}, 'v1')`;
  if (name === "delete") return `DELETE FROM ${table} WHERE id = ${id}`;
  return `UPDATE ${table} SET body = 'v' || substr(body, 2)::integer + 1 WHERE id = ${id}`;
}
