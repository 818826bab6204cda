/** The databases whose changes are followed. */
export const SOURCES = ["postgres", "mysql"] as const;
export type Source = (typeof SOURCES)[number];

/** Columns of a row of shop.drill except its key, as text. */
export type Row = Readonly<Record<string, string>>;

/** One delivery of a message to the consumer, as drill_consumer.py wrote it down before it did anything with it. */
export interface Delivery {
  /** Process number of the consumer: another one after each of its deaths. */
  process: number;
  topic: string;
  partition: number;
  offset: number;
  /** When the broker wrote it into its log (LogAppendTime), in milliseconds. */
  appended: number;
  key: string | null;
  value: string | null;
}

/** A committed change, or a transaction that a crash cut, as load.py wrote it into its journal. */
export interface JournalLine {
  /** Seconds; not before the commit. */
  at: number;
  /** Number of the connection; −1 for the rows that the drill itself writes to begin and end the topics. */
  writer: number;
  op?: "c" | "u" | "d";
  id?: number;
  version?: number;
  interrupted?: "committed" | "repeated";
  /** How many statements of the cut transaction the server had answered. */
  statements?: number;
}

/** A change that is known to be committed. */
export interface Committed {
  /** Milliseconds; not before the commit. */
  at: number;
  writer: number;
  id: number;
  version: number;
  op: string;
}

/** Processes were killed. Times are in milliseconds. */
export interface Crash {
  what: "connect" | "databases" | "kafka";
  /** When the process that a source's changes pass through was gone: its connections broke. */
  died: Record<Source, number>;
}

/** Everything the judgement looks at. */
export interface Evidence {
  /** Why the drill ended early; everything else is what was seen until then. */
  aborted?: string;
  journals: Record<Source, JournalLine[]>;
  deliveries: Delivery[];
  crashes: Crash[];
  /** Final rows of the tables by id. */
  tables: Record<Source, Map<number, Row>>;
  /** The consumer's final state by id. */
  replica: Record<Source, Map<number, Row>>;
  /** Processes of the consumer that were killed after applying a batch and before committing it. */
  killedConsumers: number[];
  /** Log of Kafka Connect. */
  connectLog: string[];
  /** Versions of the connectors. */
  connectors: Record<Source, string>;
}

/** Topic of each source: what the connector bodies of the labs give. */
export const TOPICS: Record<Source, string> = { postgres: "pg.shop.drill", mysql: "my.shop.drill" };

/**
 * Lines of a JSONL file.
 * @param first number of the first line, for the message
 * @throws Error with the number of a line that is not JSON
 */
export function parseLines<Line>(text: string, name: string, first = 1): Line[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Line;
    } catch {
      throw new Error(`${name}:${index + first}: expected a line of JSON, found ${JSON.stringify(line.slice(0, 80))}`);
    }
  });
}

export function committed(journal: readonly JournalLine[]): Committed[] {
  return journal.flatMap(({ at, writer, op, id, version }) =>
    op === undefined || id === undefined || version === undefined ? [] : [{ at: at * 1000, writer, op, id, version }],
  );
}
