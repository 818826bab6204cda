import { Connection, type Login, text } from "../postgres/connection.ts";

/** Where the data of an XLogData message begin: behind its type, two positions and a time. */
const DATA = 25;

/**
 * A consumer that streams a logical slot through pgoutput, as a connector does, and confirms exactly what it is told to:
 * https://www.postgresql.org/docs/18/protocol-replication.html
 */
export class SlotReader {
  /** End of the last transaction that was received; undefined before the first one. */
  lastCommit: bigint | undefined;
  private readonly connection: Connection;
  private confirmed = 0n;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  /**
   * Begins to stream where the slot was confirmed.
   * @throws ServerError when the server refuses
   */
  static async start(login: Login, slot: string, publication: string): Promise<SlotReader> {
    const connection = await Connection.open(login, { replication: "database" });
    try {
      const options = `proto_version '1', publication_names '${publication}'`;
      connection.send("Q", text(`START_REPLICATION SLOT ${slot} LOGICAL 0/0 (${options})`));
      await connection.next("W");
      return new SlotReader(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Returns when the server has decoded, and this reader received, all WAL before a position. */
  async readTo(position: bigint): Promise<void> {
    for (let reached = -1n; reached < position; ) {
      this.report(true);
      for (let answered = false; !answered; ) {
        const { body } = await this.connection.next("d");
        answered = letter(body, 0) === "k";
        if (answered) reached = body.readBigUInt64BE(1);
        // A commit: its flags, its position, the position behind it.
        else if (letter(body, DATA) === "C") this.lastCommit = body.readBigUInt64BE(DATA + 10);
      }
    }
  }

  /** Confirms all before a position, as if it were on the reader's disk. */
  confirm(position: bigint): void {
    this.confirmed = position;
    this.report(false);
  }

  stop(): void {
    this.connection.close();
  }

  /** A status update: written, flushed and applied is what was confirmed. */
  private report(answer: boolean): void {
    const body = Buffer.alloc(34);
    body.write("r");
    for (const at of [1, 9, 17]) body.writeBigUInt64BE(this.confirmed, at);
    body[33] = Number(answer);
    this.connection.send("d", body);
  }
}

function letter(body: Buffer, at: number): string {
  return String.fromCharCode(body[at] ?? 0);
}
