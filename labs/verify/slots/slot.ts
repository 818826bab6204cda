import { MB, type Operation, SEGMENT } from "../../../components/slot-model.ts";
import type { SlotView, TraceStep } from "../../../eleventy/slot-trace.ts";
import { ServerError } from "../postgres/connection.ts";
import { until } from "../wait.ts";
import { type Seen, type Server, SLOT } from "./server.ts";
import { SlotReader } from "./walsender.ts";

export const CAPTURED = "trace_captured";
export const ELSEWHERE = "trace_elsewhere";
export const PUBLICATION = "trace";

/** A slot, its consumer, and what the background writer does. */
export class Slot {
  /** As the slot was created. */
  readonly created: SlotView;
  private readonly server: Server;
  private readonly base: bigint;
  private reader: SlotReader | undefined;
  private heartbeat = false;
  private logged: bigint;

  private constructor(server: Server, base: bigint, { view, inserted }: Seen) {
    [this.server, this.base, this.created, this.logged] = [server, base, view, inserted];
  }

  /** At the beginning of a segment, so that every recording crosses the ends of segments in the same steps. */
  static async create(server: Server): Promise<Slot> {
    await server.sql(CAPTURED, "SELECT pg_switch_wal()");
    await server.sql(CAPTURED, "CHECKPOINT");
    const [[lsn = ""] = []] = await server.sql(
      CAPTURED,
      `SELECT lsn - '0/0' FROM pg_create_logical_replication_slot('${SLOT}', 'pgoutput')`,
    );
    const base = BigInt(lsn) - (BigInt(lsn) % BigInt(SEGMENT));
    const slot = new Slot(server, base, await server.look(base));
    slot.reader = await slot.startReader();
    return slot;
  }

  stop(): void {
    this.reader?.stop();
    this.reader = undefined;
  }

  /** Does what is told, and then what follows from it, as `operate` of the model does. */
  async operate(operation: Operation): Promise<Pick<TraceStep, "view" | "error">> {
    const error = await this.act(operation);
    if (this.reader && this.heartbeat) await this.server.sql(CAPTURED, "UPDATE heartbeat SET at = now();");
    if (this.reader) await this.read(this.reader);
    if ((await this.look()).inserted > this.logged) await this.logRunning();
    return { view: (await this.look()).view, ...(error && { error }) };
  }

  /** @returns what the server answered the consumer, if it refused it */
  private async act(operation: Operation): Promise<string | undefined> {
    const [name, value = "", place = ""] = operation.split(" ");
    const database = place === "elsewhere" ? ELSEWHERE : CAPTURED;
    if (name === "write") await this.server.sql(database, `CALL fill_${place}(${Number(value) * MB});`);
    if (name === "checkpoint") await this.server.sql(CAPTURED, "CHECKPOINT;");
    if (name === "limit") await this.server.change({ max_slot_wal_keep_size: value === "none" ? "-1" : `${value}MB` });
    if (name === "heartbeat") this.heartbeat = value === "on";
    if (name === "pause") this.stop();
    if (name !== "resume") return undefined;
    try {
      this.reader = await this.startReader();
      return undefined;
    } catch (refused) {
      if (refused instanceof ServerError) return refused.message;
      throw refused;
    }
  }

  /** Reads all there is and confirms the end of the last transaction that held events. */
  private async read(reader: SlotReader): Promise<void> {
    await reader.readTo((await this.look()).flushed);
    if (reader.lastCommit === undefined) return;
    const confirmed = Number(reader.lastCommit - this.base);
    reader.confirm(reader.lastCommit);
    await until("the server knows what is confirmed", async () => (await this.look()).view.confirmed >= confirmed);
  }

  /** After something of others, so that no event ends where the record begins. */
  private async logRunning(): Promise<void> {
    await this.server.sql(ELSEWHERE, "SELECT pg_logical_emit_message(false, 'trace', '')");
    await this.server.sql(ELSEWHERE, "SELECT pg_log_standby_snapshot()");
    this.logged = (await this.look()).inserted;
  }

  private startReader(): Promise<SlotReader> {
    return SlotReader.start(this.server.readerOf(CAPTURED), SLOT, PUBLICATION);
  }

  private look(): Promise<Seen> {
    return this.server.look(this.base);
  }
}
