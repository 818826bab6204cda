import { connect, type Socket } from "node:net";
import { Scram } from "./scram.ts";

/** Where the server listens and who connects to which database. */
export interface Login {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

/** What the server said instead of doing what it was asked, as psql prints it. */
export class ServerError extends Error {}

/** A message of the server. */
export interface Message {
  type: string;
  body: Buffer;
}

/** Milliseconds to wait for a message; generous, because a busy machine writes and decodes slowly. */
const LIMIT = 120_000;

/**
 * A session with PostgreSQL, without any driver: none speaks the protocol of replication.
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export class Connection {
  private readonly socket: Socket;
  private readonly messages: AsyncGenerator<Message>;

  private constructor({ host, port }: Login) {
    this.socket = connect(port, host);
    this.socket.setTimeout(LIMIT, () => this.socket.destroy(new Error(`PostgreSQL: no message in ${LIMIT / 1000} s`)));
    this.messages = split(this.socket);
  }

  /**
   * @param parameters of the start, `{ replication: "database" }` for a walsender
   * @throws ServerError when the server refuses
   */
  static async open(login: Login, parameters: Readonly<Record<string, string>> = {}): Promise<Connection> {
    const connection = new Connection(login);
    try {
      await connection.start(login, parameters);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * @param sql one statement or several in one transaction
   * @returns rows of texts; null is an empty text
   */
  async query(sql: string): Promise<string[][]> {
    this.send("Q", text(sql));
    const rows: string[][] = [];
    for (;;) {
      const { type, body } = await this.next("D", "Z", "E");
      if (type === "Z") return rows;
      if (type === "E") {
        await this.next("Z");
        throw serverError(body);
      }
      rows.push(readRow(body));
    }
  }

  /** @param type empty for the message that starts the session */
  send(type: string, body: Buffer): void {
    this.socket.write(Buffer.concat([Buffer.from(type), int32(body.length + 4), body]));
  }

  /**
   * The next message of one of these types; those of other types say nothing that matters here.
   * @throws ServerError for an error that is not asked for
   */
  async next(...types: string[]): Promise<Message> {
    for (;;) {
      const { value, done } = await this.messages.next();
      if (done) throw new Error(`PostgreSQL closed the connection; expected a message ${types.join(" or ")}`);
      if (types.includes(value.type)) return value;
      if (value.type === "E") throw serverError(value.body);
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private async start({ user, password, database }: Login, parameters: Readonly<Record<string, string>>) {
    const pairs = Object.entries({ user, database, ...parameters }).flat();
    this.send("", Buffer.concat([int32(3 << 16), text(`${pairs.join("\0")}\0`)]));
    const scram = new Scram(user, password);
    for (let step = -1; step !== 0; ) {
      const { body } = await this.next("R");
      step = body.readInt32BE(0);
      const first = Buffer.from(scram.first());
      if (step === 10) this.send("p", Buffer.concat([text("SCRAM-SHA-256"), int32(first.length), first]));
      else if (step === 11) this.send("p", Buffer.from(scram.proof(body.toString("utf8", 4))));
      else if (step !== 12 && step !== 0) throw new Error(`authentication ${step}; expected SCRAM-SHA-256`);
    }
    await this.next("Z");
  }
}

/** A text as messages hold it. */
export function text(content: string): Buffer {
  return Buffer.from(`${content}\0`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function readRow(body: Buffer): string[] {
  const row: string[] = [];
  for (let at = 2; at < body.length; ) {
    const length = Math.max(0, body.readInt32BE(at));
    row.push(body.toString("utf8", at + 4, at + 4 + length));
    at += 4 + length;
  }
  return row;
}

function serverError(body: Buffer): ServerError {
  const fields = new Map(
    body
      .toString()
      .split("\0")
      .map((field) => [field[0], field.slice(1)]),
  );
  const detail = fields.get("D");
  return new ServerError(`${fields.get("S")}: ${fields.get("M")}${detail ? ` DETAIL: ${detail}` : ""}`);
}

async function* split(socket: Socket): AsyncGenerator<Message> {
  let rest = Buffer.alloc(0);
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      yield { type: String.fromCharCode(rest[0] ?? 0), body: rest.subarray(5, end) };
      rest = rest.subarray(end);
    }
  }
}
