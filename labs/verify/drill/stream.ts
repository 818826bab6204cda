import type { Delivery, Row, Source } from "./evidence.ts";

/** One change event of shop.drill. */
export interface ChangeEvent {
  offset: number;
  appended: number;
  /** Commit time by the database's clock, in milliseconds. */
  committed: number;
  id: number;
  op: string;
  /** Number of the change of this key: 1, 2, 3 …; a deletion counts as one. */
  version: number;
  /** Version of the row before the change; null for an insert. */
  before: number | null;
  after: Row | null;
  /** Place in the database's log; see `positionOf`. */
  position: readonly number[];
  /** What orders the whole topic of PostgreSQL; see `sequenceOf`. */
  sequence: readonly number[] | null;
}

/** What lies in a topic, in its order, put together from everything that was delivered. */
export interface Topic {
  /** Change events, without tombstones. */
  events: ChangeEvent[];
  tombstones: number;
  /** Messages that the consumer received more than once: it died, or the broker did, before their commit. */
  redelivered: number;
  problems: string[];
}

interface Envelope {
  op: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  source: Record<string, unknown>;
}

/**
 * Place of an event in its database's log. It grows strictly from change to change of one key, and a copy sent again
 * carries the same one.
 *
 * PostgreSQL: the LSN of the change's own WAL record. Logical decoding hands transactions over in the order of their
 * commits, so over a whole topic LSNs of concurrent transactions go back and forth. For one key they cannot: the row
 * (or, for an insert, the entry of the primary key's index) stays locked until the earlier transaction ends, so that the
 * later one writes its record behind the earlier one's commit. The pair in `source.sequence`, last commit seen and own
 * LSN, orders the whole topic: see `sequenceOf`. All this is so while a connector streams; rows of a snapshot carry the
 * LSN of its beginning, which a change that overlaps it may fall short of. The drill's connectors take none.
 * Sources: https://www.postgresql.org/docs/18/logicaldecoding-output-plugin.html,
 * https://github.com/debezium/debezium/blob/v3.6.1.Final/debezium-connector-postgres/src/main/java/io/debezium/connector/postgresql/SourceInfo.java
 *
 * MySQL: number of the binlog file, place of the event in it, number of the row in the event. The binlog holds whole
 * transactions in the order of their commits, so this grows over the whole topic, unless it is compressed
 * (binlog_transaction_compression): then all events of a transaction have one place.
 * Source: https://github.com/debezium/debezium/blob/v3.6.1.Final/debezium-connector-binlog/src/main/java/io/debezium/connector/binlog/BinlogSourceInfo.java
 * @throws Error naming the field that is no number
 */
export function positionOf(source: Readonly<Record<string, unknown>>): number[] {
  const number = (name: string, value: unknown): number => {
    if (typeof value === "number") return value;
    throw new Error(`source.${name}: expected a number, found ${JSON.stringify(value)}`);
  };
  if (source.connector === "postgresql") return [number("lsn", source.lsn)];
  const file = /\.(\d+)$/.exec(String(source.file))?.[1];
  return [number("file", file && Number(file)), number("pos", source.pos), number("row", source.row)];
}

/**
 * The two numbers of `source.sequence`: LSN of the last commit that the connector saw before this event, and the event's
 * own LSN. Only PostgreSQL has it.
 */
function sequenceOf(source: Readonly<Record<string, unknown>>): number[] | null {
  if (typeof source.sequence !== "string") return null;
  return (JSON.parse(source.sequence) as (string | null)[]).map(Number);
}

/** Below, at or above zero as the first place lies before, at or behind the second. */
export function comparePositions(one: readonly number[], other: readonly number[]): number {
  for (const [index, part] of one.entries()) {
    const difference = part - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Puts the topic of a source together from what was delivered: every offset once, from the first on, without a gap.
 * @param deliveries of this topic, in the order of the recording
 */
export function readTopic(source: Source, deliveries: readonly Delivery[]): Topic {
  const problems: string[] = [];
  const unique = new Map<number, Delivery>();
  const redelivered = new Set<number>();
  for (const delivery of deliveries) {
    const earlier = unique.get(delivery.offset);
    if (!earlier) unique.set(delivery.offset, delivery);
    else if (earlier.value !== delivery.value)
      problems.push(`${source}: offset ${delivery.offset} came with two contents`);
    else redelivered.add(delivery.offset);
  }
  const log = [...unique.values()].sort((one, other) => one.offset - other.offset);
  let expected = 0;
  const events: ChangeEvent[] = [];
  const strange: string[] = [];
  let tombstones = 0;
  for (const delivery of log) {
    const { offset } = delivery;
    if (offset > expected) problems.push(`${source}: the consumer never received offsets ${expected} to ${offset - 1}`);
    expected = offset + 1;
    if (delivery.value === null) tombstones++;
    else {
      try {
        events.push(readEvent(delivery));
      } catch (error) {
        strange.push(`offset ${offset}: ${(error as Error).message}`);
      }
    }
  }
  if (strange.length > 0) problems.push(`${source}: ${strange.length} events that are no changes, from ${strange[0]}`);
  return { events, tombstones, redelivered: redelivered.size, problems };
}

function readEvent({ offset, appended, key, value }: Delivery): ChangeEvent {
  const { id } = JSON.parse(key ?? "null") as { id: number };
  const { op, before, after, source } = JSON.parse(value ?? "null") as Envelope;
  if (!["c", "u", "d"].includes(op)) throw new Error(`op ${op}; expected c, u or d`);
  const previous = before === null ? null : Number(before.version);
  const version = op === "d" ? (previous ?? Number.NaN) + 1 : Number(after?.version);
  if (!Number.isInteger(version)) throw new Error(`op ${op} has no version`);
  const row = after && Object.fromEntries(["version", "amount", "note"].map((name) => [name, String(after[name])]));
  return {
    offset,
    appended,
    committed: Number(source.ts_us) / 1000,
    id,
    op,
    version,
    before: previous,
    after: row,
    position: positionOf(source),
    sequence: sequenceOf(source),
  };
}

/** A topic after its duplicates have been dropped. */
export interface Deduplicated {
  /** First copies, in the order of the topic. */
  kept: ChangeEvent[];
  /** Later copies, each with the first one. */
  duplicates: { copy: ChangeEvent; first: ChangeEvent }[];
  problems: string[];
}

/** Drops the positions that a key has already shown; those that are left have to grow strictly. */
export function dropSeen(source: Source, events: readonly ChangeEvent[]): Deduplicated {
  const seen = new Map<string, ChangeEvent>();
  const last = new Map<number, ChangeEvent>();
  const result: Deduplicated = { kept: [], duplicates: [], problems: [] };
  for (const event of events) {
    const place = `${event.id} ${event.position.join(":")}`;
    const first = seen.get(place);
    if (first) {
      if (
        first.op !== event.op ||
        first.version !== event.version ||
        JSON.stringify(first.after) !== JSON.stringify(event.after)
      ) {
        result.problems.push(
          `${source}: key ${event.id}: offsets ${first.offset} and ${event.offset} have one position and two contents`,
        );
      }
      result.duplicates.push({ copy: event, first });
      continue;
    }
    seen.set(place, event);
    const previous = last.get(event.id);
    if (previous && comparePositions(previous.position, event.position) >= 0) {
      result.problems.push(
        `${source}: key ${event.id}: position ${event.position.join(":")} (offset ${event.offset}) comes behind ${previous.position.join(":")} (offset ${previous.offset})`,
      );
    }
    last.set(event.id, event);
    result.kept.push(event);
  }
  return result;
}
